package io.boto4j.spark.internal;

import io.boto4j.model.NearNames;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The options of a reader, writer or step, checked before any job starts: names in any case,
 * unknown names refused.
 *
 * <p>A known name that ends in a dot is a prefix: {@code param.} covers {@code param.TableName} and
 * all others like it.
 */
public final class Options {
  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String user;

  private Options(String user) {
    this.user = user;
  }

  /**
   * Checks the names of options.
   *
   * @param given the options, with the names as the user wrote them
   * @param user what has these options, for messages, such as {@code The source aws}
   * @param known the names and prefixes that exist
   * @return the checked options
   * @throws IllegalArgumentException if a name is unknown, with all unknown ones in the message, or
   *     if an option contains a secret
   */
  public static Options of(Map<String, String> given, String user, Collection<String> known) {
    Options options = new Options(user);
    List<String> unknown = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(known);
    for (Map.Entry<String, String> option : given.entrySet()) {
      Secrets.refuse(option.getKey(), option.getValue());
      if (isKnown(option.getKey(), names)) {
        options.values.put(option.getKey(), option.getValue());
      } else {
        unknown.add("'" + option.getKey() + "'." + NearNames.hint(option.getKey(), names));
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          user
              + " has no option "
              + String.join(" It has no option ", unknown)
              + " The options are: "
              + String.join(", ", names)
              + ".");
    }
    return options;
  }

  private static boolean isKnown(String name, Collection<String> known) {
    for (String candidate : known) {
      boolean prefix = candidate.endsWith(".") && name.length() > candidate.length();
      if (name.equalsIgnoreCase(candidate)
          || (prefix && name.regionMatches(true, 0, candidate, 0, candidate.length()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an option is set to something other than blanks.
   *
   * @param name the option's name
   * @return whether it is set
   */
  public boolean has(String name) {
    return text(name) != null;
  }

  /**
   * Returns an option as text.
   *
   * @param name the option's name
   * @return the value without blanks around it, or null if it is absent or blank
   */
  public @Nullable String text(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /**
   * Returns an option that must be set.
   *
   * @param name the option's name
   * @param example a value for the message, such as {@code dynamodb}
   * @return the value
   * @throws IllegalArgumentException if it is absent or blank
   */
  public String required(String name, String example) {
    String value = text(name);
    if (value == null) {
      throw new IllegalArgumentException(
          user
              + " needs the option '"
              + name
              + "', such as option(\""
              + name
              + "\", \""
              + example
              + "\").");
    }
    return value;
  }

  /**
   * Returns an option that is one of a few words.
   *
   * @param name the option's name
   * @param words the words, of which the first is the default
   * @return the word as it is in {@code words}
   * @throws IllegalArgumentException if the value is none of them
   */
  public String oneOf(String name, String... words) {
    String value = text(name);
    if (value == null) {
      return words[0];
    }
    for (String word : words) {
      if (word.equalsIgnoreCase(value)) {
        return word;
      }
    }
    throw wrong(name, value, "one of " + String.join(", ", words));
  }

  /**
   * Returns an option as a whole number.
   *
   * @param name the option's name
   * @param absent the value if the option is not set
   * @param least the smallest valid value
   * @param most the largest valid value
   * @return the value
   * @throws IllegalArgumentException if it is not a number or out of range
   */
  public int integer(String name, int absent, int least, int most) {
    String value = text(name);
    if (value == null) {
      return absent;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw (IllegalArgumentException)
          wrong(name, value, "a whole number from " + least + " to " + most).initCause(e);
    }
    throw wrong(name, value, "a whole number from " + least + " to " + most);
  }

  /**
   * Returns an option as a number greater than zero.
   *
   * @param name the option's name
   * @param absent the value if the option is not set
   * @return the value
   * @throws IllegalArgumentException if it is not such a number
   */
  public double positive(String name, double absent) {
    String value = text(name);
    if (value == null) {
      return absent;
    }
    double number;
    try {
      number = Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw (IllegalArgumentException) wrong(name, value, "a number above 0").initCause(e);
    }
    if (!(number > 0) || Double.isInfinite(number)) {
      throw wrong(name, value, "a number above 0");
    }
    return number;
  }

  /**
   * Returns an option as a boolean.
   *
   * @param name the option's name
   * @param absent the value if the option is not set
   * @return the value
   * @throws IllegalArgumentException if it is neither true nor false
   */
  public boolean bool(String name, boolean absent) {
    String value = text(name);
    if (value == null) {
      return absent;
    }
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, value, "true or false");
    };
  }

  /**
   * Returns an option as a duration.
   *
   * @param name the option's name
   * @return the value, or null if it is absent
   * @throws IllegalArgumentException if it is not a duration above zero
   */
  public @Nullable Duration duration(String name) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    Duration duration;
    try {
      duration = parse(value.toLowerCase(Locale.ROOT));
    } catch (DateTimeParseException | ArithmeticException e) {
      throw (IllegalArgumentException)
          wrong(name, value, "a duration such as 500ms, 30s, 5m or PT30S").initCause(e);
    }
    if (duration.isNegative() || duration.isZero()) {
      throw wrong(name, value, "a duration above zero");
    }
    return duration;
  }

  private static Duration parse(String value) {
    if (value.startsWith("p")) {
      return Duration.parse(value);
    }
    if (value.endsWith("ms")) {
      return Duration.parse("pt" + value.substring(0, value.length() - 2) + "s").dividedBy(1000);
    }
    return Duration.parse(
        "pt" + (Character.isDigit(value.charAt(value.length() - 1)) ? value + "s" : value));
  }

  /**
   * Returns the options that begin with a prefix.
   *
   * @param prefix the prefix with its dot, such as {@code param.}
   * @return the values by the rest of the name, in the case the user gave; in the order of names
   */
  public Map<String, String> withPrefix(String prefix) {
    Map<String, String> rest = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
            rest.put(name.substring(prefix.length()), value);
          }
        });
    return rest;
  }

  /**
   * Returns the exception for an invalid value.
   *
   * @param name the option's name
   * @param value the value that was seen
   * @param expected what is valid
   * @return an exception to throw
   */
  public IllegalArgumentException wrong(String name, String value, String expected) {
    return new IllegalArgumentException(
        user + ": the option '" + name + "' is '" + value + "', but must be " + expected + ".");
  }

  /** Returns the names, without values. */
  @Override
  public String toString() {
    return user + " with the options " + values.keySet();
  }
}
