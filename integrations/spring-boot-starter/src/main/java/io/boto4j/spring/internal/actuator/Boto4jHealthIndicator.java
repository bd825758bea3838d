package io.boto4j.spring.internal.actuator;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** The health indicator of Spring Boot 4. */
final class Boto4jHealthIndicator extends AbstractHealthIndicator {
  private final HealthCheck check;

  Boto4jHealthIndicator(HealthCheck check) {
    super("boto4j cannot call AWS");
    this.check = check;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    HealthCheck.Result result = check.run();
    builder.withDetails(result.details());
    if (result.error() == null) {
      builder.up();
    } else {
      builder.down(result.error());
    }
  }
}
