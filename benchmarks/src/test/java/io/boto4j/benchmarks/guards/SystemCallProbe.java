package io.boto4j.benchmarks.guards;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Prints the number of reads and of writes of a thousand warm calls. */
final class SystemCallProbe {
  static final int CALLS = 1_000;

  /** The counters that Linux keeps of this process, for sockets and files alike. */
  static final Path COUNTERS = Path.of("/proc/self/io");

  private SystemCallProbe() {}

  public static void main(String[] args) throws IOException {
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .config(config -> config.endpointUrl(args[0]))
            .build();
    try (Client client = session.client("dynamodb")) {
      calls(client);
      long reads = counter("syscr: ");
      long writes = counter("syscw: ");
      calls(client);
      System.out.println(counter("syscr: ") - reads + " " + (counter("syscw: ") - writes));
    }
  }

  private static long counter(String name) throws IOException {
    for (String line : Files.readAllLines(COUNTERS)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()));
      }
    }
    throw new IOException("No " + name + "in " + COUNTERS);
  }

  private static void calls(Client client) {
    Map<String, ?> parameters =
        Map.of("TableName", "auth-users", "Key", Map.of("id", Map.of("S", "user-1")));
    for (int i = 0; i < CALLS; i++) {
      client.call("GetItem", parameters);
    }
  }
}
