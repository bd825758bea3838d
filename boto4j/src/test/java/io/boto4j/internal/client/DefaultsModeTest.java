package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import io.boto4j.model.ModelLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options that a defaults mode sets, by AWS's table. */
final class DefaultsModeTest {
  @ParameterizedTest
  @CsvSource({
    "standard, 3100",
    "Standard, 3100",
    "in-region, 1100",
    "cross-region, 3100",
    "mobile, 30000"
  })
  void mode_named_setsConnectTimeoutAndS3Host(String mode, int millis) {
    OptionValues values = values(mode, Map.of(), "eu-west-1", null);

    assertThat(values.get(Options.CONNECT_TIMEOUT)).isEqualTo(Duration.ofMillis(millis));
    assertThat(values.get(Options.S3_US_EAST_1_REGIONAL_ENDPOINT)).isEqualTo("regional");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "AWS_Lambda_java17, eu-west-1, us-east-1, -, 1100",
        "AWS_Lambda_java17, us-east-1, eu-west-1, -, 3100",
        "AWS_Lambda_java17, '', eu-west-1, -, 1100",
        "'', eu-west-1, -, us-east-2, 3100",
        "-, eu-west-1, -, eu-west-1, 1100",
        "-, -, -, -, 3100"
      })
  void mode_auto_comparesWhereItRunsWithWhereItCalls(
      @Nullable String execution,
      @Nullable String region,
      @Nullable String defaultRegion,
      @Nullable String instance,
      int millis) {
    Map<String, String> environment = new HashMap<>();
    put(environment, "AWS_EXECUTION_ENV", execution);
    put(environment, "AWS_REGION", region);
    put(environment, "AWS_DEFAULT_REGION", defaultRegion);

    OptionValues values = values("auto", environment, "eu-west-1", instance);

    assertThat(values.get(Options.CONNECT_TIMEOUT)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"legacy", "LEGACY"})
  void mode_legacy_changesNothing(String mode) {
    assertThat(values(mode, Map.of(), null, null)).isSameAs(OptionValues.NONE);
  }

  private static OptionValues values(
      String mode,
      Map<String, String> environment,
      @Nullable String region,
      @Nullable String instanceRegion) {
    Path home = Path.of("no-such-home");
    Settings settings = new Settings(environment, new Profiles(environment, home), null);
    return DefaultsMode.of(mode, settings, ModelLoader.of(List.of()), region, () -> instanceRegion);
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
