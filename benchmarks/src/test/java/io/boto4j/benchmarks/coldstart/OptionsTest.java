package io.boto4j.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
  @Test
  void parse_nothing_comparesEverything() {
    Options options = Options.parse(List.of());

    assertThat(options.rounds).isEqualTo(9);
    assertThat(options.markdown).isFalse();
    assertThat(options.typed).isFalse();
    assertThat(options.tasks).containsExactly(Task.values());
    assertThat(List.of(options.http, options.https, options.plain, options.archived))
        .containsOnly(true);
    assertThat(options.jdks).isEmpty();
    assertThat(options.baseline).isEmpty();
    assertThat(options.only).isEmpty();
  }

  @Test
  void parse_choices_leaveTheRestOut() {
    Options options =
        parse("--task describedbinstances,getitem --scheme https --archive cds --rounds 3");

    assertThat(options.tasks).containsExactly(Task.GET_ITEM, Task.DESCRIBE_DB_INSTANCES);
    assertThat(options.http).isFalse();
    assertThat(options.https).isTrue();
    assertThat(options.plain).isFalse();
    assertThat(options.archived).isTrue();
    assertThat(options.rounds).isEqualTo(3);
  }

  @Test
  void parse_jdks_areAllMeasured() {
    Options options = parse("--jdk /a --markdown --jdk /b");

    assertThat(options.jdks).containsExactly(Path.of("/a"), Path.of("/b"));
    assertThat(options.markdown).isTrue();
  }

  @Test
  void parse_recipe_isMeasuredOnlyIfNamed() {
    assertThat(parse("--rounds 3").recipes).isFalse();
    Options options = parse("--archive none,recipe --jdk 25");

    assertThat(options.recipes).isTrue();
    assertThat(options.archived).isFalse();
    assertThat(options.features).containsExactly(25);
    assertThat(options.jdks).isEmpty();
  }

  @Test
  void parse_typed_takesNoValue() {
    Options options = parse("--typed --rounds 3");

    assertThat(options.typed).isTrue();
    assertThat(options.rounds).isEqualTo(3);
  }

  @Test
  void parse_only_isTheTextOfTheNames() {
    assertThat(parse("--only boto4j").only).isEqualTo("boto4j");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--task putitem",
        "--task getitem,",
        "--scheme ftp",
        "--archive all",
        "--rounds 0",
        "--rounds -1",
        "--rounds many",
        "--rounds 99999999999",
        "--rounds",
        "--baseline /no/such/build",
        "--quick 1",
        "getitem"
      })
  void parse_unknownNameOrValue_isRefused(String command) {
    assertThatThrownBy(() -> parse(command)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parse_unknownTask_namesThoseThereAre() {
    assertThatThrownBy(() -> parse("--task putitem"))
        .hasMessage("'putitem' is not one of getitem, getobject, describedbinstances");
  }

  private static Options parse(String command) {
    return Options.parse(List.of(command.split(" ", -1)));
  }
}
