package io.boto4j.spring.internal.observed;

import io.boto4j.opentelemetry.OpenTelemetryInterceptor;
import io.boto4j.spring.Boto4jAutoConfiguration;
import io.opentelemetry.api.OpenTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The auto-configuration of spans and metrics by OpenTelemetry's own API. */
@AutoConfiguration(
    before = Boto4jAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.opentelemetry.OpenTelemetryAutoConfiguration",
      "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration"
    })
@ConditionalOnClass({OpenTelemetryInterceptor.class, OpenTelemetry.class})
@ConditionalOnBean(OpenTelemetry.class)
final class OpenTelemetryAutoConfiguration {
  OpenTelemetryAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  OpenTelemetryInterceptor boto4jOpenTelemetryInterceptor(OpenTelemetry openTelemetry) {
    return OpenTelemetryInterceptor.create(openTelemetry);
  }
}
