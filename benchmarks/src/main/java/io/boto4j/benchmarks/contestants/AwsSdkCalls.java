package io.boto4j.benchmarks.contestants;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;

/** Warm calls by the AWS SDK for Java 2.x, on one of its HTTP clients. */
public final class AwsSdkCalls {
  private static final Map<String, AttributeValue> KEY =
      Map.of("id", AttributeValue.fromS("user-1"));
  private static final Map<String, AttributeValue> ITEM =
      Map.of(
          "id", AttributeValue.fromS("user-1"),
          "email", AttributeValue.fromS("ada@example.com"),
          "name", AttributeValue.fromS("Ada Lovelace"),
          "logins", AttributeValue.fromN("1815"),
          "active", AttributeValue.fromBool(true),
          "roles",
              AttributeValue.fromL(
                  List.of(AttributeValue.fromS("admin"), AttributeValue.fromS("writer"))),
          "created", AttributeValue.fromS("2026-11-22T10:15:30Z"));

  private final DynamoDbClient dynamodb;
  private final RdsClient rds;

  private AwsSdkCalls(URI endpoint, SdkHttpClient http) {
    StaticCredentialsProvider credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create("AKIDEXAMPLE", "example-secret-key"));
    this.dynamodb =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .endpointOverride(endpoint)
            .httpClient(http)
            .build();
    this.rds =
        RdsClient.builder()
            .region(Region.US_EAST_1)
            .credentialsProvider(credentials)
            .endpointOverride(endpoint)
            .httpClient(http)
            .build();
  }

  /**
   * Warms each operation up, then measures each.
   *
   * @param args endpoint URL, numbers of threads, {@code platform} or {@code virtual}, milliseconds
   *     of warming up, milliseconds of measuring, name of the HTTP client
   * @throws Exception if a call fails
   */
  public static void main(String[] args) throws Exception {
    AwsSdkCalls calls = new AwsSdkCalls(URI.create(args[0]), http(args[5]));
    CallLoad load = new CallLoad(args[2], Long.parseLong(args[4]));
    long warm = Long.parseLong(args[3]);
    load.warmUp(calls::getItem, warm);
    load.warmUp(calls::putItem, warm);
    load.warmUp(calls::describeDbInstances, warm);
    load.measure("GetItem", calls::getItem, args[1]);
    load.measure("PutItem", calls::putItem, args[1]);
    load.measure("DescribeDBInstances", calls::describeDbInstances, args[1]);
    calls.dynamodb.close();
    calls.rds.close();
  }

  /**
   * Creates the HTTP client. All clients may keep as many connections; for the JDK's a system
   * property sets their number.
   */
  @SuppressWarnings("deprecation") // apache is being phased out, but most programs use it
  private static SdkHttpClient http(String name) {
    return switch (name) {
      case "url-connection" -> UrlConnectionHttpClient.create();
      case "apache" -> ApacheHttpClient.builder().maxConnections(64).build();
      case "apache5" -> Apache5HttpClient.builder().maxConnections(64).build();
      default -> throw new IllegalArgumentException("Unknown HTTP client: " + name);
    };
  }

  private void getItem() {
    check(
        "ada@example.com",
        Objects.requireNonNull(
                dynamodb
                    .getItem(GetItemRequest.builder().tableName("auth-users").key(KEY).build())
                    .item()
                    .get("email"))
            .s());
  }

  private void putItem() {
    check(
        1.0,
        dynamodb
            .putItem(
                PutItemRequest.builder()
                    .tableName("auth-users")
                    .item(ITEM)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .build())
            .consumedCapacity()
            .capacityUnits());
  }

  private void describeDbInstances() {
    check(
        "available",
        rds.describeDBInstances(
                DescribeDbInstancesRequest.builder().dbInstanceIdentifier("orders").build())
            .dbInstances()
            .get(0)
            .dbInstanceStatus());
  }

  private static void check(Object expected, @Nullable Object seen) {
    if (!expected.equals(seen)) {
      throw new IllegalStateException("Expected " + expected + " and saw " + seen);
    }
  }
}
