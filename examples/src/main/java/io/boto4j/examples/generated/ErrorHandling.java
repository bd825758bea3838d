package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.dynamodb.DescribeTableRequest;
import io.boto4j.examples.generated.dynamodb.DynamoDb;
import io.boto4j.examples.generated.dynamodb.PutItemRequest;
import io.boto4j.examples.generated.s3.BucketLocationConstraint;
import io.boto4j.examples.generated.s3.CreateBucketConfiguration;
import io.boto4j.examples.generated.s3.CreateBucketRequest;
import io.boto4j.examples.generated.s3.S3;
import io.boto4j.examples.generated.sqs.GetQueueUrlRequest;
import io.boto4j.examples.generated.sqs.Sqs;
import java.util.Map;

/** Handles errors by their names, and parameters that are wrong. */
class ErrorHandling {
  public static void main(String[] args) {
    var session = Session.create();
    var dynamodb = DynamoDb.of(session.client("dynamodb"));
    try {
      dynamodb.describeTable(DescribeTableRequest.of("clicks"));
    } catch (ServiceException e) {
      if (e.is("LimitExceededException")) {
        System.out.println("Too many calls, try again later");
      } else {
        e.rethrowUnless("ResourceNotFoundException");
        System.out.println(e.getMessage());
      }
    }
    try {
      dynamodb.putItem(new PutItemRequest(Map.of("TableName", "clicks", "Items", "x")));
    } catch (ParamValidationException e) {
      System.out.println(e.getMessage());
    }

    var sqs = Sqs.of(session.client("sqs"));
    try {
      sqs.getQueueUrl(GetQueueUrlRequest.of("nobody"));
    } catch (ServiceException e) {
      e.rethrowUnless("QueueDoesNotExist");
      System.out.println(e.message());
      System.out.println(e.statusCode() + ", request id of " + e.requestId().length() + " characters");
    }

    var s3 = S3.of(session.client("s3", c -> c.region("eu-west-1")));
    var bucket = CreateBucketRequest.of("taken").createBucketConfiguration(
        CreateBucketConfiguration.of().locationConstraint(BucketLocationConstraint.EU_WEST_1));
    s3.createBucket(bucket);
    try {
      s3.createBucket(bucket);
    } catch (ServiceException e) {
      e.rethrowUnless("BucketAlreadyExists", "BucketAlreadyOwnedByYou");
      System.out.println(e.code() + ": " + e.response().text("Error", "BucketName"));
    }
  }
}
