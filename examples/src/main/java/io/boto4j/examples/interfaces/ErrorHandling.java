package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Service;
import io.boto4j.typed.Typed;
import java.util.Map;

/** Handles errors by their names, and parameters that are wrong. */
class ErrorHandling {
  record Location(String locationConstraint) {}

  @Service("dynamodb")
  interface DynamoDb {
    @Operation("DescribeTable") void describe(@Param("TableName") String table);

    @Operation("PutItem") void put(Map<String, ?> input);
  }

  @Service("sqs")
  interface Sqs {
    @Operation("GetQueueUrl") @Result("QueueUrl") String url(@Param("QueueName") String queue);
  }

  interface S3 {
    @Operation("CreateBucket")
    void create(@Param("Bucket") String name, @Param("CreateBucketConfiguration") Location location);
  }

  public static void main(String[] args) {
    var session = Session.create();
    var dynamodb = Typed.of(session, DynamoDb.class);
    try {
      dynamodb.describe("clicks");
    } catch (ServiceException e) {
      if (e.is("LimitExceededException")) {
        System.out.println("Too many calls, try again later");
      } else {
        e.rethrowUnless("ResourceNotFoundException");
        System.out.println(e.getMessage());
      }
    }
    try {
      dynamodb.put(Map.of("TableName", "clicks", "Items", "x"));
    } catch (ParamValidationException e) {
      System.out.println(e.getMessage());
    }

    var sqs = Typed.of(session, Sqs.class);
    try {
      sqs.url("nobody");
    } catch (ServiceException e) {
      e.rethrowUnless("QueueDoesNotExist");
      System.out.println(e.message());
      System.out.println(e.statusCode() + ", request id of " + e.requestId().length() + " characters");
    }

    var s3 = Typed.of(session.client("s3", c -> c.region("eu-west-1")), S3.class);
    s3.create("taken", new Location("eu-west-1"));
    try {
      s3.create("taken", new Location("eu-west-1"));
    } catch (ServiceException e) {
      e.rethrowUnless("BucketAlreadyExists", "BucketAlreadyOwnedByYou");
      System.out.println(e.code() + ": " + e.response().text("Error", "BucketName"));
    }
  }
}
