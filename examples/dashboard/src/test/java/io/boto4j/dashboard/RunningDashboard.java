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
  private @Nullable Dashboard dashboard;

  @Override
  public void beforeAll(ExtensionContext context) {
    dashboard =
        Dashboard.onLocal(
            CommandLine.populateCommand(new Settings(), "--port", "0"), Duration.ofMillis(600));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running().close();
  }

  private Dashboard running() {
    return Objects.requireNonNull(dashboard);
  }

  URI page(String path) {
    return running().url().resolve(path);
  }

  String adminEmail() {
    return Dashboard.DEMO_ADMIN.text();
  }

  String adminPassword() {
    return Objects.requireNonNull(running().demoPassword());
  }
}
