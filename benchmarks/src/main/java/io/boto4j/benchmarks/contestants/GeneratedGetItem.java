package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.benchmarks.typed.dynamodb.AttributeValue;
import io.boto4j.benchmarks.typed.dynamodb.DynamoDb;
import io.boto4j.benchmarks.typed.dynamodb.GetItemRequest;
import java.util.Map;

/** DynamoDB's GetItem by generated types of boto4j. */
public final class GeneratedGetItem {
  private GeneratedGetItem() {}

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client client = LocalServer.session(args[0]).client("dynamodb")) {
      DynamoDb dynamodb = DynamoDb.of(client);
      GetItemRequest request =
          GetItemRequest.of("auth-users", Map.of("id", AttributeValue.of().s("user-1")));
      AttributeValue email = dynamodb.getItem(request).item().get("email");
      System.out.println(email == null ? null : email.s());
    }
  }
}
