package io.boto4j.local.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rule of a composite alarm, over the states of others. */
final class AlarmRule {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\\(|\\)|AND\\b|OR\\b|NOT\\b|TRUE\\b|FALSE\\b|ALARM\\b|OK\\b|INSUFFICIENT_DATA\\b"
              + "|\"[^\"]*\"|'[^']*'|[^\\s()]+)");

  private final List<String> tokens = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Function<String, @Nullable String> states;
  private int at;

  private AlarmRule(String rule, Function<String, @Nullable String> states) {
    this.states = states;
    Matcher matcher = TOKEN.matcher(rule);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(String.valueOf(matcher.group(1)));
      end = matcher.end();
    }
    if (!rule.substring(end).isBlank()) {
      throw invalid();
    }
  }

  /**
   * Evaluates a rule.
   *
   * @param states returns the state of an alarm by its name, or null
   */
  static boolean evaluate(String rule, Function<String, @Nullable String> states) {
    AlarmRule parsed = new AlarmRule(rule, states);
    boolean value = parsed.or();
    if (parsed.at < parsed.tokens.size()) {
      throw invalid();
    }
    return value;
  }

  /** Returns the names of the alarms in a rule. */
  static List<String> names(String rule) {
    AlarmRule parsed = new AlarmRule(rule, name -> "OK");
    parsed.or();
    if (parsed.at < parsed.tokens.size()) {
      throw invalid();
    }
    return parsed.names;
  }

  private static RuntimeException invalid() {
    return CloudWatchErrors.validation("AlarmRule syntax is not valid.");
  }

  private String next() {
    if (at >= tokens.size()) {
      throw invalid();
    }
    return tokens.get(at++);
  }

  private boolean take(String token) {
    if (at < tokens.size() && tokens.get(at).equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private boolean or() {
    boolean value = and();
    while (take("OR")) {
      boolean right = and();
      value = value || right;
    }
    return value;
  }

  private boolean and() {
    boolean value = not();
    while (take("AND")) {
      boolean right = not();
      value = value && right;
    }
    return value;
  }

  private boolean not() {
    if (take("NOT")) {
      return !not();
    }
    if (take("(")) {
      boolean value = or();
      close();
      return value;
    }
    String token = next();
    return switch (token) {
      case "TRUE" -> true;
      case "FALSE" -> false;
      case "ALARM", "OK", "INSUFFICIENT_DATA" -> {
        if (!take("(")) {
          throw invalid();
        }
        String name = name(next());
        close();
        names.add(name);
        yield token.equals(states.apply(name));
      }
      default -> throw invalid();
    };
  }

  private void close() {
    if (!take(")")) {
      throw invalid();
    }
  }

  private static String name(String token) {
    String name =
        token.startsWith("\"") || token.startsWith("'")
            ? token.substring(1, token.length() - 1)
            : token;
    return name.startsWith("arn:") ? name.substring(name.indexOf(":alarm:") + 7) : name;
  }
}
