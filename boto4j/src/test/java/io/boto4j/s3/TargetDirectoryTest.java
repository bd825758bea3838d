package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetDirectoryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/etc/passwd",
        "../x",
        "..",
        "a/../b",
        "a/../../b",
        "a/..",
        "a//b",
        "a/",
        "./a",
        "a/./b",
        ".",
        "a\0b"
      })
  void name_thatIsNoPathBelow_isRefusedEverywhere(String name) {
    assertThat(TargetDirectory.problem(name, false)).isNotNull();
    assertThat(TargetDirectory.problem(name, true)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:/x",
        "C:x",
        "a/C:/x",
        "a\\b",
        "..\\x",
        "\\\\host\\share",
        "a:stream",
        "NUL",
        "a/con.txt",
        "COM1",
        "lpt9.log",
        "a.",
        "a ",
        "a./b"
      })
  void name_thatWindowsReadsOtherwise_isRefusedThere(String name) {
    assertThat(TargetDirectory.problem(name, false)).isNull();
    assertThat(TargetDirectory.problem(name, true)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a/b", "...", "..a", "a..", "a...b", ".git/x", "com", "comic", "é"})
  void name_ordinary_isAccepted(String name) {
    assertThat(TargetDirectory.problem(name, false)).isNull();
    if (!name.endsWith(".")) {
      assertThat(TargetDirectory.problem(name, true)).isNull();
    }
  }
}
