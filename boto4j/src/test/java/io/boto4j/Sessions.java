package io.boto4j;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpTransport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;

/** Sessions that are independent of the machine on which they run. */
final class Sessions {
  static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
  static final UUID TOKEN = UUID.fromString("12345678-1234-4234-9234-123456789abc");
  static final String KEY_ID = "AKIDEXAMPLE";
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private Sessions() {}

  /**
   * A builder without environment and home, with fixed time, token and random number, and without
   * waiting; neither region nor credentials.
   */
  static Session.Builder bare(HttpTransport transport) {
    return Session.builder()
        .environment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .uuids(() -> TOKEN)
        .sleeper(duration -> {})
        .random(() -> 0.5)
        .transport(transport);
  }

  /** A session with a region and the credentials of the documentation. */
  static Session.Builder with(HttpTransport transport) {
    return bare(transport).region("eu-west-1").credentials(Credentials.of(KEY_ID, SECRET));
  }

  static Client client(String service, HttpTransport transport) {
    return with(transport).build().client(service);
  }
}
