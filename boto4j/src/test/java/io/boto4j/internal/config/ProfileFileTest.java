package io.boto4j.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.ConfigParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class ProfileFileTest {
  @TempDir Path folder;

  /** Checks botocore's results for tricky files, which src/test/python/profile_files.py records. */
  @TestFactory
  List<DynamicTest> file_read_isWhatBotocoreReads() throws IOException {
    Properties cases = new Properties();
    try (InputStream in = ProfileFileTest.class.getResourceAsStream("profile-files.properties")) {
      cases.load(in);
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (String key : new TreeSet<>(cases.stringPropertyNames())) {
      if (key.endsWith(".name")) {
        String id = key.substring(0, key.indexOf('.'));
        tests.add(
            DynamicTest.dynamicTest(
                "profile files / " + id + " " + cases.getProperty(key),
                () ->
                    assertReadsAs(
                        cases.getProperty(id + ".kind"),
                        cases.getProperty(id + ".text"),
                        cases.getProperty(id + ".read"))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(50);
    return tests;
  }

  @Test
  void missingFile_read_isEmpty() {
    assertThat(ProfileFile.config(folder.resolve("none")).profiles()).isEmpty();
    assertThat(ProfileFile.credentials(null).profiles()).isEmpty();
  }

  @Test
  void folder_read_isNoFile() {
    assertThat(ProfileFile.config(folder).profiles()).isEmpty();
  }

  @Test
  void byteOrderMark_read_isSkipped() throws IOException {
    Path file = write("\uFEFF[default]\nregion = a\n");

    assertThat(ProfileFile.config(file).profiles().get("default").value("region")).isEqualTo("a");
  }

  @Test
  void badUtf8_read_namesFileAndLine() throws IOException {
    Path file = folder.resolve("config");
    Files.write(file, "[default]\r\na = 1\rb = \u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ProfileFile.config(file))
        .isInstanceOf(ConfigParseException.class)
        .hasMessage(
            "Unable to parse config file: "
                + file
                + ", line 3: found bytes that are not UTF-8; expected UTF-8");
  }

  @Test
  void cutOffUtf8_atTheEnd_isRefused() throws IOException {
    Path file = folder.resolve("config");
    Files.write(file, new byte[] {'[', 'a', ']', '\n', (byte) 0xE2, (byte) 0x82});

    ConfigParseException thrown =
        catchThrowableOfType(ConfigParseException.class, () -> ProfileFile.config(file));

    assertThat(thrown.line()).isEqualTo(2);
  }

  @Test
  void largestFile_read_isTaken() throws IOException {
    Path file = write("[default]\n#" + "x".repeat(ProfileFile.LARGEST - 11));

    assertThat(Files.size(file)).isEqualTo(ProfileFile.LARGEST);
    assertThat(ProfileFile.config(file).profiles()).containsOnlyKeys("default");
  }

  @Test
  void tooLargeFile_read_isRefused() throws IOException {
    Path file = write("[default]\n#" + "x".repeat(ProfileFile.LARGEST - 10));

    assertThatThrownBy(() -> ProfileFile.config(file))
        .isInstanceOf(ConfigParseException.class)
        .hasMessage(
            "Unable to parse config file: "
                + file
                + ": found more than 1048576 bytes; expected a file of profiles");
  }

  @Test
  void lineWithoutEquals_read_saysWhereAndWhatWasExpected() throws IOException {
    Path file = write("[default]\n\nAKIDEXAMPLE wJalrXUtnFEMI\n");

    assertThatThrownBy(() -> ProfileFile.credentials(file))
        .hasMessage(
            "Unable to parse config file: "
                + file
                + ", line 3: found a line without '='; expected \"key = value\", a [section], or an"
                + " indented line");
  }

  @Test
  void nestedLineWithoutEquals_read_saysWhere() throws IOException {
    Path file = write("[default]\naws_secret_access_key =\n    wJalrXUtnFEMI\n");

    assertThatThrownBy(() -> ProfileFile.credentials(file))
        .hasMessage(
            "Unable to parse config file: "
                + file
                + ", line 3: found a line without '=' in the block under the key"
                + " 'aws_secret_access_key'; expected \"name = value\", or the value on the line of"
                + " its key");
  }

  @Test
  void duplicates_read_areNamed() throws IOException {
    assertThatThrownBy(() -> ProfileFile.config(write("[a\u001b]\nregion=x\nregion=y\n")))
        .hasMessageEndingWith(
            "line 3: found the key 'region' a second time in the section [a?]; expected it once"
                + " only");
    assertThatThrownBy(() -> ProfileFile.config(write("[a]\n[a]\n")))
        .hasMessageEndingWith("line 2: found the section [a] a second time; expected it once only");
  }

  @Test
  void duplicateOfPastedSecret_read_isNotShown() throws IOException {
    String secret = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYab";
    Path file = write("[a]\n" + secret + "=\n" + secret + "=\n");

    assertThatThrownBy(() -> ProfileFile.config(file))
        .hasMessageEndingWith(
            "line 3: found a key a second time in the section [a]; expected it once only")
        .message()
        .doesNotContainIgnoringCase(secret);
  }

  @Test
  void pathWithControlCharacters_inMessage_isPrintable() throws IOException {
    Path file = folder.resolve("a\u001b[31m");
    Files.writeString(file, "x");

    assertThatThrownBy(() -> ProfileFile.config(file))
        .hasMessageContaining("a?[31m")
        .message()
        .doesNotContain("\u001b");
  }

  private static void assertReadsAs(String kind, String text, String expected) throws IOException {
    Path folder = Files.createTempDirectory("boto4j-profile-file");
    Path file = folder.resolve("file");
    try {
      Files.writeString(file, text);
      boolean config = kind.equals("config");
      if (expected.startsWith("error")) {
        ConfigParseException thrown =
            catchThrowableOfType(
                ConfigParseException.class,
                () -> describe(config ? ProfileFile.config(file) : ProfileFile.credentials(file)));
        assertThat(thrown).isNotNull();
        assertThat(thrown.file()).isEqualTo(file.toString());
        assertThat(thrown.line()).isPositive();
        if (expected.length() > "error".length()) {
          assertThat("error " + thrown.line()).isEqualTo(expected);
        }
      } else {
        assertThat(describe(config ? ProfileFile.config(file) : ProfileFile.credentials(file)))
            .isEqualTo(expected);
      }
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }

  private static String describe(ProfileFile file) {
    List<String> lines = new ArrayList<>();
    describe("profiles", file.profiles(), lines);
    describe("sso_sessions", file.ssoSessions(), lines);
    describe("services", file.services(), lines);
    Collections.sort(lines);
    return String.join("\u001e", lines);
  }

  private static void describe(String group, Map<String, Profile> sections, List<String> lines) {
    sections.forEach(
        (name, section) -> {
          assertThat(section.name()).isEqualTo(name);
          lines.add(group + "/" + name);
          for (String key : section.keys()) {
            String value = section.value(key);
            String path = group + "/" + name + "/" + key;
            lines.add(value == null ? path : path + "=" + value);
            section.nested(key).forEach((k, v) -> lines.add(path + "/" + k + "=" + v));
          }
        });
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("file"), text);
  }
}
