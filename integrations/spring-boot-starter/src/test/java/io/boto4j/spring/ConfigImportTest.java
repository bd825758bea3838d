package io.boto4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.local.LocalAws;
import io.boto4j.spring.internal.StartupException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

final class ConfigImportTest {
  private static LocalAws aws;

  @BeforeAll
  static void start() {
    aws = LocalAws.builder().services("ssm", "secretsmanager", "kms", "sts").start();
    Session session = aws.session("eu-west-1");
    try (Client ssm = session.client("ssm")) {
      for (int i = 0; i < 25; i++) {
        parameter(ssm, "/many/p" + i, "value " + i);
      }
      parameter(ssm, "/app/db/url", "jdbc:test");
      ssm.call(
          "PutParameter",
          Map.of("Name", "/app/db/password", "Value", "hunter2", "Type", "SecureString"));
    }
    try (Client secrets = session.client("secretsmanager")) {
      secret(
          secrets, "app-secret", "{\"db\": {\"user\": \"ann\", \"ports\": [1, 2]}, \"on\": true}");
      secret(secrets, "app/token", "t0ken");
      secret(secrets, "broken", "{\"password\": hunter2");
    }
  }

  private static void parameter(Client ssm, String name, String value) {
    ssm.call("PutParameter", Map.of("Name", name, "Value", value, "Type", "String"));
  }

  private static void secret(Client secrets, String name, String value) {
    secrets.call("CreateSecret", Map.of("Name", name, "SecretString", value));
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}

  private static ConfigurableApplicationContext run(String... imports) {
    return runWith(List.of(), imports);
  }

  private static ConfigurableApplicationContext runWith(List<String> more, String... imports) {
    List<String> arguments = new ArrayList<>(more);
    arguments.add("--spring.config.import=" + String.join(",", imports));
    arguments.add("--boto4j.endpoint-url=" + aws.endpoint());
    arguments.add("--boto4j.region=eu-west-1");
    arguments.add("--boto4j.max-attempts=1");
    if (more.isEmpty()) {
      arguments.add("--boto4j.credentials.access-key-id=AKIA1");
      arguments.add("--boto4j.credentials.secret-access-key=secret");
    }
    return new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .properties(Map.of("spring.main.banner-mode", "off", "logging.level.root", "off"))
        .run(arguments.toArray(String[]::new));
  }

  @Test
  void path_becomesPropertiesBelowIt() {
    try (ConfigurableApplicationContext context = run("aws-parameterstore:/app/")) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("db.url")).isEqualTo("jdbc:test");
      assertThat(environment.getProperty("db.password")).isEqualTo("hunter2");
    }
  }

  @Test
  void path_withPrefixAndManyPages_isReadToTheEnd() {
    try (ConfigurableApplicationContext context = run("aws-parameterstore:/many?prefix=m.")) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("m.p0")).isEqualTo("value 0");
      assertThat(environment.getProperty("m.p24")).isEqualTo("value 24");
      aws.journal().assertCalled("ssm", "GetParametersByPath", in -> in.text("NextToken") != null);
    }
  }

  @Test
  void secret_inJson_becomesNestedProperties() {
    try (ConfigurableApplicationContext context =
        run("aws-secretsmanager:app-secret", "aws-secretsmanager:app/token?prefix=api.")) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("db.user")).isEqualTo("ann");
      assertThat(environment.getProperty("db.ports[1]", int.class)).isEqualTo(2);
      assertThat(environment.getProperty("on", boolean.class)).isTrue();
      assertThat(environment.getProperty("api.token")).isEqualTo("t0ken");
    }
  }

  @Test
  void secret_thatDoesNotExist_failsUnlessOptional() {
    assertThatThrownBy(() -> run("aws-secretsmanager:no-such"))
        .isInstanceOf(ConfigDataResourceNotFoundException.class)
        .hasMessageContaining("aws-secretsmanager:no-such");
    assertThatThrownBy(() -> run("aws-parameterstore:/no/such/"))
        .isInstanceOf(ConfigDataResourceNotFoundException.class)
        .hasMessageContaining("aws-parameterstore:/no/such/");
    run("optional:aws-secretsmanager:no-such", "optional:aws-parameterstore:/no/such/").close();
  }

  @Test
  void secret_withBrokenJson_failsWithoutShowingIt() {
    assertThatThrownBy(() -> run("optional:aws-secretsmanager:broken"))
        .isInstanceOf(StartupException.class)
        .hasMessageContaining("aws-secretsmanager:broken")
        .hasMessageContaining("not valid JSON")
        .hasNoCause()
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void credentials_thatAreMissing_failEvenIfOptional() {
    assertThatThrownBy(
            () ->
                runWith(
                    List.of("--spring.application.name=x"), "optional:aws-parameterstore:/app/"))
        .isInstanceOfSatisfying(
            StartupException.class,
            e -> {
              assertThat(e).hasMessageContaining("aws-parameterstore:/app/");
              assertThat(e.action()).contains("boto4j.profile");
            });
  }

  @Test
  void permission_thatIsMissing_isNamedEvenIfOptional() {
    aws.faults().fail("secretsmanager", 1, "AccessDeniedException", "Not yours.");
    try {
      assertThatThrownBy(() -> run("optional:aws-secretsmanager:app-secret"))
          .isInstanceOfSatisfying(
              StartupException.class,
              e -> {
                assertThat(e).hasMessageContaining("aws-secretsmanager:app-secret");
                assertThat(e.action()).contains("secretsmanager:GetSecretValue");
              });
    } finally {
      aws.faults().clear();
    }
  }

  @Test
  void file_withImports_isConfiguredByItsOwnProperties(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("application.properties"),
        """
        boto4j.region=eu-west-1
        boto4j.endpoint-url=http://127.0.0.1:1
        boto4j.services.ssm.endpoint-url=%s
        boto4j.credentials.access-key-id=AKIA1
        boto4j.credentials.secret-access-key=secret
        spring.config.import=aws-parameterstore:/app/
        app.url=${db.url}?ssl=true
        """
            .formatted(aws.endpoint()),
        StandardCharsets.UTF_8);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .properties(Map.of("spring.main.banner-mode", "off", "logging.level.root", "off"))
            .run("--spring.config.location=" + folder.toUri())) {
      assertThat(context.getEnvironment().getProperty("app.url")).isEqualTo("jdbc:test?ssl=true");
    }
  }

  @Test
  void example_ofThePage_isImported() throws IOException {
    String page = Files.readString(Path.of("../../docs/spring-boot.md"), StandardCharsets.UTF_8);
    Matcher example = Pattern.compile("(?m)^spring.config.import=(.*app-secret.*)$").matcher(page);
    assertThat(example.find()).isTrue();
    try (ConfigurableApplicationContext context = run(example.group(1))) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("db.url")).isEqualTo("jdbc:test");
      assertThat(environment.getProperty("app.db.user")).isEqualTo("ann");
    }
  }

  @Test
  void location_thatIsWrong_failsWithTheRightForm() {
    assertThatThrownBy(() -> run("aws-parameterstore:app/"))
        .hasMessageContaining("paths begin with a slash");
    assertThatThrownBy(() -> run("aws-secretsmanager:")).hasMessageContaining("not name a secret");
    assertThatThrownBy(() -> run("aws-secretsmanager:app-secret?prefx=x."))
        .hasMessageContaining("'prefx'. Did you mean prefix?");
  }
}
