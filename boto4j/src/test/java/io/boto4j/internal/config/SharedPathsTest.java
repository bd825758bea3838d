package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SharedPathsTest {
  private static final Path HOME = Path.of("home", "me");

  @Test
  void unsetVariable_isInTheHome() {
    Profiles profiles = new Profiles(Map.of(), HOME);

    assertThat(profiles.configFile()).isEqualTo(HOME.resolve(".aws").resolve("config"));
    assertThat(profiles.credentialsFile()).isEqualTo(HOME.resolve(".aws").resolve("credentials"));
  }

  @Test
  void emptyVariable_isNoFile() {
    Profiles profiles =
        new Profiles(
            Map.of("AWS_CONFIG_FILE", "", "AWS_SHARED_CREDENTIALS_FILE", "$E", "E", ""), HOME);

    assertThat(profiles.configFile()).isNull();
    assertThat(profiles.credentialsFile()).isNull();
    assertThat(profiles.names()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/h, C:/u, C:, /p, false, /h",
        "/h, C:/u, C:, /p, true, /h",
        "'', C:/u, C:, /p, true, C:/u",
        "-, C:/u, C:, /p, true, C:/u",
        "-, '', C:, /p, true, C:/p",
        "-, -, -, /p, true, /p",
        "-, -, C:, -, true, jvm",
        "-, C:/u, C:, /p, false, jvm",
        "'', -, -, -, false, jvm",
        "-, -, -, -, true, jvm"
      })
  void home_isThatOfTheEnvironment_elseThatOfTheJvm(
      String home, String profile, String drive, String path, boolean windows, String expected) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOME", home);
    environment.put("USERPROFILE", profile);
    environment.put("HOMEDRIVE", drive);
    environment.put("HOMEPATH", path);
    environment.values().removeIf(Objects::isNull);

    assertThat(Profiles.home(environment, windows, "jvm")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"~,home/me", "~/x,home/me/x", "~x,~x", "x/~,x/~", "/x,/x"})
  void pathOfASetting_hasItsTildeResolved(String given, String expected) {
    assertThat(new Profiles(Map.of(), HOME).path(given)).isEqualTo(Path.of(expected));
  }

  // Checked against Python's os.path.expandvars and expanduser.
  @ParameterizedTest
  @CsvSource({
    "$A/x,aa/x",
    "${A}x,aax",
    "$A-x,aa-x",
    "$A$B_1,aab",
    "x/$B_1.cfg,x/b.cfg",
    "$NOPE/x,$NOPE/x",
    "${NOPE}/$A,${NOPE}/aa",
    "$,$",
    "$$A,$aa",
    "${A,${A",
    "${},${}",
    "$AÄ,aaÄ",
    "$DOLLAR,$A",
    "~,home/me",
    "~/x,home/me/x",
    "$TILDE/x,home/me/x",
    "x~/y,x~/y",
    "~other/x,~other/x"
  })
  void givenPath_isExpandedFromGivenEnvironment(String given, String expected) {
    Map<String, String> environment =
        Map.of("A", "aa", "B_1", "b", "TILDE", "~", "DOLLAR", "$A", "AWS_CONFIG_FILE", given);

    assertThat(new Profiles(environment, HOME).configFile()).isEqualTo(Path.of(expected));
  }
}
