package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on configuration has every option, with the properties that the code has. */
final class ConfigurationPageTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Path SOURCES = Path.of("src", "main", "java", "io", "boto4j");
  private static final Pattern NAMED =
      Pattern.compile("`((?:AWS|BOTOCORE)_[A-Z0-9_]+|[a-z0-9_]+)`");

  @ParameterizedTest
  @ValueSource(classes = {ClientConfig.class, S3Config.class})
  void options_all_haveARowThatSaysWhatTheirJavadocSays(Class<?> type) throws Exception {
    String source = Files.readString(SOURCES.resolve(type.getSimpleName() + ".java"));
    Set<String> missing = new TreeSet<>();
    int checked = 0;
    for (String option : options(type)) {
      String row = row(type, option);
      if (row == null) {
        missing.add(option);
        continue;
      }
      String javadoc = javadoc(source, option);
      Matcher setting = NAMED.matcher(settings(row));
      while (setting.find()) {
        assertThat(javadoc).as("Javadoc of %s", option).contains(setting.group(1));
        checked++;
      }
      assertVariablesStand(javadoc, row);
    }
    assertThat(missing).as("options of %s without a row", type).isEmpty();
    assertThat(checked).isGreaterThan(5);
  }

  private static void assertVariablesStand(String javadoc, String row) {
    Matcher variable = Pattern.compile("\\{@code ((?:AWS|BOTOCORE)_[A-Z0-9_]+)").matcher(javadoc);
    while (variable.find()) {
      assertThat(row).contains(variable.group(1));
    }
  }

  private static Set<String> options(Class<?> type) throws ClassNotFoundException {
    Set<String> names = new TreeSet<>();
    for (Method method : Class.forName(type.getName() + "$Builder").getDeclaredMethods()) {
      if (java.lang.reflect.Modifier.isPublic(method.getModifiers())
          && method.getReturnType().getSimpleName().equals("Builder")) {
        names.add(method.getName());
      }
    }
    return names;
  }

  /** A row of the table of that type: S3's comes after its heading, the client's before. */
  private static String row(Class<?> type, String option) throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    boolean inS3 = false;
    for (String line : lines) {
      inS3 |= line.startsWith("## Options of S3");
      if (line.startsWith("| `" + option + "` |") && inS3 == (type == S3Config.class)) {
        return line;
      }
    }
    return null;
  }

  /** The columns environment and profile. */
  private static String settings(String row) {
    String[] columns = row.split("\\|", -1);
    return columns[2] + columns[3];
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
