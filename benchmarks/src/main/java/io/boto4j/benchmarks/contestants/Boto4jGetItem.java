package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Response;
import java.util.Map;

/** DynamoDB's GetItem by boto4j. */
public final class Boto4jGetItem {
  private Boto4jGetItem() {}

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client dynamodb = LocalServer.session(args[0]).client("dynamodb")) {
      Response response =
          dynamodb.call(
              "GetItem",
              Map.of("TableName", "auth-users", "Key", Map.of("id", Map.of("S", "user-1"))));
      System.out.println(response.text("Item", "email", "S"));
    }
  }
}
