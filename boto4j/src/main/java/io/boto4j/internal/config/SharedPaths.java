package io.boto4j.internal.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paths of the shared files: from the environment, else in {@code .aws} in the home directory.
 */
final class SharedPaths {
  private SharedPaths() {}

  /**
   * Returns the path of a shared file.
   *
   * @param variable the environment variable for the path
   * @param name the name of the file in {@code <home>/.aws}
   * @return the path, or null if the variable is empty, which means no file, as in botocore
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
    return inHome(home, expanded);
  }

  /** Returns a path in which a leading {@code ~} stands for the home directory. */
  static Path inHome(Path home, String path) {
    if (path.equals("~")) {
      return home;
    }
    if (path.startsWith("~/") || path.startsWith("~" + home.getFileSystem().getSeparator())) {
      return home.resolve(path.substring(2));
    }
    return home.getFileSystem().getPath(path);
  }

  /**
   * Expands variables as Python's {@code os.path.expandvars}: not recursively, and an unset name is
   * left as it is.
   */
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
