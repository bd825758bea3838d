package io.boto4j.local.logs.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Terms: all must be in the message, those with a minus must not, and of those with a question mark
 * one must. A regular expression is between percent signs.
 */
final class TermFilter implements FilterPattern {
  private final List<Predicate<String>> all = new ArrayList<>();
  private final List<Predicate<String>> any = new ArrayList<>();

  private TermFilter() {}

  static TermFilter of(String text) {
    TermFilter filter = new TermFilter();
    Scanner scanner = new Scanner(text);
    while (scanner.skipSpaces()) {
      boolean not = scanner.accept("-");
      boolean or = !not && scanner.accept("?");
      Predicate<String> term = term(scanner);
      (or ? filter.any : filter.all).add(not ? term.negate() : term);
    }
    return filter;
  }

  private static Predicate<String> term(Scanner scanner) {
    if (scanner.peek() == '"') {
      String phrase = scanner.quoted();
      return message -> message.contains(phrase);
    }
    if (scanner.peek() == '%') {
      return regex(scanner.regex());
    }
    String word = scanner.word(" \t");
    return message -> message.contains(word);
  }

  static Predicate<String> regex(String text) {
    try {
      Pattern pattern = Pattern.compile(text);
      return message -> pattern.matcher(message).find();
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("The regular expression is not valid", e);
    }
  }

  @Override
  public @Nullable Map<String, String> match(String message) {
    boolean matches =
        all.stream().allMatch(term -> term.test(message))
            && (any.isEmpty() || any.stream().anyMatch(term -> term.test(message)));
    return matches ? Map.of() : null;
  }
}
