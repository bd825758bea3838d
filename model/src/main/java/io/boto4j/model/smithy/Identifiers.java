package io.boto4j.model.smithy;

import java.util.Locale;

/**
 * Checks the names in a model. They become file names, headers and Java identifiers, so that
 * nothing but Smithy's own grammar is accepted.
 */
final class Identifiers {
  private static final int MAX_LENGTH = 255;

  private Identifiers() {}

  /** Checks a name, such as {@code TableName}, and returns it. */
  static String check(String name, Node place) {
    if (!isIdentifier(name)) {
      throw place.broken("\"" + Excerpt.of(name) + "\" is not a valid name");
    }
    return name;
  }

  /** Checks the id of a shape, such as {@code com.amazonaws.sqs#String}, and returns it. */
  static String checkId(String id, Node place) {
    int hash = id.indexOf('#');
    if (hash < 0 || !isNamespace(id, hash) || !isIdentifier(id.substring(hash + 1))) {
      throw place.broken("\"" + Excerpt.of(id) + "\" is not a valid shape id");
    }
    return id;
  }

  /** Returns the name in an id that has been checked. */
  static String nameOf(String id) {
    return id.substring(id.indexOf('#') + 1);
  }

  /** Returns the namespace in an id that has been checked. */
  static String namespaceOf(String id) {
    return id.substring(0, id.indexOf('#'));
  }

  /** Checks an API version, which becomes the name of a folder, and returns it. */
  static String checkVersion(String version, Node place) {
    boolean valid = !version.isEmpty() && version.length() <= 64;
    for (int i = 0; valid && i < version.length(); i++) {
      char c = version.charAt(i);
      valid = isLetterOrDigit(c) || (i > 0 && (c == '-' || c == '_' || c == '.'));
    }
    if (!valid) {
      throw place.broken(
          "the version \"" + Excerpt.of(version) + "\" cannot be the name of a folder");
    }
    return version;
  }

  /** Checks the id of a service, such as {@code API Gateway}, and returns it. */
  static String checkServiceId(String id, Node place) {
    boolean valid = !id.isEmpty() && id.length() <= 64;
    for (int i = 0; valid && i < id.length(); i++) {
      char c = id.charAt(i);
      boolean inner = i > 0 && i < id.length() - 1;
      valid = isLetterOrDigit(c) || (inner && (c == ' ' || c == '-' || c == '_'));
    }
    if (!valid) {
      throw place.broken("\"" + Excerpt.of(id) + "\" is not a valid service id");
    }
    return id;
  }

  /** Returns the name of the folder of a service, by botocore's usual rule. */
  static String folder(String serviceId) {
    return serviceId.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static boolean isNamespace(String id, int end) {
    int start = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || id.charAt(i) == '.') {
        if (!isIdentifier(id.substring(start, i))) {
          return false;
        }
        start = i + 1;
      }
    }
    return true;
  }

  private static boolean isIdentifier(String name) {
    boolean hasLetter = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!isLetterOrDigit(c) && c != '_') {
        return false;
      }
      if (digit && !hasLetter) {
        return false;
      }
      hasLetter |= c != '_';
    }
    return hasLetter && name.length() <= MAX_LENGTH;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
