package io.boto4j.internal.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the shared files are: what the environment says, else {@code .aws} in the home. */
final class SharedPaths {
  private SharedPaths() {}

  /**
   * The path of one of the shared files.
   *
   * @param variable the environment variable that moves it
   * @param name its name in {@code <home>/.aws}
   * @return the path, or null when the variable is set and empty, which means none, as in botocore
   */
  static @Nullable Path of(
      Map<String, String> environment, Path home, String variable, String name) {
    String given = environment.get(variable);
    if (given == null) {
      return home.resolve(".aws").resolve(name);
    }
    String expanded = expandVariables(given, environment);
    if (expanded.isEmpty()) {
      return null;
    }
    if (expanded.equals("~")) {
      return home;
    }
    if (expanded.startsWith("~/")
        || expanded.startsWith("~" + home.getFileSystem().getSeparator())) {
      return home.resolve(expanded.substring(2));
    }
    return home.getFileSystem().getPath(expanded);
  }

  /** As Python's {@code os.path.expandvars}: once, and a name that is not set stays as it is. */
  private static String expandVariables(String text, Map<String, String> environment) {
    int dollar = text.indexOf('$');
    if (dollar < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder();
    int copied = 0;
    while (dollar >= 0) {
      int start = dollar + 1;
      boolean braced = start < text.length() && text.charAt(start) == '{';
      int end = braced ? text.indexOf('}', start) : wordEnd(text, start);
      String value =
          end > start ? environment.get(text.substring(braced ? start + 1 : start, end)) : null;
      if (value != null) {
        expanded.append(text, copied, dollar).append(value);
        copied = braced ? end + 1 : end;
      }
      dollar = text.indexOf('$', Math.max(copied, start));
    }
    return expanded.append(text, copied, text.length()).toString();
  }

  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
