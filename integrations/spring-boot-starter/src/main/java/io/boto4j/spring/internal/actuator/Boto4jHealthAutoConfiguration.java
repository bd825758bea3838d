package io.boto4j.spring.internal.actuator;

import io.boto4j.spring.AwsClients;
import io.boto4j.spring.Boto4jAutoConfiguration;
import io.boto4j.spring.Boto4jProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** The auto-configuration of the health indicator, in Spring Boot 3 and 4. */
@AutoConfiguration(after = Boto4jAutoConfiguration.class)
@ConditionalOnBean(AwsClients.class)
@Conditional(HealthEnabled.class)
final class Boto4jHealthAutoConfiguration {
  private static final String CURRENT =
      "org.springframework.boot.health.contributor.HealthIndicator";

  Boto4jHealthAutoConfiguration() {}

  /** Spring Boot 4 with its module for health. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(HealthIndicator.class)
  static class Current {
    @Bean
    @ConditionalOnMissingBean(name = "boto4jHealthIndicator")
    HealthIndicator boto4jHealthIndicator(AwsClients clients, Boto4jProperties properties) {
      return new Boto4jHealthIndicator(new HealthCheck(clients, properties.health()));
    }
  }

  /** Spring Boot 3 with its Actuator. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(name = OldHealthIndicator.INDICATOR)
  @ConditionalOnMissingClass(CURRENT)
  static class Old {
    @Bean
    @ConditionalOnMissingBean(name = "boto4jHealthIndicator")
    static OldHealthIndicator boto4jHealthIndicator(
        ObjectProvider<AwsClients> clients,
        ObjectProvider<Boto4jProperties> properties,
        ResourceLoader loader) {
      return new OldHealthIndicator(
          () -> new HealthCheck(clients.getObject(), properties.getObject().health()),
          loader.getClassLoader());
    }
  }
}
