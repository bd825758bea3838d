package io.boto4j.spring.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.spring.AwsClient;
import io.boto4j.spring.AwsClients;
import io.boto4j.spring.Boto4jAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** The reports that Spring Boot prints when a start fails, made by its analyzers and ours. */
final class FailureReportTest {
  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(Boto4jAutoConfiguration.class));

  private FailureAnalysis report(Class<?> application, String... properties) {
    FailureAnalysis[] found = new FailureAnalysis[1];
    contexts
        .withUserConfiguration(application)
        .withPropertyValues(properties)
        .run(
            context -> {
              assertThat(context).hasFailed();
              found[0] = analyze(context.getStartupFailure());
            });
    return found[0];
  }

  private static FailureAnalysis analyze(Throwable failure) {
    for (FailureAnalyzer analyzer :
        SpringFactoriesLoader.forDefaultResourceLocation()
            .load(FailureAnalyzer.class, FailureHandler.handleMessage((m, e) -> {}))) {
      FailureAnalysis analysis = analyzer.analyze(failure);
      if (analysis != null) {
        return analysis;
      }
    }
    throw new AssertionError("No analyzer knows the failure", failure);
  }

  @Configuration(proxyBeanMethods = false)
  static class Empty {}

  @Configuration(proxyBeanMethods = false)
  static class Dynamo {
    @Bean
    String users(@AwsClient("dynamodb") Client dynamodb) {
      return dynamodb.service();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Misspelled {
    @Bean
    String users(@AwsClient("dinamodb") Client dynamodb) {
      return dynamodb.service();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Unqualified {
    @Bean
    String users(Client client) {
      return client.service();
    }
  }

  @Test
  void property_thatIsMisspelled_isReportedWithNearNamesAndItsPlace() {
    FailureAnalysis report = report(Empty.class, "boto4j.regoin=eu-west-1");
    assertThat(report.getDescription())
        .contains(
            "'boto4j.regoin'", "\"boto4j.regoin\" from property source", "Did you mean region");
    assertThat(report.getAction()).contains("Known below 'boto4j'", "endpoint-url", "profile");
  }

  @Test
  void property_thatIsMisspelledInADeeperLevel_isReported() {
    assertThat(report(Empty.class, "boto4j.credentials.acces-key-id=A").getDescription())
        .contains("boto4j.credentials.acces-key-id", "Did you mean access-key-id");
    assertThat(report(Empty.class, "boto4j.s3.addresing-style=path").getDescription())
        .contains("Did you mean addressing-style");
    assertThat(report(Empty.class, "boto4j.services.s3.s3.addresing-style=path").getDescription())
        .contains("Did you mean addressing-style");
    assertThat(report(Empty.class, "boto4j.services.sqs.read-timout=1s").getDescription())
        .contains("Did you mean read-timeout");
    assertThat(report(Empty.class, "boto4j.region.name=x").getAction())
        .contains("Remove what follows 'boto4j.region'");
  }

  @Test
  void properties_ofEveryForm_areAccepted() {
    contexts
        .withPropertyValues(
            "boto4j.use-fips-endpoint=true",
            "boto4j.maxAttempts=2",
            "boto4j.read_timeout=5s",
            "boto4j.proxies.https=http://127.0.0.1:3128",
            "boto4j.auth-scheme-preference[0]=sigv4",
            "boto4j.client-context-params.ServiceType=x",
            "boto4j.services.cognito-idp.region=eu-west-1",
            "boto4j.health.calls[0]=sts:GetCallerIdentity",
            "boto4jay.something=else")
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(AwsClients.class));
  }

  @Test
  void service_thatIsUnknown_isReportedWithNearNames() {
    assertThat(report(Empty.class, "boto4j.services.dinamodb.region=x").getDescription())
        .contains("boto4j.services.dinamodb", "Did you mean dynamodb");
    FailureAnalysis report = report(Misspelled.class, "boto4j.region=eu-west-1");
    assertThat(report.getDescription()).contains("'users'", "dinamodb", "dynamodb");
    assertThat(report.getAction()).contains("boto4j.data-path");
  }

  @Test
  void region_thatIsMissing_isReportedWithTheProperty() {
    FailureAnalysis report = report(Dynamo.class);
    assertThat(report.getDescription()).contains("'users'", "region");
    assertThat(report.getAction()).contains("boto4j.region");
  }

  @Test
  void option_withAnInvalidValue_isReported() {
    assertThat(report(Empty.class, "boto4j.read-timeout=0s").getDescription())
        .contains("below boto4j ", "readTimeout");
    assertThat(report(Dynamo.class, "boto4j.region=eu-west-1", "boto4j.retry-mode=often"))
        .satisfies(
            report -> {
              assertThat(report.getDescription()).contains("often");
              assertThat(report.getAction()).contains("property below boto4j");
            });
    assertThat(report(Empty.class, "boto4j.client-key=key.pem").getDescription())
        .contains("client-cert is not");
  }

  @Test
  void accessKey_thatIsIncomplete_isReportedWithoutTheSecret() {
    FailureAnalysis report = report(Empty.class, "boto4j.credentials.secret-access-key=hush");
    assertThat(report.getDescription())
        .contains("boto4j.credentials.access-key-id is not set")
        .doesNotContain("hush");
  }

  @Test
  void role_withoutArn_isReported() {
    assertThat(report(Empty.class, "boto4j.credentials.external-id=acme").getAction())
        .contains("boto4j.credentials.role-arn");
  }

  @Test
  void client_withoutQualifier_isReportedWithTheAnnotation() {
    assertThat(report(Unqualified.class, "boto4j.region=eu-west-1").getAction())
        .contains("@AwsClient(\"dynamodb\")");
  }
}
