package io.boto4j.internal.credentials;

import io.boto4j.Structure;
import io.boto4j.internal.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Chains whose providers read files only. */
final class Chains {
  static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

  private Chains() {}

  static CredentialsChain of(Settings settings, Path home) {
    return CredentialsChain.of(settings, () -> parts(settings, home, Chains::refused));
  }

  /** Returns a copy of an environment with instance metadata disabled. */
  static Map<String, String> offline(Map<String, String> environment) {
    Map<String, String> offline = new HashMap<>(environment);
    offline.put("AWS_EC2_METADATA_DISABLED", "true");
    return offline;
  }

  static ChainParts parts(Settings settings, Path home, ServiceCalls calls) {
    return parts(settings, home, calls, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  static ChainParts parts(Settings settings, Path home, ServiceCalls calls, Clock clock) {
    return new ChainParts(
        settings,
        home,
        clock,
        duration -> {},
        () -> 0.5,
        calls,
        serial -> {
          throw new AssertionError("asked for a code of " + serial);
        },
        null);
  }

  @SuppressWarnings("DoNotCallSuggester") // it is an implementation of ServiceCalls
  static Structure refused(ServiceCall call) {
    throw new AssertionError("called " + call);
  }
}
