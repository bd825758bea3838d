package io.boto4j.benchmarks.contestants;

import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.util.function.Consumer;

/**
 * The one option of boto4j's programs here that none would need against AWS itself: where the local
 * server is. A class and no lambda, since a lambda's bootstrap is the program's and not the SDK's.
 * Nor have the other contestants any.
 *
 * @param url the endpoint URL
 */
record LocalServer(String url) implements Consumer<ClientConfig.Builder> {
  static Session session(String url) {
    return Session.builder()
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "example-secret-key"))
        .config(new LocalServer(url))
        .build();
  }

  @Override
  public void accept(ClientConfig.Builder config) {
    config.endpointUrl(url);
  }
}
