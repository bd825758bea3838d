package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ConfigParseException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.ProfileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
  @TempDir Path home;

  @Test
  void value_environment_winsOverProfile() throws IOException {
    config("[default]\nretry_mode = legacy\nonly = here\n");
    Settings settings = settings(Map.of("AWS_RETRY_MODE", "standard"), null);

    assertThat(settings.value("AWS_RETRY_MODE", "retry_mode")).isEqualTo("standard");
    assertThat(settings.value("AWS_ONLY", "only")).isEqualTo("here");
    assertThat(settings.value(null, "only")).isEqualTo("here");
    assertThat(settings.value("AWS_RETRY_MODE", null)).isEqualTo("standard");
    assertThat(settings.value("AWS_NONE", "none")).isNull();
    assertThat(settings.value("AWS_NONE", null)).isNull();
    assertThat(settings.value(null, null)).isNull();
  }

  @Test
  void value_emptyEnvironment_isThatOfTheProfile() throws IOException {
    config("[default]\nretry_mode = legacy\n");
    Settings settings = settings(Map.of("AWS_RETRY_MODE", ""), null);

    assertThat(settings.value("AWS_RETRY_MODE", "retry_mode")).isEqualTo("legacy");
    assertThat(settings.value("AWS_RETRY_MODE", null)).isNull();
    assertThat(settings.variable("AWS_RETRY_MODE")).isEmpty();
  }

  @Test
  void bool_onlyTrueInAnyCase_isTrue() throws IOException {
    config("[default]\na = TRUE\nb = yes\nc = 1\nd =\n");
    Settings settings = settings(Map.of("D", "True", "E", ""), null);

    assertThat(settings.bool(null, "a")).isTrue();
    assertThat(settings.bool(null, "b")).isFalse();
    assertThat(settings.bool(null, "c")).isFalse();
    assertThat(settings.bool(null, "d")).isFalse();
    assertThat(settings.bool("D", "d")).isTrue();
    assertThat(settings.bool("E", "a")).isTrue();
    assertThat(settings.bool("F", "f")).isNull();
  }

  @Test
  void nested_isTheActiveProfilesBlock() throws IOException {
    config("[default]\ns3 =\n  addressing_style = path\n");

    assertThat(settings(Map.of(), null).nested("s3")).containsEntry("addressing_style", "path");
    assertThat(settings(Map.of(), null).nested("none")).isEmpty();
    assertThat(settings(Map.of("AWS_CONFIG_FILE", ""), null).nested("s3")).isEmpty();
  }

  @Test
  void profile_code_thenDefaultProfileVariable_thenProfileVariable() throws IOException {
    config("[default]\n[profile a]\n[profile b]\n[profile c]\n");
    Map<String, String> both = Map.of("AWS_DEFAULT_PROFILE", "b", "AWS_PROFILE", "c");

    assertThat(settings(both, "a").profileName()).isEqualTo("a");
    assertThat(settings(both, "a").profileWasSetInCode()).isTrue();
    assertThat(settings(both, null).profileName()).isEqualTo("b");
    assertThat(settings(both, null).profileWasSetInCode()).isFalse();
    assertThat(settings(Map.of("AWS_PROFILE", "c"), null).profile().name()).isEqualTo("c");
    assertThat(settings(Map.of(), null).profile().name()).isEqualTo("default");
  }

  @Test
  void profile_noneNamedAndNoDefault_isNone() {
    Settings settings = settings(Map.of(), null);

    assertThat(settings.profileName()).isEqualTo("default");
    assertThat(settings.profile()).isNull();
    assertThat(settings.value(null, "region")).isNull();
  }

  @Test
  void profile_inCredentialsFileOnly_exists() throws IOException {
    write("credentials", "[dev]\nregion = a\n");

    assertThat(settings(Map.of(), "dev").region()).isEqualTo("a");
  }

  @Test
  void missingProfile_saysWhereAndWhatIsNear() throws IOException {
    config("[default]\n[profile dev]\n[profile prod]\n");

    assertThatThrownBy(() -> settings(Map.of("AWS_PROFILE", "Dve1"), null))
        .isInstanceOf(ProfileNotFoundException.class)
        .hasMessage(
            "The config profile (Dve1) could not be found. It was named by AWS_PROFILE. Profiles"
                + " found: default, dev, prod. Looked in: "
                + home.resolve(".aws").resolve("config")
                + ", "
                + home.resolve(".aws").resolve("credentials")
                + " (missing).");
    assertThatThrownBy(() -> settings(Map.of("AWS_DEFAULT_PROFILE", "Prd"), null))
        .hasMessageContaining("It was named by AWS_DEFAULT_PROFILE. Did you mean 'prod'? Profiles");
  }

  @Test
  void missingProfile_namedInCode_saysSo() {
    ProfileNotFoundException thrown =
        catchThrowableOfType(
            ProfileNotFoundException.class,
            () -> settings(Map.of("AWS_CONFIG_FILE", ""), "x\n\u001b" + "y".repeat(200)));

    assertThat(thrown.profile()).isEqualTo("x??" + "y".repeat(97) + "…");
    assertThat(thrown)
        .hasMessageStartingWith("The config profile (x??yy")
        .hasMessageContaining("It was named in code. There are no profiles. Looked in: no config")
        .message()
        .doesNotContain("\n", "\u001b");
  }

  @Test
  void missingProfile_amongMany_listsTwenty() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      text.append("[profile p").append(i).append("]\n");
    }
    config(text.toString());

    assertThatThrownBy(() -> settings(Map.of(), "elsewhere"))
        .hasMessageContaining("p18, p19 and 5 more.")
        .hasMessageNotContaining("Did you mean");
  }

  @Test
  void defaultProfile_named_mustExist() {
    assertThatThrownBy(() -> settings(Map.of("AWS_PROFILE", "default"), null))
        .isInstanceOf(ProfileNotFoundException.class);
  }

  @Test
  void profile_emptyVariable_isNotNamed() {
    Settings settings = settings(Map.of("AWS_PROFILE", "", "AWS_DEFAULT_PROFILE", ""), null);

    assertThat(settings.profileName()).isEqualTo("default");
    assertThatThrownBy(() -> settings(Map.of(), ""))
        .hasMessageStartingWith("The config profile () could not be found. It was named in code.");
  }

  @Test
  void region_isAwsRegion_thenAwsDefaultRegion_thenProfile() throws IOException {
    config("[default]\nregion = c\n");

    assertThat(settings(Map.of("AWS_REGION", "a", "AWS_DEFAULT_REGION", "b"), null).region())
        .isEqualTo("a");
    assertThat(settings(Map.of("AWS_DEFAULT_REGION", "b"), null).region()).isEqualTo("b");
    assertThat(settings(Map.of(), null).region()).isEqualTo("c");
  }

  @Test
  void region_empty_asksTheNext() throws IOException {
    config("[default]\nregion = c\n[profile e]\nregion =\n");

    assertThat(settings(Map.of("AWS_REGION", "", "AWS_DEFAULT_REGION", "b"), null).region())
        .isEqualTo("b");
    assertThat(settings(Map.of("AWS_REGION", "", "AWS_DEFAULT_REGION", ""), null).region())
        .isEqualTo("c");
    assertThat(settings(Map.of(), "e").region()).isNull();
    assertThat(settings(Map.of("AWS_CONFIG_FILE", ""), null).region()).isNull();
  }

  @Test
  void region_thatIsNoHostLabel_isRefusedFromAnywhere() throws IOException {
    config("[default]\nregion = x.evil.com/#\n");

    assertThatThrownBy(() -> settings(Map.of(), null).region())
        .isInstanceOf(InvalidRegionException.class);
    assertThatThrownBy(() -> settings(Map.of("AWS_REGION", "x.evil.com/#"), null).region())
        .isInstanceOf(InvalidRegionException.class);
    assertThatThrownBy(() -> settings(Map.of("AWS_DEFAULT_REGION", "a b"), null).region())
        .isInstanceOf(InvalidRegionException.class);
  }

  @Test
  void files_environmentAnswers_areNotTouched() throws IOException {
    config("broken");
    Settings settings =
        settings(Map.of("AWS_REGION", "a", "AWS_RETRY_MODE", "x", "AWS_FLAG", "true"), null);

    assertThat(settings.region()).isEqualTo("a");
    assertThat(settings.value("AWS_RETRY_MODE", "retry_mode")).isEqualTo("x");
    assertThat(settings.value("AWS_NONE", null)).isNull();
    assertThat(settings.bool("AWS_FLAG", "flag")).isTrue();
    assertThat(settings.profileName()).isEqualTo("default");
    assertThatThrownBy(() -> settings.value("AWS_NONE", "none"))
        .isInstanceOf(ConfigParseException.class);
  }

  @Test
  void files_profileNamed_areRead() throws IOException {
    config("broken");

    assertThatThrownBy(() -> settings(Map.of("AWS_PROFILE", "x"), null))
        .isInstanceOf(ConfigParseException.class);
  }

  private Settings settings(Map<String, String> environment, String profileInCode) {
    return new Settings(environment, new Profiles(environment, home), profileInCode);
  }

  private void config(String text) throws IOException {
    write("config", text);
  }

  private void write(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve(".aws"));
    Files.writeString(folder.resolve(name), text);
  }
}
