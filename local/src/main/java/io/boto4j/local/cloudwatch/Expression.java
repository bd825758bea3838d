package io.boto4j.local.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A metric math expression: numbers, ids of other queries, arithmetic, comparisons, logic and the
 * functions that are listed in {@link #call}. Others are refused by name.
 */
final class Expression {
  /** A value: a number, a time series or several. */
  record Value(@Nullable Double number, List<NavigableMap<Instant, Double>> series) {
    static Value of(double number) {
      return new Value(number, List.of());
    }

    static Value of(NavigableMap<Instant, Double> series) {
      return new Value(null, List.of(series));
    }
  }

  private final String text;
  private final Function<String, @Nullable Value> queries;
  private final List<NavigableMap<Instant, Double>> metrics;
  private final List<Instant> times;
  private final int period;
  private int at;

  /**
   * Prepares an expression.
   *
   * @param queries returns the value of another query by its id, or null
   * @param metrics the series of all queries of metrics, for {@code METRICS()}
   * @param times the beginnings of all periods, for {@code FILL}
   * @param period the length of a period in seconds
   */
  Expression(
      String text,
      Function<String, @Nullable Value> queries,
      List<NavigableMap<Instant, Double>> metrics,
      List<Instant> times,
      int period) {
    this.text = text;
    this.queries = queries;
    this.metrics = metrics;
    this.times = times;
    this.period = period;
  }

  Value evaluate() {
    Value value = or();
    skip();
    if (at < text.length()) {
      throw invalid();
    }
    return value;
  }

  private RuntimeException invalid() {
    return CloudWatchErrors.validation("Error in expression '" + text + "': Syntax error at " + at);
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(String token) {
    skip();
    if (!text.startsWith(token, at)) {
      return false;
    }
    boolean word = Character.isLetter(token.charAt(0));
    int end = at + token.length();
    if (word && end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      return false;
    }
    at = end;
    return true;
  }

  private Value or() {
    Value left = and();
    while (take("||") || take("OR")) {
      left = combine(left, and(), (a, b) -> a != 0 || b != 0 ? 1 : 0);
    }
    return left;
  }

  private Value and() {
    Value left = comparison();
    while (take("&&") || take("AND")) {
      left = combine(left, comparison(), (a, b) -> a != 0 && b != 0 ? 1 : 0);
    }
    return left;
  }

  private Value comparison() {
    Value left = sum();
    while (true) {
      if (take("==")) {
        left = combine(left, sum(), (a, b) -> a == b ? 1 : 0);
      } else if (take("!=")) {
        left = combine(left, sum(), (a, b) -> a == b ? 0 : 1);
      } else if (take("<=")) {
        left = combine(left, sum(), (a, b) -> a <= b ? 1 : 0);
      } else if (take(">=")) {
        left = combine(left, sum(), (a, b) -> a >= b ? 1 : 0);
      } else if (take("<")) {
        left = combine(left, sum(), (a, b) -> a < b ? 1 : 0);
      } else if (take(">")) {
        left = combine(left, sum(), (a, b) -> a > b ? 1 : 0);
      } else {
        return left;
      }
    }
  }

  private Value sum() {
    Value left = product();
    while (true) {
      if (take("+")) {
        left = combine(left, product(), Double::sum);
      } else if (take("-")) {
        left = combine(left, product(), (a, b) -> a - b);
      } else {
        return left;
      }
    }
  }

  private Value product() {
    Value left = unary();
    while (true) {
      if (take("*")) {
        left = combine(left, unary(), (a, b) -> a * b);
      } else if (take("/")) {
        left = combine(left, unary(), (a, b) -> a / b);
      } else {
        return left;
      }
    }
  }

  private Value power() {
    Value base = primary();
    return take("^") ? combine(base, unary(), Math::pow) : base;
  }

  private Value unary() {
    if (take("-")) {
      return combine(Value.of(0), unary(), (a, b) -> a - b);
    }
    return power();
  }

  private Value primary() {
    skip();
    if (take("(")) {
      Value inner = or();
      require(")");
      return inner;
    }
    if (take("[")) {
      List<NavigableMap<Instant, Double>> all = new ArrayList<>();
      do {
        all.addAll(or().series());
      } while (take(","));
      require("]");
      return new Value(null, all);
    }
    int from = at;
    if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      return Value.of(Double.parseDouble(text.substring(from, at)));
    }
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (from == at) {
      throw invalid();
    }
    String name = text.substring(from, at);
    if (take("(")) {
      return call(name.toUpperCase(Locale.ROOT));
    }
    Value value = queries.apply(name);
    if (value == null) {
      throw CloudWatchErrors.validation(
          "Error in expression '" + text + "': Unrecognized id or keyword " + name);
    }
    return value;
  }

  private void require(String token) {
    if (!take(token)) {
      throw invalid();
    }
  }

  private Value call(String name) {
    List<Value> arguments = new ArrayList<>();
    String word = "";
    if (!take(")")) {
      do {
        skip();
        if (name.equals("FILL") && arguments.size() == 1 && take("REPEAT")) {
          word = "REPEAT";
        } else if (name.equals("METRICS") && take("\"")) {
          at = Math.max(at, text.indexOf('"', at) + 1);
        } else {
          arguments.add(or());
        }
      } while (take(","));
      require(")");
    }
    return switch (name) {
      case "METRICS" -> new Value(null, metrics);
      case "SUM" -> aggregate(arguments, values -> values.stream().mapToDouble(v -> v).sum());
      case "AVG" ->
          aggregate(arguments, values -> values.stream().mapToDouble(v -> v).average().orElse(0));
      case "MIN" ->
          aggregate(arguments, values -> values.stream().mapToDouble(v -> v).min().orElse(0));
      case "MAX" ->
          aggregate(arguments, values -> values.stream().mapToDouble(v -> v).max().orElse(0));
      case "STDDEV" -> aggregate(arguments, Expression::deviation);
      case "ABS" -> map(argument(arguments, 0), Math::abs);
      case "CEIL" -> map(argument(arguments, 0), Math::ceil);
      case "FLOOR" -> map(argument(arguments, 0), Math::floor);
      case "LOG" -> map(argument(arguments, 0), Math::log);
      case "LOG10" -> map(argument(arguments, 0), Math::log10);
      case "PERIOD" -> Value.of(period);
      case "DIFF" -> changes(argument(arguments, 0), /* rate= */ false);
      case "RATE" -> changes(argument(arguments, 0), /* rate= */ true);
      case "RUNNING_SUM" -> runningSum(argument(arguments, 0));
      case "DATAPOINT_COUNT" -> Value.of(first(argument(arguments, 0)).size());
      case "FILL" -> fill(argument(arguments, 0), word.isEmpty() ? argument(arguments, 1) : null);
      case "IF" ->
          choose(
              argument(arguments, 0),
              argument(arguments, 1),
              arguments.size() > 2 ? arguments.get(2) : null);
      default ->
          throw CloudWatchErrors.validation(
              "Error in expression '"
                  + text
                  + "': boto4j-local does not emulate the function "
                  + name);
    };
  }

  private Value argument(List<Value> arguments, int number) {
    if (number >= arguments.size()) {
      throw invalid();
    }
    return arguments.get(number);
  }

  private static NavigableMap<Instant, Double> first(Value value) {
    return value.series().isEmpty() ? new TreeMap<>() : value.series().get(0);
  }

  private static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
    return Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /** Of one series, the aggregate over time; of several, the aggregate of each period. */
  private Value aggregate(List<Value> arguments, Function<List<Double>, Double> function) {
    Value value = argument(arguments, 0);
    if (value.series().size() == 1 && value.number() == null) {
      return Value.of(function.apply(new ArrayList<>(first(value).values())));
    }
    NavigableMap<Instant, List<Double>> all = new TreeMap<>();
    for (NavigableMap<Instant, Double> series : value.series()) {
      series.forEach((time, each) -> all.computeIfAbsent(time, key -> new ArrayList<>()).add(each));
    }
    NavigableMap<Instant, Double> result = new TreeMap<>();
    all.forEach((time, values) -> result.put(time, function.apply(values)));
    return Value.of(result);
  }

  private static Value map(Value value, Function<Double, Double> function) {
    Double number = value.number();
    if (number != null) {
      return Value.of(function.apply(number));
    }
    List<NavigableMap<Instant, Double>> mapped = new ArrayList<>();
    for (NavigableMap<Instant, Double> series : value.series()) {
      NavigableMap<Instant, Double> result = new TreeMap<>();
      series.forEach((time, each) -> result.put(time, function.apply(each)));
      mapped.add(result);
    }
    return new Value(null, mapped);
  }

  private static Value combine(Value left, Value right, DoubleBinaryOperator operator) {
    Double a = left.number();
    Double b = right.number();
    if (a != null && b != null) {
      return Value.of(operator.applyAsDouble(a, b));
    }
    if (a != null) {
      return map(right, each -> operator.applyAsDouble(a, each));
    }
    if (b != null) {
      return map(left, each -> operator.applyAsDouble(each, b));
    }
    List<NavigableMap<Instant, Double>> combined = new ArrayList<>();
    int size = Math.max(left.series().size(), right.series().size());
    for (int i = 0; i < size; i++) {
      NavigableMap<Instant, Double> one = at(left, i);
      NavigableMap<Instant, Double> other = at(right, i);
      NavigableMap<Instant, Double> result = new TreeMap<>();
      one.forEach(
          (time, each) -> {
            Double second = other.get(time);
            if (second != null) {
              double value = operator.applyAsDouble(each, second);
              if (!Double.isNaN(value) && !Double.isInfinite(value)) {
                result.put(time, value);
              }
            }
          });
      combined.add(result);
    }
    return new Value(null, combined);
  }

  private static NavigableMap<Instant, Double> at(Value value, int number) {
    return value.series().size() == 1
        ? value.series().get(0)
        : number < value.series().size() ? value.series().get(number) : new TreeMap<>();
  }

  private static Value changes(Value value, boolean rate) {
    NavigableMap<Instant, Double> result = new TreeMap<>();
    Instant before = null;
    Double last = null;
    for (var entry : first(value).entrySet()) {
      if (before != null && last != null) {
        double seconds = entry.getKey().getEpochSecond() - before.getEpochSecond();
        result.put(entry.getKey(), (entry.getValue() - last) / (rate ? seconds : 1));
      }
      before = entry.getKey();
      last = entry.getValue();
    }
    return Value.of(result);
  }

  private static Value runningSum(Value value) {
    NavigableMap<Instant, Double> result = new TreeMap<>();
    double sum = 0;
    for (var entry : first(value).entrySet()) {
      sum += entry.getValue();
      result.put(entry.getKey(), sum);
    }
    return Value.of(result);
  }

  private Value fill(Value value, @Nullable Value with) {
    NavigableMap<Instant, Double> result = new TreeMap<>(first(value));
    Double last = null;
    for (Instant time : times) {
      Double present = result.get(time);
      if (present != null) {
        last = present;
        continue;
      }
      Double filler = with == null ? last : with.number();
      if (with != null && filler == null) {
        filler = first(with).get(time);
      }
      if (filler != null) {
        result.put(time, filler);
      }
    }
    return Value.of(result);
  }

  private static Value choose(Value condition, Value then, @Nullable Value otherwise) {
    Double number = condition.number();
    if (number != null) {
      Value chosen = number != 0 ? then : otherwise;
      return chosen == null ? new Value(null, List.of()) : chosen;
    }
    NavigableMap<Instant, Double> result = new TreeMap<>();
    first(condition)
        .forEach(
            (time, each) -> {
              Value chosen = each != 0 ? then : otherwise;
              if (chosen != null) {
                Double fixed = chosen.number();
                Double value = fixed == null ? first(chosen).get(time) : fixed;
                if (value != null) {
                  result.put(time, value);
                }
              }
            });
    return Value.of(result);
  }
}
