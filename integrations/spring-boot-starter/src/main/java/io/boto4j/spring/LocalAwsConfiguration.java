package io.boto4j.spring;

import io.boto4j.local.LocalAws;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The configuration that starts an AWS inside the process, for {@link AutoConfigureLocalAws}. */
@AutoConfiguration(before = Boto4jAutoConfiguration.class)
final class LocalAwsConfiguration {
  LocalAwsConfiguration() {}

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  LocalAws localAws() {
    return LocalAws.start();
  }
}
