package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.Map;
import java.util.Objects;

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
      Map<?, ?> item = Objects.requireNonNull(response.map("Item"));
      System.out.println(((Structure) Objects.requireNonNull(item.get("email"))).text("S"));
    }
  }
}
