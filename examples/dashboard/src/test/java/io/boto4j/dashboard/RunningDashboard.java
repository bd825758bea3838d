package io.boto4j.dashboard;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/** A dashboard on boto4j-local, at any free port, for all tests of a class. */
final class RunningDashboard implements BeforeAllCallback, AfterAllCallback {
  /** A change of the database lasts until the clock is advanced: tests see every state. */
  private static final Duration CHANGE = Duration.ofSeconds(30);

  private @Nullable LocalCloud cloud;
  private @Nullable Dashboard dashboard;

  @Override
  public void beforeAll(ExtensionContext context) {
    Settings settings = CommandLine.populateCommand(new Settings(), "--port", "0");
    cloud = new LocalCloud(settings, CHANGE);
    dashboard = Dashboard.onLocal(settings, cloud);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running().close();
  }

  private Dashboard running() {
    return Objects.requireNonNull(dashboard);
  }

  /** Lets the database end its change, if PostgreSQL is ready for it. */
  void endChange() {
    Objects.requireNonNull(cloud).clock().advance(CHANGE);
  }

  URI page(String path) {
    return running().url().resolve(path);
  }

  String adminEmail() {
    return admin().email().text();
  }

  String adminPassword() {
    return admin().password();
  }

  private Dashboard.DemoAdmin admin() {
    return Objects.requireNonNull(running().demoAdmin());
  }
}
