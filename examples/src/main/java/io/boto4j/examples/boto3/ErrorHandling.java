package io.boto4j.examples.boto3;

import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;

/** Handles errors by their names, and parameters that are wrong. */
class ErrorHandling {
  @SuppressWarnings("boto4j") // its check would find the mistake below
  public static void main(String[] args) {
    var session = Session.create();
    var dynamodb = session.client("dynamodb");
    try {
      dynamodb.call("DescribeTable", Params.of("TableName", "clicks"));
    } catch (ServiceException e) {
      if (e.is("LimitExceededException")) {
        System.out.println("Too many calls, try again later");
      } else {
        e.rethrowUnless("ResourceNotFoundException");
        System.out.println(e.getMessage());
      }
    }
    try {
      dynamodb.call("PutItem", Params.of("TableName", "clicks", "Items", "x"));
    } catch (ParamValidationException e) {
      System.out.println(e.getMessage());
    }

    var sqs = session.client("sqs");
    try {
      sqs.call("GetQueueUrl", Params.of("QueueName", "nobody"));
    } catch (ServiceException e) {
      e.rethrowUnless("QueueDoesNotExist");
      System.out.println(e.message());
      System.out.println(e.statusCode() + ", request id of " + e.requestId().length() + " characters");
    }

    var s3 = session.client("s3", c -> c.region("eu-west-1"));
    var bucket = Params.of("Bucket", "taken",
        "CreateBucketConfiguration", Params.of("LocationConstraint", "eu-west-1"));
    s3.call("CreateBucket", bucket);
    try {
      s3.call("CreateBucket", bucket);
    } catch (ServiceException e) {
      e.rethrowUnless("BucketAlreadyExists", "BucketAlreadyOwnedByYou");
      System.out.println(e.code() + ": " + e.response().text("Error", "BucketName"));
    }
  }
}
