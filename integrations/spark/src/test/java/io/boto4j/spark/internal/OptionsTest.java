package io.boto4j.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
  private static Options of(Map<String, String> given) {
    return Options.of(
        given, "The source aws", List.of("service", "operation", "segments", "param."));
  }

  @Test
  void names_inAnyCase_areFound() {
    assertThat(of(Map.of("SERVICE", " ec2 ")).text("service")).isEqualTo("ec2");
    assertThat(of(Map.of("PARAM.TableName", "t")).withPrefix("param."))
        .isEqualTo(Map.of("TableName", "t"));
  }

  @Test
  void unknownNames_areAllNamedWithNearOnes() {
    assertThatThrownBy(() -> of(Map.of("sevrice", "ec2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The source aws has no option 'sevrice'. Did you mean service? The options are:"
                + " operation, param., segments, service.");
  }

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30, PT30S", "30s, PT30S", "5m, PT5M", "PT1H, PT1H", "1.5s, PT1.5S"})
  void durations_areRead(String text, Duration expected) {
    assertThat(of(Map.of("service", text)).duration("service")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "0s", "-5s", "5 parsecs"})
  void durations_thatAreInvalid_areRefused(String text) {
    assertThatThrownBy(() -> of(Map.of("service", text)).duration("service"))
        .hasMessageContaining(
            "The source aws: the option 'service' is '" + text + "', but must be");
  }

  @Test
  void numbers_outsideTheirRange_areRefused() {
    Options options = of(Map.of("segments", "0", "service", "x"));
    assertThatThrownBy(() -> options.integer("segments", 1, 1, 1_000_000))
        .hasMessage(
            "The source aws: the option 'segments' is '0', but must be a whole number from 1 to"
                + " 1000000.");
    assertThatThrownBy(() -> options.positive("segments", 1)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> options.bool("service", true)).hasMessageContaining("true or false");
    assertThatThrownBy(() -> options.oneOf("service", "failFast", "permissive"))
        .hasMessageContaining("one of failFast, permissive");
    assertThat(options.oneOf("operation", "failFast", "permissive")).isEqualTo("failFast");
  }

  @Test
  void required_thatIsMissing_isNamedWithAnExample() {
    assertThatThrownBy(() -> of(Map.of()).required("service", "ec2"))
        .hasMessage(
            "The source aws needs the option 'service', such as option(\"service\", \"ec2\").");
  }

  @ParameterizedTest
  @CsvSource({
    "accessKeyId, x",
    "aws_secret_access_key, x",
    "fs.s3a.secret.key, x",
    "sessionToken, x",
    "credentialsProvider.password, x",
    "service, AKIAIOSFODNN7SPARKTS",
    "service, wJalrXUtnFEMI/K7MDENG/bPxRfiCYSPARKTESTS"
  })
  void secrets_areRefusedWithoutRepeatingThem(String name, String value) {
    assertThatThrownBy(() -> of(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("The option '" + name + "' ")
        .hasMessageContaining("a 'roleArn', or the class of a 'credentialsProvider'")
        .extracting(Throwable::getMessage, org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .doesNotContain("AKIA", "wJalr");
  }
}
