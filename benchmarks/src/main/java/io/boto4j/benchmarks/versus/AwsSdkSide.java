package io.boto4j.benchmarks.versus;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** A task with AWS SDK 2.x: everything of a call except the network. */
final class AwsSdkSide {
  private final CannedHttpClient http;
  private final Supplier<Object> call;

  AwsSdkSide(Task task) {
    this.http = new CannedHttpClient(task);
    this.call =
        switch (task.service) {
          case "dynamodb" -> dynamodb(task);
          case "ec2" -> ec2();
          case "s3" -> s3();
          case "rds" -> rds();
          case "cloudwatch" -> cloudwatch();
          default -> throw new IllegalArgumentException("Unknown service: " + task.service);
        };
  }

  Object call() {
    return call.get();
  }

  private Supplier<Object> dynamodb(Task task) {
    DynamoDbClient client = client(DynamoDbClient.builder());
    return switch (task.operation) {
      case "PutItem" -> {
        Map<String, AttributeValue> item =
            item(Objects.requireNonNull(task.parameters.get("Item")));
        yield () ->
            client.putItem(PutItemRequest.builder().tableName("auth-users").item(item).build());
      }
      case "GetItem" -> {
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("user-1"));
        yield () ->
            client.getItem(GetItemRequest.builder().tableName("auth-users").key(key).build());
      }
      default -> () -> client.query(QueryRequest.builder().tableName("auth-users").build());
    };
  }

  private Supplier<Object> ec2() {
    Ec2Client client = client(Ec2Client.builder());
    return client::describeInstances;
  }

  private Supplier<Object> s3() {
    S3Client client = client(S3Client.builder());
    return () -> client.listObjectsV2(ListObjectsV2Request.builder().bucket("statements").build());
  }

  private Supplier<Object> rds() {
    RdsClient client = client(RdsClient.builder());
    return client::describeDBInstances;
  }

  private Supplier<Object> cloudwatch() {
    CloudWatchClient client = client(CloudWatchClient.builder());
    return () ->
        client.getMetricData(
            GetMetricDataRequest.builder()
                .metricDataQueries(List.of())
                .startTime(Instant.EPOCH)
                .endTime(Instant.ofEpochSecond(1_795_000_000))
                .build());
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key")))
        .httpClient(http)
        .build();
  }

  static Map<String, AttributeValue> item(Object value) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      item.put((String) entry.getKey(), attribute((Map<?, ?>) entry.getValue()));
    }
    return item;
  }

  private static AttributeValue attribute(Map<?, ?> value) {
    Map.Entry<?, ?> entry = value.entrySet().iterator().next();
    return switch ((String) entry.getKey()) {
      case "S" -> AttributeValue.fromS((String) entry.getValue());
      case "N" -> AttributeValue.fromN((String) entry.getValue());
      case "BOOL" -> AttributeValue.fromBool((Boolean) entry.getValue());
      case "M" -> AttributeValue.fromM(item(entry.getValue()));
      case "L" ->
          AttributeValue.fromL(
              ((List<?>) entry.getValue())
                  .stream().map(each -> attribute((Map<?, ?>) each)).toList());
      default -> throw new IllegalArgumentException("Unknown type: " + entry.getKey());
    };
  }
}
