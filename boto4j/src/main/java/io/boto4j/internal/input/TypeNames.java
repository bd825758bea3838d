package io.boto4j.internal.input;

import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.Shape;
import java.io.Serializable;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of types in reports: words for the common ones, class names for the others. The classes
 * in which the JDK implements its public types are not shown, as nobody wrote their names.
 */
final class TypeNames {
  private static final String INTERNAL = "io.boto4j.internal.";

  /** Interfaces that many types have in common, and that explain none of them. */
  private static final Set<Class<?>> VAGUE =
      Set.of(
          Object.class,
          Serializable.class,
          Cloneable.class,
          Comparable.class,
          AutoCloseable.class,
          Constable.class,
          ConstantDesc.class);

  private TypeNames() {}

  /** Returns the name of the type of a value. */
  static String of(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map<?, ?>) {
      return "a map";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof CharSequence || value instanceof Character) {
      return "a text";
    }
    if (value instanceof byte[]) {
      return "byte[]";
    }
    if (value.getClass().isArray()) {
      return "an array";
    }
    return InputValues.list(value) == null ? publicName(value.getClass()) : "a list";
  }

  private static String publicName(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      Class<?> shown = publicType(each);
      if (shown != null) {
        return shown.getTypeName();
      }
    }
    return Object.class.getTypeName();
  }

  /** Returns a type if users can know it, else an interface of it that they can know, or null. */
  private static @Nullable Class<?> publicType(Class<?> type) {
    if (!VAGUE.contains(type) && isKnown(type)) {
      return type;
    }
    for (Class<?> each : type.getInterfaces()) {
      Class<?> shown = publicType(each);
      if (shown != null) {
        return shown;
      }
    }
    return null;
  }

  /** Hidden classes are lambda expressions. */
  private static boolean isKnown(Class<?> type) {
    if (type.isHidden() || type.getName().startsWith(INTERNAL)) {
      return false;
    }
    boolean ofJdk =
        type.getClassLoader() == null
            || type.getClassLoader() == ClassLoader.getPlatformClassLoader();
    return !ofJdk
        || ((type.getModifiers() & Modifier.PUBLIC) != 0
            && type.getModule().isExported(type.getPackageName()));
  }

  /** Returns the types that a shape accepts. */
  static String accepted(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE, MAP -> "a map, a record";
      case LIST -> "a list, an array";
      case STRING -> "a text, an enum constant";
      case INTEGER, LONG, BIG_INTEGER -> "a number without a fraction";
      case FLOAT, DOUBLE, BIG_DECIMAL -> "a number";
      case BOOLEAN -> "a boolean";
      case TIMESTAMP ->
          "java.time.Instant, java.time.ZonedDateTime, java.util.Date, seconds since 1970,"
              + " timestamp text";
      case BLOB ->
          "byte[], java.nio.ByteBuffer, java.io.InputStream, java.nio.file.Path,"
              + " io.boto4j.http.HttpBody, a text";
      case DOCUMENT -> "a text, a number, a boolean, a list, a map, a record";
    };
  }
}
