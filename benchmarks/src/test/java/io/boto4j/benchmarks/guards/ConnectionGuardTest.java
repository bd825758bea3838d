package io.boto4j.benchmarks.guards;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.benchmarks.coldstart.CannedServer;
import io.boto4j.credentials.Credentials;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bounds the number of connections: one is opened and kept. */
final class ConnectionGuardTest {
  @Test
  void hundredCalls_oneAfterTheOther_useOneConnection() throws IOException {
    CannedServer server = CannedServer.http();
    Session session =
        Session.builder()
            .environment(Map.of())
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .config(c -> c.endpointUrl(server.url()))
            .build();
    try (Client dynamodb = session.client("dynamodb")) {
      for (int i = 0; i < 100; i++) {
        dynamodb.call("GetItem", Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", "1"))));
      }
    }

    assertThat(server.connections()).isEqualTo(1);
  }
}
