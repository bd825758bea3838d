package io.boto4j.spark;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import java.nio.file.Path;
import java.util.Map;

/**
 * A session factory for tests, whose sessions see neither environment nor home directory, and do
 * not pause before retries.
 */
public final class LocalSessions implements SessionFactory {
  private final Map<String, String> options;

  /** Creates the factory, as an executor does. */
  public LocalSessions(Map<String, String> options) {
    this.options = options;
  }

  @Override
  public Session.Builder builder() {
    String key = options.getOrDefault("account", "AKIAIOSFODNN7SPARKTS");
    String endpoint = options.get("endpoint");
    return Session.builder()
        .sleeper(pause -> {})
        .environment(endpoint == null ? Map.of() : Map.of("AWS_ENDPOINT_URL", endpoint))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .region("us-east-1")
        .credentials(Credentials.of(key, LocalCredentials.SECRET));
  }
}
