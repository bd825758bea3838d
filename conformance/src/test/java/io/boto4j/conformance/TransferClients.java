package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.ClientConfig;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Clients of S3 for transfers, which do not wait between attempts. */
final class TransferClients {
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private TransferClients() {}

  static Client of(String url) {
    return of(url, c -> {});
  }

  static Client of(String url, Consumer<? super ClientConfig.Builder> options) {
    return Session.builder()
        .environment(Map.of())
        .home(Path.of("no-such-home"))
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", SECRET))
        .sleeper(duration -> {})
        .build()
        .client(
            "s3",
            c -> {
              c.endpointUrl(url).connectTimeout(Duration.ofSeconds(5));
              options.accept(c);
            });
  }
}
