package io.boto4j.spring.internal.actuator;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The condition {@code management.health.boto4j.enabled}, or that for all indicators. Spring Boot's
 * annotation for it has other names in Spring Boot 3 and 4.
 */
final class HealthEnabled implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment environment = context.getEnvironment();
    boolean all =
        environment.getProperty("management.health.defaults.enabled", boolean.class, true);
    return environment.getProperty("management.health.boto4j.enabled", boolean.class, all);
  }
}
