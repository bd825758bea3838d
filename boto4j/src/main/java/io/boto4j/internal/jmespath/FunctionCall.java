package io.boto4j.internal.jmespath;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.JmesPathException.Problem;
import io.boto4j.model.NearNames;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code function(argument, …)}. */
final class FunctionCall extends Node {
  private final Function function;
  private final List<Node> arguments;
  private final int offset;

  private FunctionCall(Function function, List<Node> arguments, int offset) {
    super(arguments);
    this.function = function;
    this.arguments = arguments;
    this.offset = offset;
  }

  /**
   * Creates a call, and checks its name and the number of arguments even if it is never evaluated.
   */
  static FunctionCall of(String name, List<Node> arguments, String expression, int offset) {
    Function function = Function.find(name);
    if (function == null) {
      String message =
          "Unknown function: "
              + Problems.shown(name)
              + "()"
              + NearNames.hint(name, Function.labels());
      throw Problems.of(Problem.UNKNOWN_FUNCTION, message, expression, offset);
    }
    if (!function.takes(arguments.size())) {
      String message =
          "Expected "
              + function.arity()
              + " for function "
              + name
              + "(), received "
              + arguments.size();
      throw Problems.of(Problem.INVALID_ARITY, message, expression, offset);
    }
    return new FunctionCall(function, arguments, offset);
  }

  @Override
  @Nullable Object evaluate(@Nullable Object value, Evaluation run) {
    @Nullable Object[] given = new @Nullable Object[arguments.size()];
    for (int i = 0; i < given.length; i++) {
      given[i] = arguments.get(i).evaluate(value, run);
    }
    for (int i = 0; i < given.length; i++) {
      Argument expected = function.argument(i);
      Argument.Culprit culprit = expected.culprit(given[i]);
      if (culprit != null) {
        throw wrongType(culprit.value(), expected.expected(), run);
      }
      List<?> list = Values.list(given[i]);
      run.spend(list == null ? 1 : list.size());
    }
    return call(given, run);
  }

