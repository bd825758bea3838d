package io.boto4j.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an Amazon Resource Name: {@code arn:partition:service:region:account:resource}.
 *
 * @param partition the partition, such as {@code aws}
 * @param service the service, such as {@code s3}
 * @param region the region, such as {@code eu-west-1}; may be empty
 * @param accountId the account, such as {@code 123456789012}; may be empty
 * @param resource the rest, which may contain further separators
 */
public record Arn(
    String partition, String service, String region, String accountId, String resource) {
  private static final String PREFIX = "arn:";

  /**
   * Whether a text is an ARN.
   *
   * @param text any text, or null
   * @return true if it has all parts of an ARN
   */
  public static boolean is(@Nullable String text) {
    return parse(text) != null;
  }

  /**
   * Parses an ARN.
   *
   * @param text any text, or null
   * @return the parts, or null if the text is not an ARN
   */
  public static @Nullable Arn parse(@Nullable String text) {
    if (text == null || !text.startsWith(PREFIX)) {
      return null;
    }
    int[] colons = new int[5];
    int at = -1;
    for (int i = 0; i < colons.length; i++) {
      at = text.indexOf(':', at + 1);
      if (at < 0) {
        return null;
      }
      colons[i] = at;
    }
    return new Arn(
        text.substring(colons[0] + 1, colons[1]),
        text.substring(colons[1] + 1, colons[2]),
        text.substring(colons[2] + 1, colons[3]),
        text.substring(colons[3] + 1, colons[4]),
        text.substring(colons[4] + 1));
  }
}
