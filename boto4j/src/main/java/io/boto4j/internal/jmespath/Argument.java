package io.boto4j.internal.jmespath;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type of a function's argument. */
enum Argument {
  ANY("any"),
  NUMBER("number"),
  STRING("string"),
  OBJECT("object"),
  ARRAY("array"),
  EXPREF("expref"),
  ARRAY_OR_STRING("array", "string"),
  MEASURABLE("string", "array", "object"),
  NUMBERS("array-number"),
  STRINGS("array-string"),
  NUMBERS_OR_STRINGS("array-number", "array-string");

  private final String expected;

  Argument(String... expected) {
    this.expected = "'" + String.join("', '", expected) + "'";
  }

  /** Returns the accepted types, as messages list them. */
  String expected() {
    return expected;
  }

  /**
   * Finds a value that is not of this type.
   *
   * @return the culprit, which is the value itself or an element of it; null if the value fits
   */
  @Nullable Culprit culprit(@Nullable Object value) {
    return switch (this) {
      case ANY -> unless(!(value instanceof ExpressionReference), value);
      case NUMBER -> unless(value instanceof Number, value);
      case STRING -> unless(value instanceof String, value);
      case OBJECT -> unless(value instanceof Map<?, ?>, value);
      case ARRAY -> unless(Values.list(value) != null, value);
      case EXPREF -> unless(value instanceof ExpressionReference, value);
      case ARRAY_OR_STRING -> unless(value instanceof String || Values.list(value) != null, value);
      case MEASURABLE ->
          unless(
              value instanceof String || value instanceof Map<?, ?> || Values.list(value) != null,
              value);
      case NUMBERS -> elements(value, Number.class);
      case STRINGS -> elements(value, String.class);
      case NUMBERS_OR_STRINGS ->
          elements(value, startsWithString(value) ? String.class : Number.class);
    };
  }

  /** Whether values of a type may fit this type. */
  boolean accepts(PathType type) {
    boolean any = type.kind() == PathType.Kind.ANY;
    return switch (this) {
      case ANY, EXPREF -> true;
      case NUMBER -> any || type.isNumber();
      case STRING -> any || type.isText();
      case OBJECT -> any || type.hasMembers();
      case ARRAY -> any || isList(type);
      case ARRAY_OR_STRING -> any || isList(type) || type.isText();
      case MEASURABLE -> any || isList(type) || type.isText() || type.hasMembers();
      case NUMBERS -> any || (isList(type) && NUMBER.accepts(type.element()));
      case STRINGS -> any || (isList(type) && STRING.accepts(type.element()));
      case NUMBERS_OR_STRINGS -> NUMBERS.accepts(type) || STRINGS.accepts(type);
    };
  }

  private static boolean isList(PathType type) {
    return type.kind() == PathType.Kind.LIST;
  }

  private static boolean startsWithString(@Nullable Object value) {
    List<?> list = Values.list(value);
    return list != null && !list.isEmpty() && list.get(0) instanceof String;
  }

  private static @Nullable Culprit elements(@Nullable Object value, Class<?> type) {
    List<?> list = Values.list(value);
    if (list == null) {
      return new Culprit(value);
    }
    for (Object element : list) {
      if (!type.isInstance(element)) {
        return new Culprit(element);
      }
    }
    return null;
  }

  private static @Nullable Culprit unless(boolean fits, @Nullable Object value) {
    return fits ? null : new Culprit(value);
  }

  /** A value of the wrong type, which may be null. */
  record Culprit(@Nullable Object value) {}
}