  @Override
  PathType typed(PathType type, Typing run) {
    List<PathType> given = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      given.add(arguments.get(i).typed(type, run));
      Argument expected = function.argument(i);
      if (!expected.accepts(given.get(i))) {
        run.problem(
            "Function "
                + function.label()
                + "() receives "
                + given.get(i).describe()
                + ", but accepts "
                + expected.expected());
      }
    }
    if (arguments.get(arguments.size() - 1) instanceof ExpressionReference key) {
      key.applied(given.get(0).element(), run);
    }
    return result(given, run);
  }

  private PathType result(List<PathType> given, Typing run) {
    PathType first = given.get(0);
    return switch (function) {
      case ABS, AVG, CEIL, FLOOR, LENGTH, SUM, TO_NUMBER -> PathType.NUMBER;
      case CONTAINS, ENDS_WITH, STARTS_WITH -> PathType.BOOLEAN;
      case JOIN, TO_STRING, TYPE -> PathType.TEXT;
      case KEYS -> PathType.listOf(PathType.TEXT);
      case MAP ->
          PathType.listOf(
              arguments.get(0) instanceof ExpressionReference mapping
                  ? mapping.applied(given.get(1).element(), run)
                  : PathType.ANY);
      case MAX, MAX_BY, MIN, MIN_BY -> first.element();
      case REVERSE, SORT, SORT_BY -> first;
      case MERGE, NOT_NULL -> PathType.ANY;
      case TO_ARRAY -> first.kind() == PathType.Kind.LIST ? first : PathType.listOf(first);
      case VALUES -> PathType.listOf(first.value());
    };
  }

  /** Calls the function with arguments whose types and number have been checked. */
  private @Nullable Object call(@Nullable Object[] given, Evaluation run) {
    return switch (function) {
      case ABS -> Numbers.abs(number(given[0]));
      case AVG -> Numbers.average(list(given[0]));
      case CEIL -> Numbers.round(number(given[0]), RoundingMode.CEILING);
      case CONTAINS -> contains(given[0], given[1], run);
      case ENDS_WITH -> text(given[0]).endsWith(text(given[1]));
      case FLOOR -> Numbers.round(number(given[0]), RoundingMode.FLOOR);
      case JOIN -> join(text(given[0]), list(given[1]), run);
      case KEYS -> copy(map(given[0]).keySet(), run);
      case LENGTH -> length(given[0], run);
      case MAP -> mapped(expression(given[0]), list(given[1]), run);
      case MAX -> Ranking.max(list(given[0]));
      case MAX_BY -> Ranking.max(list(given[0]), keys(given, run));
      case MERGE -> merge(given, run);
      case MIN -> Ranking.min(list(given[0]));
      case MIN_BY -> Ranking.min(list(given[0]), keys(given, run));
      case NOT_NULL -> notNull(given);
      case REVERSE -> reverse(given[0], run);
      case SORT -> Ranking.sort(list(given[0]), list(given[0]), run);
      case SORT_BY -> Ranking.sort(list(given[0]), keys(given, run), run);
      case STARTS_WITH -> text(given[0]).startsWith(text(given[1]));
      case SUM -> Numbers.sum(list(given[0]));
      case TO_ARRAY -> toArray(given[0]);
      case TO_NUMBER -> toNumber(given[0]);
      case TO_STRING -> given[0] instanceof String text ? text : JsonPrinter.of(given[0], run);
      case TYPE -> Values.specifiedType(given[0]);
      case VALUES -> copy(map(given[0]).values(), run);
    };
  }

  /** Whether a text or list contains a value. A text contains only texts. */
  private static boolean contains(
      @Nullable Object subject, @Nullable Object search, Evaluation run) {
    if (subject instanceof String text) {
      if (search instanceof String part) {
        run.seek(part, text);
        return text.contains(part);
      }
      return false;
    }
    for (Object element : list(subject)) {
      if (Equality.of(element, search, run)) {
        return true;
      }
    }
    return false;
  }

  private static String join(String separator, List<?> texts, Evaluation run) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < texts.size(); i++) {
      String text = text(texts.get(i));
      String before = i == 0 ? "" : separator;
      run.makeText(before.length() + text.length());
      joined.append(before).append(text);
    }
    return joined.toString();
  }

  /** Returns the number of elements, of members or, in a text, of code points. */
  private static int length(@Nullable Object value, Evaluation run) {
    if (value instanceof String text) {
      run.scan(text);
      return text.codePointCount(0, text.length());
    }
    return value instanceof Map<?, ?> map ? map.size() : list(value).size();
  }

  private static List<?> mapped(ExpressionReference expression, List<?> elements, Evaluation run) {
    run.makeList(elements.size());
    List<@Nullable Object> results = new ArrayList<>(elements.size());
    for (Object element : elements) {
      results.add(expression.apply(element, run));
    }
    return Collections.unmodifiableList(results);
  }

  private static Map<?, ?> merge(@Nullable Object[] maps, Evaluation run) {
    Map<Object, @Nullable Object> merged = new LinkedHashMap<>();
    for (Object each : maps) {
      run.makeMap(map(each).size());
      merged.putAll(map(each));
    }
    return Collections.unmodifiableMap(merged);
  }

  private static @Nullable Object notNull(@Nullable Object[] values) {
    for (Object value : values) {
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Object reverse(@Nullable Object value, Evaluation run) {
    if (value instanceof String text) {
      run.makeText(text.length());
      return new StringBuilder(text).reverse().toString();
    }
    List<?> list = list(value);
    run.makeList(list.size());
    List<@Nullable Object> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return Collections.unmodifiableList(reversed);
  }

  private static List<?> toArray(@Nullable Object value) {
    List<?> list = Values.list(value);
    return list == null ? Collections.singletonList(value) : list;
  }

  private static @Nullable Number toNumber(@Nullable Object value) {
    if (value instanceof Number number) {
      return number;
    }
    return value instanceof String text ? Numbers.parse(text) : null;
  }

  private static List<?> copy(Collection<?> elements, Evaluation run) {
    run.makeList(elements.size());
    return Collections.unmodifiableList(new ArrayList<@Nullable Object>(elements));
  }

  /** Returns the keys by which a {@code _by} function ranks: all numbers or all strings. */
  private List<?> keys(@Nullable Object[] given, Evaluation run) {
    List<?> elements = list(given[0]);
    run.makeList(elements.size());
    @Nullable Object[] keys = new @Nullable Object[elements.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = expression(given[1]).apply(elements.get(i), run);
      if (!(keys[i] instanceof Number) && !(keys[i] instanceof String)) {
        throw wrongType(keys[i], "'number', 'string'", run);
      }
      if (keys[i] instanceof String != keys[0] instanceof String) {
        throw wrongType(keys[i], "'" + Values.type(keys[0]) + "'", run);
      }
    }
    return Arrays.asList(keys);
  }

  /** The message omits the value, which Python shows, because it may be a secret. */
  private JmesPathException wrongType(@Nullable Object value, String expected, Evaluation run) {
    String message =
        "In function "
            + function.label()
            + "(), invalid type for value, expected one of: ["
            + expected
            + "], received: \""
            + Values.type(value)
            + "\"";
    return run.problem(Problem.INVALID_TYPE, message, offset);
  }

  private static Number number(@Nullable Object value) {
    return value instanceof Number number ? number : 0;
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static List<?> list(@Nullable Object value) {
    List<?> list = Values.list(value);
    return list == null ? List.of() : list;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static ExpressionReference expression(@Nullable Object value) {
    return (ExpressionReference) Objects.requireNonNull(value);
  }
}
