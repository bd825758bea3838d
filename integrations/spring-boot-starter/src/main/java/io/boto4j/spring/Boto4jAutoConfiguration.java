package io.boto4j.spring;

import io.boto4j.Interceptor;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import io.boto4j.s3.S3Transfer;
import io.boto4j.spring.internal.EarlyCustomizers;
import io.boto4j.spring.internal.PropertyCheck;
import io.boto4j.spring.internal.Sessions;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * The auto-configuration of boto4j: the session, the clients and the check of the properties.
 *
 * <p>Every bean of type {@link Interceptor} applies to all clients.
 */
@AutoConfiguration
@EnableConfigurationProperties({Boto4jProperties.class, ClientProperties.class})
public final class Boto4jAutoConfiguration {
  Boto4jAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  Session boto4jSession(
      Boto4jProperties properties,
      ClientProperties defaults,
      ObjectProvider<AwsConnectionDetails> details,
      ObjectProvider<Interceptor> interceptors,
      ObjectProvider<SessionCustomizer> customizers,
      BeanFactory beans,
      Environment environment) {
    AwsConnectionDetails given = details.getIfAvailable();
    Session.Builder builder = given == null ? Session.builder() : given.sessionBuilder();
    Sessions.apply(builder, properties, defaults, given != null);
    AsyncCalls.executor(beans, environment).ifPresent(builder::executor);
    interceptors.orderedStream().forEach(builder::interceptor);
    EarlyCustomizers.apply(builder);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    Session session = builder.build();
    Sessions.checkServices(session, properties);
    return given == null ? Sessions.withRole(session, properties.credentials()) : session;
  }

  /** The connection to a {@code LocalAws}, if boto4j-local is on the class path. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(LocalAws.class)
  static class Local {
    @Bean
    @ConditionalOnBean(LocalAws.class)
    @ConditionalOnMissingBean
    AwsConnectionDetails boto4jLocalConnectionDetails(LocalAws aws) {
      return aws::sessionBuilder;
    }
  }

  @Bean(ClientBeans.CLIENTS)
  AwsClients boto4jClients(
      Session session,
      Boto4jProperties properties,
      ObjectProvider<ClientCustomizer> customizers,
      ObjectProvider<AwsConnectionDetails> details,
      ClientBeans clients,
      DefaultListableBeanFactory factory) {
    boolean withEndpoints = details.getIfAvailable() == null;
    List<ClientCustomizer> ordered = customizers.orderedStream().toList();
    return new AwsClients(session, properties, ordered, withEndpoints, clients, factory);
  }

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  S3Transfer boto4jS3Transfer(AwsClients clients) {
    return S3Transfer.of(clients.client("s3"));
  }

  @Bean
  static ClientBeans boto4jClientBeans() {
    return new ClientBeans();
  }

  @Bean
  static PropertyCheck boto4jPropertyCheck(ConfigurableEnvironment environment) {
    return new PropertyCheck(environment);
  }
}
