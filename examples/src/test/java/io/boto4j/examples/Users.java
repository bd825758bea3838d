package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prepares and inspects the table for tests. */
final class Users {
  static final Map<String, String> KEYS =
      Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");

  private Users() {}

  static Client client(URI endpointUrl, Path home) {
    return Session.builder()
        .environment(Map.of())
        .home(home)
        .region("us-east-1")
        .credentials(Credentials.of("test", "test"))
        .build()
        .client("dynamodb", c -> c.endpointUrl(endpointUrl));
  }

  static List<User> all(Client dynamodb) {
    List<User> users = new ArrayList<>();
    for (Structure item : dynamodb.items("Scan", Map.of("TableName", "auth-users"))) {
      users.add(User.of(item));
    }
    return users;
  }
}
