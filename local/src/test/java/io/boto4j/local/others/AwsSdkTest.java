package io.boto4j.local.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.local.LocalAws;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The AWS SDK for Java 2.x calls boto4j-local over HTTP: JSON, REST with XML, and CBOR. */
final class AwsSdkTest {
  private static LocalAws aws;

  @BeforeAll
  static void start() {
    aws = LocalAws.start();
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  private static <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return builder
        .endpointOverride(aws.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  @Test
  void dynamodb_itemsAndErrors_areThoseOfTheSdk() {
    try (DynamoDbClient dynamodb = client(DynamoDbClient.builder())) {
      dynamodb.createTable(
          table ->
              table
                  .tableName("users")
                  .billingMode(BillingMode.PAY_PER_REQUEST)
                  .attributeDefinitions(
                      AttributeDefinition.builder()
                          .attributeName("id")
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .keySchema(
                      KeySchemaElement.builder()
                          .attributeName("id")
                          .keyType(KeyType.HASH)
                          .build()));
      dynamodb.waiter().waitUntilTableExists(table -> table.tableName("users"));
      Map<String, AttributeValue> item =
          Map.of("id", AttributeValue.fromS("u1"), "logins", AttributeValue.fromN("3"));
      dynamodb.putItem(put -> put.tableName("users").item(item));

      assertThat(
              dynamodb
                  .getItem(
                      get -> get.tableName("users").key(Map.of("id", AttributeValue.fromS("u1"))))
                  .item())
          .isEqualTo(item);
      assertThat(dynamodb.scanPaginator(scan -> scan.tableName("users")).items()).hasSize(1);
      assertThatThrownBy(
              () ->
                  dynamodb.putItem(
                      put ->
                          put.tableName("users")
                              .item(item)
                              .conditionExpression("attribute_not_exists(id)")))
          .isInstanceOf(ConditionalCheckFailedException.class)
          .hasMessageContaining("The conditional request failed");
    }
  }

  @Test
  void s3_objectsAndListings_areThoseOfTheSdk() {
    try (S3Client s3 = client(S3Client.builder().forcePathStyle(true))) {
      s3.createBucket(bucket -> bucket.bucket("objects"));
      for (int i = 0; i < 5; i++) {
        String key = "a/ü " + i;
        s3.putObject(put -> put.bucket("objects").key(key), RequestBody.fromString("text " + key));
      }
      byte[] large = "0123456789".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      s3.putObject(put -> put.bucket("objects").key("large"), RequestBody.fromBytes(large));

      assertThat(s3.getObjectAsBytes(get -> get.bucket("objects").key("a/ü 3")).asUtf8String())
          .isEqualTo("text a/ü 3");
      assertThat(s3.getObjectAsBytes(get -> get.bucket("objects").key("large")).asByteArray())
          .isEqualTo(large);
      assertThat(
              s3.listObjectsV2Paginator(list -> list.bucket("objects").prefix("a/").maxKeys(2))
                  .contents())
          .hasSize(5);
      assertThatThrownBy(() -> s3.getObject(get -> get.bucket("objects").key("nothing")))
          .isInstanceOf(NoSuchKeyException.class);
    }
  }

  @Test
  void cloudwatch_metrics_areThoseOfTheSdk() {
    try (CloudWatchClient cloudwatch = client(CloudWatchClient.builder())) {
      Dimension page = Dimension.builder().name("page").value("home").build();
      Instant now = aws.clock().instant();
      cloudwatch.putMetricData(
          put ->
              put.namespace("site")
                  .metricData(
                      MetricDatum.builder()
                          .metricName("visits")
                          .dimensions(page)
                          .timestamp(now)
                          .value(3.0)
                          .build()));
      assertThat(
              cloudwatch
                  .getMetricStatistics(
                      get ->
                          get.namespace("site")
                              .metricName("visits")
                              .dimensions(page)
                              .startTime(now.minusSeconds(600))
                              .endTime(now.plusSeconds(600))
                              .period(60)
                              .statistics(Statistic.SUM))
                  .datapoints())
          .singleElement()
          .satisfies(point -> assertThat(point.sum()).isEqualTo(3.0));
    }
  }
}
