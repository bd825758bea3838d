package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import io.boto4j.spring.internal.StartupException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.util.ReflectionUtils;

final class ActuatorTest {
  /** The name of auto-configurations that are not part of the API. */
  private static final String ACTUATOR = "io.boto4j.spring.internal.actuator.";

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  Boto4jAutoConfiguration.class,
                  type("Boto4jHealthAutoConfiguration"),
                  type("Boto4jInfoAutoConfiguration")))
          .withPropertyValues("boto4j.region=eu-west-1");

  private final ApplicationContextRunner local =
      contexts.withUserConfiguration(LocalAwsConfiguration.class);

  private static Class<?> type(String name) {
    try {
      return Class.forName(ACTUATOR + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The health as text, such as {@code UP {region=eu-west-1}}: its type depends on Spring Boot. */
  private static String health(ApplicationContext context) {
    Object indicator = context.getBean("boto4jHealthIndicator");
    for (Class<?> type : indicator.getClass().getInterfaces()) {
      if (type.getSimpleName().equals("HealthIndicator")) {
        return health(indicator, type);
      }
    }
    return health(indicator, indicator.getClass().getSuperclass());
  }

  private static String health(Object indicator, Class<?> type) {
    return String.valueOf(
        ReflectionUtils.invokeMethod(ReflectionUtils.findMethod(type, "health"), indicator));
  }

  @Test
  void health_withCredentials_isUpWithoutAnyCall() {
    local.run(
        context -> {
          assertThat(health(context))
              .startsWith("UP")
              .contains("region=eu-west-1", "credentials=explicit");
          assertThat(context.getBean(LocalAws.class).journal().calls()).isEmpty();
        });
  }

  @Test
  void health_withCalls_makesThem() {
    local
        .withPropertyValues("boto4j.health.calls=sts:GetCallerIdentity,dynamodb:list_tables")
        .run(
            context -> {
              LocalAws aws = context.getBean(LocalAws.class);
              assertThat(health(context))
                  .startsWith("UP")
                  .contains("sts:GetCallerIdentity=ok", "dynamodb:list_tables=ok");
              aws.journal().assertCalled("sts", "GetCallerIdentity");
              aws.faults().fail("sts", 1, "AccessDenied", "No.");
              assertThat(health(context))
                  .startsWith("DOWN")
                  .contains("sts:GetCallerIdentity=AccessDenied", "dynamodb:list_tables=ok");
              aws.journal().assertCalls("sts", "GetCallerIdentity", 2); // no retry
            });
  }

  @Test
  void health_withoutCredentials_isDown() {
    contexts.run(context -> assertThat(health(context)).startsWith("DOWN").contains("redentials"));
  }

  @Test
  void call_thatIsUnknown_failsTheStartWithNearNames() {
    local
        .withPropertyValues("boto4j.health.calls=sts:GetCalerIdentity")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("Did you mean GetCallerIdentity"));
    local
        .withPropertyValues("boto4j.health.calls=GetCallerIdentity")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("'GetCallerIdentity', which is not a call"));
  }

  @Test
  void indicator_thatIsDisabled_doesNotExist() {
    local
        .withPropertyValues("management.health.boto4j.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("boto4jHealthIndicator"));
    local
        .withPropertyValues("management.health.defaults.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean("boto4jHealthIndicator"));
  }

  @Test
  void info_hasTheSettingsAndNoSecret() {
    contexts
        .withPropertyValues(
            "boto4j.credentials.access-key-id=AKID",
            "boto4j.credentials.secret-access-key=verysecret")
        .run(
            context -> {
              Info.Builder info = new Info.Builder();
              context.getBean("boto4jInfoContributor", InfoContributor.class).contribute(info);
              assertThat(info.build().getDetails().toString())
                  .contains("version=" + Session.version())
                  .contains("region=eu-west-1", "profile=default", "credentials=explicit")
                  .doesNotContain("AKID", "verysecret");
            });
  }

  @Test
  void info_withoutCredentials_doesNotFail() {
    contexts.run(
        context -> {
          Info.Builder info = new Info.Builder();
          context.getBean("boto4jInfoContributor", InfoContributor.class).contribute(info);
          assertThat(info.build().getDetails().toString()).contains("NoCredentialsException");
        });
  }
}
