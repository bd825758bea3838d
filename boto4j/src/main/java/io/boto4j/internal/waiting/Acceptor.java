package io.boto4j.internal.waiting;

import io.boto4j.error.WaiterConfigException;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.text.Printable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An acceptor of a waiter: the responses or errors that it matches, and the resulting state. */
public final class Acceptor {
  /** The state of a waiter after a response or error. */
  public enum State {
    /** The expected state has been reached. */
    SUCCESS,
    /** The expected state cannot be reached any more. */
    FAILURE,
    /** The operation is called again. */
    RETRY
  }

  private enum Matcher {
    PATH,
    PATH_ALL,
    PATH_ANY,
    STATUS,
    ERROR
  }

  private final State state;
  private final Matcher matcher;
  private final Object expected;
  private final @Nullable JmesPath argument;

  private Acceptor(State state, Matcher matcher, Object expected, @Nullable JmesPath argument) {
    this.state = state;
    this.matcher = matcher;
    this.expected = expected;
    this.argument = argument;
  }

  static Acceptor of(@Nullable Object config) {
    if (!(config instanceof Map<?, ?> map)) {
      throw new WaiterConfigException("an acceptor is not a map");
    }
    Matcher matcher = matcher(map.get("matcher"));
    Object expected = map.get("expected");
    if (expected == null) {
      throw new WaiterConfigException("an acceptor has no expected value");
    }
    JmesPath argument = null;
    if (isOfPath(matcher)) {
      if (!(map.get("argument") instanceof String expression)) {
        throw new WaiterConfigException("an acceptor with a path has no argument");
      }
      argument = JmesPath.compile(expression);
    }
    return new Acceptor(state(map.get("state")), matcher, expected, argument);
  }

  private static boolean isOfPath(Matcher matcher) {
    return matcher != Matcher.STATUS && matcher != Matcher.ERROR;
  }

  private static Matcher matcher(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "path" -> Matcher.PATH;
      case "pathAll" -> Matcher.PATH_ALL;
      case "pathAny" -> Matcher.PATH_ANY;
      case "status" -> Matcher.STATUS;
      case "error" -> Matcher.ERROR;
      default -> throw new WaiterConfigException("Unknown acceptor: " + shown(name));
    };
  }

  private static State state(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "success" -> State.SUCCESS;
      case "failure" -> State.FAILURE;
      case "retry" -> State.RETRY;
      default -> throw new WaiterConfigException("Unknown state: " + shown(name));
    };
  }

  private static String shown(@Nullable Object value) {
    return Printable.of(String.valueOf(value));
  }

  /**
   * Returns the state that a match results in.
   *
   * @return the state
   */
  public State state() {
    return state;
  }

  /**
   * Whether this acceptor matches an outcome.
   *
   * @param outcome the response or error
   * @return true if it matches
   */
  public boolean matches(Outcome outcome) {
    return switch (matcher) {
      case PATH -> !outcome.isError() && same(found(outcome), expected);
      case PATH_ALL -> !outcome.isError() && all(found(outcome));
      case PATH_ANY -> !outcome.isError() && any(found(outcome));
      case STATUS -> same(outcome.statusCode(), expected);
      case ERROR -> error(outcome.errorCode());
    };
  }

  private @Nullable Object found(Outcome outcome) {
    return Objects.requireNonNull(argument).search(outcome.response());
  }

  /** Whether all elements of a list match. An empty list never matches. */
  private boolean all(@Nullable Object found) {
    if (!(found instanceof List<?> list) || list.isEmpty()) {
      return false;
    }
    for (Object each : list) {
      if (!same(each, expected)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(@Nullable Object found) {
    if (found instanceof List<?> list) {
      for (Object each : list) {
        if (same(each, expected)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an error matches: true expects any error, false none, a text its code. */
  private boolean error(@Nullable String code) {
    return expected instanceof Boolean some ? some == (code != null) : expected.equals(code);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return x.equals(y)
          || new BigDecimal(x.toString()).compareTo(new BigDecimal(y.toString())) == 0;
    }
    return Objects.equals(a, b);
  }

  /**
   * Describes the match in boto3's words.
   *
   * @return the description, such as {@code Matched expected HTTP status code: 404}
   */
  public String explanation() {
    String wanted = expected instanceof Boolean some ? (some ? "True" : "False") : expected + "";
    return switch (matcher) {
      case PATH ->
          "For expression \"" + argument + "\" we matched expected path: \"" + wanted + "\"";
      case PATH_ALL ->
          "For expression \""
              + argument
              + "\" all members matched expected path: \""
              + wanted
              + "\"";
      case PATH_ANY ->
          "For expression \""
              + argument
              + "\" we matched expected path: \""
              + wanted
              + "\" at least once";
      case STATUS -> "Matched expected HTTP status code: " + wanted;
      case ERROR -> "Matched expected service error code: " + wanted;
    };
  }
}
