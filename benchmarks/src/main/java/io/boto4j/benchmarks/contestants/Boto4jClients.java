package io.boto4j.benchmarks.contestants;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;

/** Clients of boto4j. */
public final class Boto4jClients {
  private Boto4jClients() {}

  /**
   * Prints the figures of the six services, or of all services if there is an argument.
   *
   * @param args {@code all}, or nothing
   * @throws Exception if a client cannot be created
   */
  public static void main(String[] args) throws Exception {
    Session session =
        Session.builder()
            .region("us-east-1")
            .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
            .build();
    if (args.length > 0) {
      ClientLoad.measureAll(session.services(), session::client);
    } else {
      ClientLoad.measure(session::client);
    }
  }
}
