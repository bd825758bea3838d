package io.boto4j.spring.sqs;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/**
 * The auto-configuration of SQS listeners: beans of type {@link SqsListenerContainer} start and
 * stop with the application.
 */
@AutoConfiguration
@ConditionalOnBean(SqsListenerContainer.class)
public final class SqsListenerAutoConfiguration {
  /** Creates the configuration. */
  public SqsListenerAutoConfiguration() {}

  @Bean
  SqsListenerLifecycle boto4jSqsListenerLifecycle(ObjectProvider<SqsListenerContainer> containers) {
    return new SqsListenerLifecycle(containers);
  }
}
