package io.boto4j.internal.credentials;

import io.boto4j.Session;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.transport.SocketTransport;
import io.boto4j.internal.transport.TransportOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The dependencies of providers, with the test's own home directory and clock. */
final class TestParts {
  static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  final Map<String, String> environment = new HashMap<>();
  final List<Duration> pauses = new ArrayList<>();
  final MutableClock clock = new MutableClock(NOW);
  final Path home;
  private final URI services;

  TestParts(Path home) {
    this(home, URI.create("http://127.0.0.1:1"));
  }

  /** Creates parts with a server that stands in for all of AWS. */
  TestParts(Path home, URI services) {
    this.home = home;
    this.services = services;
  }

  TestParts set(String variable, Object value) {
    environment.put(variable, String.valueOf(value));
    return this;
  }

  TestParts config(String text) {
    return file(".aws/config", text);
  }

  TestParts file(String path, String text) {
    try {
      Path file = home.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  ChainParts parts() {
    return parts(null);
  }

  ChainParts parts(String profile) {
    return new ChainParts(
        new Settings(environment, new Profiles(environment, home), profile),
        home,
        clock,
        pauses::add,
        () -> 0.5,
        this::call,
        serial -> "",
        null);
  }

  /** Calls services with a real client over real sockets. */
  private io.boto4j.Structure call(ServiceCall call) {
    try (SocketTransport sockets =
        new SocketTransport(TransportOptions.defaults().withTimeouts(5000, 5000))) {
      return Session.builder()
          .environment(Map.of())
          .home(home.resolve("nobody"))
          .clock(clock)
          .region(call.region() == null ? "eu-west-1" : call.region())
          .credentials(Credentials.of("never", "used"))
          .transport(
              request -> {
                HttpRequest sent =
                    call.beforeSend() == null ? request : call.beforeSend().apply(request);
                return sockets.send(sent);
              })
          .build()
          .client(call.service(), options -> options.endpointUrl(services))
          .call(call.operation(), call.parameters());
    }
  }
}
