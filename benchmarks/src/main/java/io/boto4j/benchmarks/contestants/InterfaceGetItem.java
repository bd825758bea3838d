package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Typed;
import java.util.Map;

/** DynamoDB's GetItem by an interface that boto4j binds. */
public final class InterfaceGetItem {
  private InterfaceGetItem() {}

  /** The operation. */
  interface Users {
    @Operation("GetItem")
    @Result("Item.email.S")
    String email(
        @Param("TableName") String table, @Param("Key") Map<String, Map<String, String>> key);
  }

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    try (Client client = LocalServer.session(args[0]).client("dynamodb")) {
      Users users = Typed.of(client, Users.class);
      System.out.println(users.email("auth-users", Map.of("id", Map.of("S", "user-1"))));
    }
  }
}
