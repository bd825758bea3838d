package io.boto4j.local.rds;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for identifiers of instances, clusters and snapshots. */
final class Identifiers {
  private static final Pattern FORM = Pattern.compile("[A-Za-z](-?[A-Za-z0-9])*");
  private static final int LONGEST = 63;
  private static final int LONGEST_SNAPSHOT = 255;

  private Identifiers() {}

  /** Returns a valid identifier of an instance or cluster in lower case. */
  static String checked(String parameter, @Nullable String identifier) {
    if (identifier == null
        || identifier.length() > LONGEST
        || !FORM.matcher(identifier).matches()) {
      throw invalid(parameter);
    }
    return identifier.toLowerCase(Locale.ROOT);
  }

  /** Returns a valid identifier of a snapshot in lower case. */
  static String snapshot(String parameter, @Nullable String identifier) {
    if (identifier == null || identifier.isEmpty()) {
      throw RdsErrors.blank(parameter);
    }
    if (!Character.isLetter(identifier.charAt(0))) {
      throw RdsErrors.invalid("Invalid snapshot identifier:  " + identifier);
    }
    if (identifier.length() > LONGEST_SNAPSHOT || !FORM.matcher(identifier).matches()) {
      throw invalid(parameter);
    }
    return identifier.toLowerCase(Locale.ROOT);
  }

  private static RuntimeException invalid(String parameter) {
    return RdsErrors.invalid(
        "The parameter "
            + parameter
            + " is not a valid identifier. Identifiers must begin with a letter; must contain only"
            + " ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two"
            + " consecutive hyphens.");
  }
}
