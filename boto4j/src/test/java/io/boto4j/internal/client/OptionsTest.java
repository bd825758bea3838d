package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** A row is all that an option needs: one that is added to the table works everywhere. */
final class OptionsTest {
  private final Option<String> flavour =
      new Option<String>(Options.TABLE.size(), "flavour", String.class, OptionGroups.NETWORK)
          .variables("AWS_FLAVOUR", "AWS_FLAVOR")
          .profile("flavour")
          .block("sweets", "flavour")
          .lastVariable("FLAVOUR")
          .constant("vanilla");

  private final Options table = Options.TABLE.plus(flavour);

  @TempDir private Path home;

  @Test
  void values_withTheNewRow_keepIt() {
    OptionValues values = OptionValues.NONE.with(flavour, "mint");

    assertThat(values.get(flavour)).isEqualTo("mint");
    assertThat(OptionValues.NONE.get(flavour)).isNull();
    assertThat(OptionValues.NONE.orConstant(flavour)).isEqualTo("vanilla");
    assertThat(values.with(Options.REGION, "eu-west-1").get(flavour)).isEqualTo("mint");
    assertThat(values.with(flavour, null).get(flavour)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "code, first, second, profile, block, last, mode, code",
        "-, first, second, profile, block, last, mode, first",
        "-, '', second, profile, block, last, mode, second",
        "-, '', '', -, -, '', mode, mode",
        "-, -, second, profile, block, last, mode, second",
        "-, -, -, profile, block, last, mode, profile",
        "-, -, -, -, block, last, mode, block",
        "-, -, -, -, -, last, mode, last",
        "-, -, -, -, -, -, mode, mode",
        "-, -, -, -, -, -, -, vanilla"
      })
  void value_ofTheFirstSource_wins(
      @Nullable String code,
      @Nullable String first,
      @Nullable String second,
      @Nullable String profile,
      @Nullable String block,
      @Nullable String last,
      @Nullable String mode,
      String expected)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    put(environment, "AWS_FLAVOUR", first);
    put(environment, "AWS_FLAVOR", second);
    put(environment, "FLAVOUR", last);
    String file =
        (profile == null ? "" : "flavour = " + profile + "\n")
            + (block == null ? "" : "sweets =\n  flavour = " + block + "\n");
    ClientOptions options =
        options(OptionValues.NONE.with(flavour, code), environment, file)
            .withMode(OptionValues.NONE.with(flavour, mode));

    assertThat(options.text(flavour)).isEqualTo(expected);
  }

  @Test
  void guard_ofTheGroup_seesEachSource() throws IOException {
    assertThat(options(OptionValues.NONE, Map.of(), "").isAnySet(OptionGroups.NETWORK)).isFalse();
    assertThat(
            options(OptionValues.NONE.with(flavour, "mint"), Map.of(), "")
                .isAnySet(OptionGroups.NETWORK))
        .isTrue();
    for (String variable : List.of("AWS_FLAVOUR", "AWS_FLAVOR", "FLAVOUR")) {
      assertThat(
              options(OptionValues.NONE, Map.of(variable, "mint"), "")
                  .isAnySet(OptionGroups.NETWORK))
          .as(variable)
          .isTrue();
    }
    ClientOptions byProfile = options(OptionValues.NONE, Map.of(), "flavour = mint");
    assertThat(byProfile.isAnySet(OptionGroups.NETWORK)).isTrue();
    assertThat(byProfile.isAnySet(OptionGroups.SIGNING)).isFalse();
    assertThat(
            options(OptionValues.NONE, Map.of(), "sweets =\n  flavour = mint")
                .isAnySet(OptionGroups.NETWORK))
        .isTrue();
  }

  @Test
  void row_ofThePage_showsAllOfIt() {
    assertThat(OptionRow.of(flavour))
        .isEqualTo(
            "| `flavour` | `AWS_FLAVOUR`, `AWS_FLAVOR`, then the profile, then `FLAVOUR`"
                + " | `flavour`, `flavour` in `sweets` | `vanilla` |");
  }

  @ParameterizedTest
  @CsvSource({"true, false", "TRUE, false", "yes, true", "'', true"})
  void flag_withTheOppositeMeaning_isTurnedRound(String text, boolean expected) throws IOException {
    Map<String, String> environment = Map.of("AWS_DISABLE_HOST_PREFIX_INJECTION", text);

    assertThat(options(OptionValues.NONE, environment, "").flag(Options.INJECT_HOST_PREFIX))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @FieldSource("io.boto4j.internal.client.OptionGroups#ALL")
  void guards_withoutSettings_areFalse(String group) throws IOException {
    assertThat(options(OptionValues.NONE, Map.of(), "").isAnySet(group)).isFalse();
  }

  @Test
  void rows_ofTheTable_areAtTheirIndexAndHaveOneName() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < table.size(); i++) {
      Option<?> row = table.row(i);
      assertThat(row.index()).as(row.name()).isEqualTo(i);
      assertThat(names.add(row.name())).as(row.name()).isTrue();
      if (row.constant() != null) {
        assertThat(row.constant()).as(row.name()).isInstanceOf(row.type());
      } else {
        assertThat(row.unlessSet()).as(row.name()).isNotNull();
      }
    }
  }

  private ClientOptions options(
      OptionValues inCode, Map<String, String> environment, String profile) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), "[default]\n" + profile + "\n");
    Settings settings = new Settings(environment, Map.of(), new Profiles(environment, home), null);
    return new ClientOptions(table, inCode, settings, /* ofProcess= */ false, "dynamodb");
  }

  private static void put(Map<String, String> map, String key, @Nullable String value) {
    if (value != null) {
      map.put(key, value);
    }
  }
}
