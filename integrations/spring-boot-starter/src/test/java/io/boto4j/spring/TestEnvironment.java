package io.boto4j.spring;

import io.boto4j.Session;
import java.nio.file.Path;
import java.util.Map;

/** The customizer of all sessions of tests: they read neither the real environment nor the home. */
final class TestEnvironment implements SessionCustomizer {
  @Override
  public void customize(Session.Builder session) {
    session
        .environment(Map.of("AWS_EC2_METADATA_DISABLED", "true"))
        .systemProperties(Map.of())
        .home(Path.of("no-such-home"));
  }
}
