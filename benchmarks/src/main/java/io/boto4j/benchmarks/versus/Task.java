package io.boto4j.benchmarks.versus;

import io.boto4j.benchmarks.run.Documents;
import io.boto4j.benchmarks.run.XmlDocuments;
import java.util.List;
import java.util.Map;

/** An operation with a response of a certain size. */
final class Task {
  private static final String JSON = "application/x-amz-json-1.0";
  private static final String CBOR = "application/cbor";
  private static final String XML = "text/xml";

  final String service;
  final String operation;
  final Map<String, Object> parameters;
  final String contentType;
  final byte[] response;

  private Task(
      String service,
      String operation,
      Map<String, Object> parameters,
      String contentType,
      byte[] response) {
    this.service = service;
    this.operation = operation;
    this.parameters = parameters;
    this.contentType = contentType;
    this.response = response;
  }

  /**
   * Returns the task of one side. CloudWatch has several protocols: boto3 and boto4j choose JSON
   * and AWS SDK 2.x CBOR, and the response is in that protocol; or in CBOR for both, if the name
   * ends in CBOR.
   */
  static Task of(String name, boolean awsSdk) {
    String size = name.substring(name.indexOf(' ') + 1);
    return switch (name) {
      case "PutItem small", "PutItem medium", "PutItem large" ->
          dynamodb(
              "PutItem",
              Map.of("TableName", "auth-users", "Item", Documents.item(size)),
              Map.of("ConsumedCapacity", Map.of("TableName", "auth-users", "CapacityUnits", 1.0)));
      case "GetItem small", "GetItem medium", "GetItem large" ->
          dynamodb(
              "GetItem",
              Map.of("TableName", "auth-users", "Key", Map.of("id", Map.of("S", "user-1"))),
              Map.of("Item", Documents.item(size)));
      case "Query 1 MB" -> dynamodb("Query", Map.of("TableName", "auth-users"), Documents.query());
      case "DescribeInstances 1000" ->
          new Task("ec2", "DescribeInstances", Map.of(), XML, XmlDocuments.instances(1_000));
      case "ListObjectsV2 1000" ->
          new Task(
              "s3",
              "ListObjectsV2",
              Map.of("Bucket", "statements"),
              "application/xml",
              Documents.listObjects());
      case "DescribeDBInstances 20" ->
          new Task("rds", "DescribeDBInstances", Map.of(), XML, XmlDocuments.dbInstances(20));
      case "GetMetricData 50000" ->
          awsSdk
              ? metrics(CBOR, Documents.cbor(Documents.metrics()))
              : metrics(JSON, Documents.json(Documents.metrics()));
      case "GetMetricData 50000 CBOR" -> metrics(CBOR, Documents.cbor(Documents.metrics()));
      default -> throw new IllegalArgumentException("Unknown task: " + name);
    };
  }

  private static Task metrics(String contentType, byte[] response) {
    return new Task(
        "cloudwatch",
        "GetMetricData",
        Map.of("MetricDataQueries", List.of(), "StartTime", 0, "EndTime", 1_795_000_000),
        contentType,
        response);
  }

  private static Task dynamodb(
      String operation, Map<String, Object> parameters, Map<String, Object> response) {
    return new Task("dynamodb", operation, parameters, JSON, Documents.json(response));
  }
}
