package io.boto4j.spring.internal.observed;

import io.boto4j.micrometer.CallObservationConvention;
import io.boto4j.micrometer.ObservationInterceptor;
import io.boto4j.spring.Boto4jAutoConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The auto-configuration of observations, which become meters and spans by Spring's handlers. */
@AutoConfiguration(
    before = Boto4jAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration"
    })
@ConditionalOnClass({ObservationInterceptor.class, ObservationRegistry.class})
@ConditionalOnBean(ObservationRegistry.class)
final class MicrometerAutoConfiguration {
  MicrometerAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  ObservationInterceptor boto4jObservationInterceptor(
      ObservationRegistry registry, ObjectProvider<CallObservationConvention> conventions) {
    CallObservationConvention convention = conventions.getIfAvailable();
    return convention == null
        ? ObservationInterceptor.create(registry)
        : ObservationInterceptor.create(registry, convention);
  }
}
