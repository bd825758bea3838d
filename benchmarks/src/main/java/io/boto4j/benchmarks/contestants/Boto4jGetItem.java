package io.boto4j.benchmarks.contestants;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Response;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The task by boto4j. Against AWS itself no option would be needed; the one that points it to the
 * local server is a class and no lambda, since a lambda's bootstrap is the program's and not the
 * SDK's. Nor has the other contestant any.
 */
public final class Boto4jGetItem {
  private Boto4jGetItem() {}

  private record LocalServer(String url) implements Consumer<ClientConfig.Builder> {
    @Override
    public void accept(ClientConfig.Builder config) {
      config.endpointUrl(url);
    }
  }

  /**
   * Prints the item's attribute {@code email}.
   *
   * @param args the endpoint URL
   */
  public static void main(String[] args) {
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .config(new LocalServer(args[0]))
            .build();
    try (Client dynamodb = session.client("dynamodb")) {
      Response answer =
          dynamodb.call(
              "GetItem",
              Map.of("TableName", "auth-users", "Key", Map.of("id", Map.of("S", "user-1"))));
      Map<?, ?> item = Objects.requireNonNull(answer.map("Item"));
      System.out.println(((Structure) Objects.requireNonNull(item.get("email"))).text("S"));
    }
  }
}
