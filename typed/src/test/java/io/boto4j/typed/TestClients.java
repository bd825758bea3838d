package io.boto4j.typed;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.model.ServiceModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** Clients and models that are independent of the machine on which they run. */
public final class TestClients {
  private static final Session MODELS = session(new NoTransport());

  private TestClients() {}

  /** Returns a session without environment and home, which does not wait. */
  public static Session session(HttpTransport transport) {
    return Session.builder()
        .environment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"))
        .clock(Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC))
        .sleeper(duration -> {})
        .random(() -> 0.5)
        .region("eu-west-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .transport(transport)
        .build();
  }

  /** Returns a client whose calls all fail unless they are stubbed. */
  public static Client of(String service) {
    return MODELS.client(service);
  }

  /** Returns the model of a service. */
  public static ServiceModel model(String service) {
    return of(service).model();
  }

  private static final class NoTransport implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) {
      throw new AssertionError("Nothing must be sent: " + request.uri());
    }
  }
}
