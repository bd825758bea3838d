package io.boto4j.local.logs.pattern;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of a value.
 *
 * @param operator one of {@code = != < > <= >=}
 * @param text the other side as text; null for a regular expression
 * @param number the other side as a number, or null
 * @param pattern matches texts that are equal, with wildcards
 */
record Comparison(
    String operator,
    @Nullable String text,
    @Nullable BigDecimal number,
    Predicate<String> pattern) {
  private static final List<String> OPERATORS = List.of("!=", "<=", ">=", "=", "<", ">");

  /** Reads an operator and its right side. The right side ends at one of the stops. */
  static Comparison read(Scanner scanner, String stops) {
    scanner.skipSpaces();
    for (String operator : OPERATORS) {
      if (scanner.accept(operator)) {
        scanner.skipSpaces();
        if (scanner.peek() == '%') {
          return new Comparison(operator, null, null, TermFilter.regex(scanner.regex()));
        }
        boolean quoted = scanner.peek() == '"';
        String text = quoted ? scanner.quoted() : scanner.word(stops).strip();
        return new Comparison(operator, text, quoted ? null : number(text), wildcard(text));
      }
    }
    throw new IllegalArgumentException("An operator is missing");
  }

  private static Predicate<String> wildcard(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : text.split("\\*", -1)) {
      regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
    }
    if (text.startsWith("*")) {
      regex.insert(0, ".*");
    }
    Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    return value -> pattern.matcher(value).matches();
  }

  static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Compares a value, which is text or a number as text. */
  boolean test(String value) {
    BigDecimal own = number == null ? null : number(value);
    if (own != null && number != null) {
      int order = own.compareTo(number);
      return switch (operator) {
        case "=" -> order == 0;
        case "!=" -> order != 0;
        case "<" -> order < 0;
        case ">" -> order > 0;
        case "<=" -> order <= 0;
        default -> order >= 0;
      };
    }
    return switch (operator) {
      case "=" -> pattern.test(value);
      case "!=" -> !pattern.test(value);
      default -> false;
    };
  }
}
