package io.boto4j.spring.internal.actuator;

import io.boto4j.Session;
import io.boto4j.spring.Boto4jAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The auto-configuration of the info contributor. */
@AutoConfiguration(after = Boto4jAutoConfiguration.class)
@ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
@ConditionalOnBean(Session.class)
@ConditionalOnEnabledInfoContributor("boto4j")
final class Boto4jInfoAutoConfiguration {
  Boto4jInfoAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean(name = "boto4jInfoContributor")
  InfoContributor boto4jInfoContributor(Session session) {
    return new Boto4jInfo(session);
  }
}
