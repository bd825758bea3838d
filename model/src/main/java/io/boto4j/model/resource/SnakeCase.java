package io.boto4j.model.resource;

import java.util.Locale;

/** Names as boto3 spells them. */
public final class SnakeCase {
  private SnakeCase() {}

  /**
   * Returns a name in snake case, as botocore's {@code xform_name} writes it: {@code DBInstanceId}
   * is {@code db_instance_id}, {@code VpcARNs} is {@code vpc_arns}.
   *
   * @param name a name in camel case; one with an underscore is returned as it is
   * @return the name in snake case
   */
  public static String of(String name) {
    if (name.indexOf('_') >= 0) {
      return name;
    }
    String separated = separatePlural(name);
    StringBuilder snake = new StringBuilder(separated.length() + 8);
    for (int i = 0; i < separated.length(); i++) {
      char c = separated.charAt(i);
      boolean startsWord =
          i > 0
              && isUpper(c)
              && (isLowerOrDigit(separated.charAt(i - 1))
                  || (i + 1 < separated.length()
                      && isLower(separated.charAt(i + 1))
                      && separated.charAt(i - 1) != '_'));
      if (startsWord) {
        snake.append('_');
      }
      snake.append(c);
    }
    return snake.toString().toLowerCase(Locale.ROOT);
  }

  /** An acronym in the plural at the end, such as {@code ARNs}, is one word. */
  private static String separatePlural(String name) {
    int end = name.length() - 1;
    int start = end;
    while (start > 0 && isUpper(name.charAt(start - 1))) {
      start--;
    }
    if (end < 2 || name.charAt(end) != 's' || end - start < 2) {
      return name;
    }
    return name.substring(0, start) + "_" + name.substring(start).toLowerCase(Locale.ROOT);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLowerOrDigit(char c) {
    return isLower(c) || (c >= '0' && c <= '9');
  }
}
