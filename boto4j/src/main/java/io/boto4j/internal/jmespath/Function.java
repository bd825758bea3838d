package io.boto4j.internal.jmespath;

import static io.boto4j.internal.jmespath.Argument.ANY;
import static io.boto4j.internal.jmespath.Argument.ARRAY;
import static io.boto4j.internal.jmespath.Argument.ARRAY_OR_STRING;
import static io.boto4j.internal.jmespath.Argument.EXPREF;
import static io.boto4j.internal.jmespath.Argument.MEASURABLE;
import static io.boto4j.internal.jmespath.Argument.NUMBERS;
import static io.boto4j.internal.jmespath.Argument.NUMBERS_OR_STRINGS;
import static io.boto4j.internal.jmespath.Argument.OBJECT;
import static io.boto4j.internal.jmespath.Argument.STRING;
import static io.boto4j.internal.jmespath.Argument.STRINGS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions, with the types of their arguments. */
enum Function {
  ABS(Argument.NUMBER),
  AVG(NUMBERS),
  CEIL(Argument.NUMBER),
  CONTAINS(ARRAY_OR_STRING, ANY),
  ENDS_WITH(STRING, STRING),
  FLOOR(Argument.NUMBER),
  JOIN(STRING, STRINGS),
  KEYS(OBJECT),
  LENGTH(MEASURABLE),
  MAP(EXPREF, ARRAY),
  MAX(NUMBERS_OR_STRINGS),
  MAX_BY(ARRAY, EXPREF),
  MERGE(true, OBJECT),
  MIN(NUMBERS_OR_STRINGS),
  MIN_BY(ARRAY, EXPREF),
  NOT_NULL(true, ANY),
  REVERSE(ARRAY_OR_STRING),
  SORT(NUMBERS_OR_STRINGS),
  SORT_BY(ARRAY, EXPREF),
  STARTS_WITH(STRING, STRING),
  SUM(NUMBERS),
  TO_ARRAY(ANY),
  TO_NUMBER(ANY),
  TO_STRING(ANY),
  TYPE(ANY),
  VALUES(OBJECT);

  private final String label;
  private final boolean variadic;
  private final int count;
  private final Argument first;
  private final Argument last;

  Function(Argument only) {
    this(false, 1, only, only);
  }

  Function(boolean variadic, Argument each) {
    this(variadic, 1, each, each);
  }

  Function(Argument first, Argument second) {
    this(false, 2, first, second);
  }

  Function(boolean variadic, int count, Argument first, Argument last) {
    this.label = name().toLowerCase(Locale.ROOT);
    this.variadic = variadic;
    this.count = count;
    this.first = first;
    this.last = last;
  }

  static @Nullable Function find(String name) {
    for (Function function : values()) {
      if (function.label.equals(name)) {
        return function;
      }
    }
    return null;
  }

  static List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Function function : values()) {
      labels.add(function.label);
    }
    return labels;
  }

  /** Returns the name of the function in expressions. */
  String label() {
    return label;
  }

  boolean takes(int arguments) {
    return variadic ? arguments >= count : arguments == count;
  }

  /** Returns the number of arguments, in words. */
  String arity() {
    return (variadic ? "at least " : "") + count + (count == 1 ? " argument" : " arguments");
  }

  /** Returns the type of an argument. */
  Argument argument(int place) {
    return place == 0 ? first : last;
  }
}
