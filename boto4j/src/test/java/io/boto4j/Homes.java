package io.boto4j;

import io.boto4j.internal.credentials.MutableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A home directory with shared files, and sessions that read nothing else. */
final class Homes {
  private final Path home;
  private final Map<String, String> environment = new HashMap<>();
  final MutableClock clock = new MutableClock(Sessions.NOW);

  Homes(Path home) {
    this.home = home;
    environment.put("AWS_EC2_METADATA_DISABLED", "true");
  }

  Homes config(String text) {
    return file(".aws/config", text);
  }

  Homes credentials(String text) {
    return file(".aws/credentials", text);
  }

  Homes file(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return home.resolve(name);
  }

  Homes env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** With boto4j's own sockets; all endpoint URLs must be on 127.0.0.1. */
  Session.Builder session() {
    return Session.builder()
        .environment(environment)
        .systemProperties(Map.of())
        .home(home)
        .clock(clock)
        .sleeper(duration -> {})
        .region("eu-west-1");
  }
}
