package io.boto4j.spark.internal;

import java.util.List;
import java.util.Locale;

/**
 * The check that no option contains a secret: options are part of Spark's plans, its web pages and
 * its event log.
 */
final class Secrets {
  private static final List<String> NAMES =
      List.of(
          "accesskey",
          "secretkey",
          "secretaccess",
          "awssecret",
          "sessiontoken",
          "securitytoken",
          "password",
          "passphrase",
          "clientsecret",
          "privatekey");

  private static final int SECRET_KEY_LENGTH = 40;
  private static final int ACCESS_KEY_LENGTH = 20;

  private Secrets() {}

  /** Refuses an option whose name or value is that of a secret; the message does not repeat it. */
  static void refuse(String name, String value) {
    String plain = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
    boolean parameter = isParameter(name);
    boolean named = !parameter && NAMES.stream().anyMatch(plain::contains);
    if (named || (!parameter && looksLikeKey(value))) {
      throw new IllegalArgumentException(
          "The option '"
              + name
              + "' "
              + (named ? "is" : "looks like")
              + " a secret. Options become part of the plan, the web pages and the event log of Spark."
              + " Give executors a role of their own (instance profile, IRSA), or name a 'profile' of"
              + " their shared files, a 'roleArn', or the class of a 'credentialsProvider'.");
    }
  }

  /** Parameters have names of AWS, such as AccessKeyId, which is not a secret. */
  private static boolean isParameter(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("param.") || lower.equals("parameters") || lower.equals("partitions");
  }

  private static boolean looksLikeKey(String value) {
    boolean accessKey =
        value.length() == ACCESS_KEY_LENGTH
            && (value.startsWith("AKIA") || value.startsWith("ASIA"))
            && value.chars().allMatch(c -> isUpper(c) || isDigit(c));
    boolean secretKey =
        value.length() == SECRET_KEY_LENGTH
            && value.chars().allMatch(Secrets::inBase64)
            && value.chars().anyMatch(Secrets::isUpper)
            && value.chars().anyMatch(Secrets::isLower)
            && value.chars().anyMatch(Secrets::isDigit);
    return accessKey || secretKey;
  }

  private static boolean inBase64(int c) {
    return isUpper(c) || isLower(c) || isDigit(c) || c == '+' || c == '/';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
