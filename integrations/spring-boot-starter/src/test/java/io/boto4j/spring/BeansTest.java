package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

final class BeansTest {
  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(Boto4jAutoConfiguration.class))
          .withPropertyValues("boto4j.region=eu-west-1", "boto4j.read-timeout=9s");

  @Configuration(proxyBeanMethods = false)
  static class Local {
    @Bean(destroyMethod = "close")
    LocalAws aws() {
      return LocalAws.start();
    }
  }

  @Test
  void customizersAndInterceptors_applyAfterTheProperties() {
    contexts
        .withUserConfiguration(Local.class, Beans.Customizers.class)
        .run(
            context -> {
              AwsClients clients = context.getBean(AwsClients.class);
              assertThat(clients.client("athena").config().readTimeout())
                  .isEqualTo(Duration.ofMinutes(2));
              Client sts = clients.client("sts");
              assertThat(sts.config().readTimeout()).isEqualTo(Duration.ofSeconds(9));
              assertThat(sts.explain("GetCallerIdentity", Map.of()).toString())
                  .contains("x-tenant");
            });
  }

  @Test
  void emulator_winsOverPropertiesForEndpointsAndCredentials() {
    contexts
        .withUserConfiguration(Beans.Emulator.class)
        .withPropertyValues(
            "boto4j.endpoint-url=http://127.0.0.1:1",
            "boto4j.services.sqs.endpoint-url=http://127.0.0.1:2",
            "boto4j.services.sqs.max-attempts=7",
            "boto4j.profile=no-such",
            "boto4j.credentials.role-arn=arn:aws:iam::123456789012:role/x")
        .run(
            context -> {
              Client sqs = context.getBean(AwsClients.class).client("sqs");
              assertThat(sqs.endpointUrl()).hasToString("http://127.0.0.1:4566");
              assertThat(sqs.config().maxAttempts()).isEqualTo(7);
              assertThat(sqs.region()).isEqualTo("eu-west-1");
              assertThat(sqs.session().credentials().credentials().accessKeyId()).isEqualTo("test");
            });
  }

  @Test
  void role_ofTheProperties_isAssumed() {
    Map<String, Object> key =
        Map.of(
            "AccessKeyId", "ASIA1",
            "SecretAccessKey", "hush",
            "SessionToken", "token",
            "Expiration", Instant.parse("2100-01-01T00:00:00Z"));
    try (LocalAws aws =
        LocalAws.builder().on("sts", "AssumeRole", call -> Map.of("Credentials", key)).start()) {
      contexts
          .withBean(SessionCustomizer.class, () -> session -> session.transport(aws.transport()))
          .withPropertyValues(
              "boto4j.credentials.access-key-id=AKIA1",
              "boto4j.credentials.secret-access-key=secret",
              "boto4j.credentials.role-arn=arn:aws:iam::123456789012:role/reader",
              "boto4j.credentials.role-session-name=report",
              "boto4j.credentials.role-duration=20m",
              "boto4j.credentials.external-id=acme")
          .run(
              context -> {
                Session session = context.getBean(Session.class);
                assertThat(session.credentials().credentials().accessKeyId()).isEqualTo("ASIA1");
                aws.journal()
                    .assertCalled(
                        "sts", "AssumeRole", in -> "report".equals(in.text("RoleSessionName")));
                aws.journal()
                    .assertCalled("sts", "AssumeRole", in -> "acme".equals(in.text("ExternalId")));
                aws.journal()
                    .assertCalled("sts", "AssumeRole", in -> in.integer("DurationSeconds") == 1200);
              });
    }
  }

  @Test
  void ownClient_replacesTheStarters() {
    contexts
        .withUserConfiguration(Local.class, Beans.Own.class)
        .run(
            context ->
                assertThat(context.getBean(AwsClients.class).client("s3").region())
                    .isEqualTo("eu-central-1"));
  }

  @Test
  void lookup_findsClientsByName() {
    contexts
        .withUserConfiguration(Local.class, Beans.Lookup.class)
        .run(
            context -> {
              context.getBean("ping", Runnable.class).run();
              context.getBean(LocalAws.class).journal().assertCalled("sts", "GetCallerIdentity");
            });
  }

  @Test
  void customizers_runInTheirOrder() {
    contexts
        .withUserConfiguration(Ordered.class)
        .run(context -> assertThat(context.getBean(Session.class).region()).isEqualTo("us-west-2"));
  }

  @Configuration(proxyBeanMethods = false)
  static class Ordered {
    @Bean
    @Order(2)
    SessionCustomizer last() {
      return session -> session.region("us-west-2");
    }

    @Bean
    @Order(1)
    SessionCustomizer first() {
      return session -> session.region("us-west-1");
    }
  }

  @Test
  void sessionOfTheApplication_isUsedForTheClients() {
    contexts
        .withUserConfiguration(OwnSession.class)
        .run(
            context -> {
              assertThat(context).hasSingleBean(Session.class);
              assertThat(context.getBean(AwsClients.class).client("sqs").region())
                  .isEqualTo("ap-south-1");
            });
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnSession {
    @Bean
    Session session() {
      return Session.builder().environment(Map.of()).region("ap-south-1").build();
    }
  }
}
