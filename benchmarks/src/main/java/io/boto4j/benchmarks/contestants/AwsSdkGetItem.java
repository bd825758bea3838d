package io.boto4j.benchmarks.contestants;

import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/** DynamoDB's GetItem by the AWS SDK for Java 2.x. */
public final class AwsSdkGetItem {
  private AwsSdkGetItem() {}

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL, and the HTTP client
   */
  public static void main(String[] args) {
    try (DynamoDbClient dynamodb = AwsSdkSettings.client(DynamoDbClient.builder(), args)) {
      GetItemResponse response =
          dynamodb.getItem(
              GetItemRequest.builder()
                  .tableName("auth-users")
                  .key(Map.of("id", AttributeValue.fromS("user-1")))
                  .build());
      System.out.println(Objects.requireNonNull(response.item().get("email")).s());
    }
  }
}
