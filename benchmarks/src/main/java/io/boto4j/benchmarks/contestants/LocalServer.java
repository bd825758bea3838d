package io.boto4j.benchmarks.contestants;

import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.util.function.Consumer;

/**
 * The one setting of boto4j's programs that they would not need with AWS itself: the URL of the
 * local server. It is a class and not a lambda, because a lambda's bootstrap would be the program's
 * and not the SDK's; the other contestants have no lambdas either.
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
