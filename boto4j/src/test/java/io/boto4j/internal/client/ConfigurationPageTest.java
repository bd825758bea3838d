package io.boto4j.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.ClientConfig;
import io.boto4j.S3Config;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page on configuration and the setters' Javadoc agree with the option table. */
final class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Path SOURCES = Path.of("src", "main", "java", "io", "boto4j");

  /** Setters that set options which have rows of their own. */
  private static final Set<String> GROUPED = Set.of("s3", "interceptorFirst");

  @Test
  void page_clientOptions_areTheRowsOfTheTable() throws IOException {
    assertRows("## Options of a client", rows(false));
  }

  @Test
  void page_s3Options_areTheRowsOfTheTable() throws IOException {
    assertRows("## Options of S3", rows(true));
  }

  private static void assertRows(String heading, List<Option<?>> options) throws IOException {
    List<String> wanted = new ArrayList<>();
    for (Option<?> option : options) {
      wanted.add(OptionRow.of(option));
    }
    assertThat(lines(heading))
        .as(
            "the table under \"%s\" of docs/configuration.md; write it as follows:%n%s",
            heading, String.join("\n", wanted))
        .isEqualTo(wanted);
  }

  /** The lines of the table under a heading, without its head. */
  private static List<String> lines(String heading) throws IOException {
    List<String> lines = new ArrayList<>();
    boolean within = false;
    for (String line : Files.readAllLines(PAGE)) {
      within = line.startsWith("## ") ? line.startsWith(heading) : within;
      if (within && line.startsWith("|")) {
        lines.add(line);
      }
    }
    assertThat(lines).hasSizeGreaterThan(2);
    return lines.subList(2, lines.size());
  }

  @Test
  void setters_ofClient_areTheRowsOfTheTable() {
    assertThat(setters(ClientConfig.Builder.class)).isEqualTo(names(rows(false)));
  }

  @Test
  void setters_ofS3_areTheRowsOfTheTable() {
    assertThat(setters(S3Config.Builder.class)).isEqualTo(names(rows(true)));
  }

  @Test
  void javadoc_ofSetters_namesVariablesAndProfileKeys() throws IOException {
    assertNamed("ClientConfig.java", rows(false));
    assertNamed("S3Config.java", rows(true));
  }

  private static void assertNamed(String file, List<Option<?>> options) throws IOException {
    String source = Files.readString(SOURCES.resolve(file));
    for (Option<?> option : options) {
      String javadoc = javadoc(source, OptionRow.setter(option));
      // In lower case, HTTPS_PROXY is the convention of other programs, which Javadoc leaves out.
      for (String variable : option.variables()) {
        assertThat(javadoc.toLowerCase(Locale.ROOT))
            .as("Javadoc of %s", option)
            .contains(variable.toLowerCase(Locale.ROOT));
      }
      for (String key : new String[] {option.lastVariable(), option.profileKey()}) {
        if (key != null) {
          assertThat(javadoc).as("Javadoc of %s", option).contains(key);
        }
      }
      if (option.block() != null && !Option.SERVICE.equals(option.blockKey())) {
        assertThat(javadoc).as("Javadoc of %s", option).contains(option.blockKey());
      }
    }
  }

  private static List<Option<?>> rows(boolean ofS3) {
    List<Option<?>> found = new ArrayList<>();
    for (int i = 0; i < Options.TABLE.size(); i++) {
      Option<?> row = Options.TABLE.row(i);
      if (row.name().startsWith("s3.") == ofS3) {
        found.add(row);
      }
    }
    return found;
  }

  private static Set<String> names(List<Option<?>> options) {
    Set<String> names = new TreeSet<>();
    for (Option<?> option : options) {
      if (option != Options.CLIENT_KEY) {
        names.add(OptionRow.setter(option)); // clientCert sets the key too
      }
    }
    return names;
  }

  private static Set<String> setters(Class<?> builder) {
    Set<String> names = new TreeSet<>();
    for (Method method : builder.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && method.getReturnType() == builder) {
        names.add(method.getName());
      }
    }
    names.removeAll(GROUPED);
    return names;
  }

  private static String javadoc(String source, String option) {
    StringBuilder all = new StringBuilder();
    int method = source.indexOf("public Builder " + option + "(");
    while (method >= 0) {
      all.append(source, source.lastIndexOf("/**", method), method);
      method = source.indexOf("public Builder " + option + "(", method + 1);
    }
    return all.toString().replaceAll("\\s*\\n\\s*\\*\\s*", " ");
  }
}
