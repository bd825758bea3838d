package io.boto4j.internal.value;

import io.boto4j.Structure;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.StructureShape;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Converts values of responses to the types that users ask for, above all to records. Immutable.
 */
public final class Conversion {
  private final Function<Map<?, ?>, Structure> view;
  private final Function<Map<?, ?>, @Nullable StructureShape> shapes;

  /**
   * Creates a conversion.
   *
   * @param view gives a plain map the accessors of a structure
   * @param shapes returns the shape of a structure, or null for any other map
   */
  Conversion(
      Function<Map<?, ?>, Structure> view, Function<Map<?, ?>, @Nullable StructureShape> shapes) {
    this.view = view;
    this.shapes = shapes;
  }

  /**
   * Converts a value.
   *
   * @throws IllegalArgumentException if it does not fit; the message begins with the place
   */
  @SuppressWarnings("unchecked") // a value of the type, which may be primitive
  <T> T to(Object value, Class<T> type, String place) {
    return (T) convert(value, type, place);
  }

  /**
   * Converts a value to a type that may have type arguments.
   *
   * @param value the value, or null if it is absent
   * @param type the type of the result, such as that of {@code List<String>}
   * @param place the place of the value, for messages
   * @return the converted value; for an absent one an empty collection, map or {@code Optional},
   *     and null for any other type
   * @throws IllegalArgumentException if the value does not fit; the message begins with the place
   */
  public @Nullable Object orAbsent(@Nullable Object value, Type type, String place) {
    return value == null ? absent(type) : convert(value, type, place);
  }

  /** Converts a value that is not absent. */
  private Object convert(Object value, Type type, String place) {
    if (type instanceof Class<?> plain) {
      return plain(value, plain, place);
    }
    if (type instanceof WildcardType wildcard) {
      return convert(value, wildcard.getUpperBounds()[0], place);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      Type[] arguments = generic.getActualTypeArguments();
      if (raw == Optional.class) {
        return Optional.of(convert(value, arguments[0], place));
      }
      if (raw == List.class || raw == Collection.class || raw == Iterable.class) {
        return Collections.unmodifiableList(
            elements(value, arguments[0], place, new ArrayList<>()));
      }
      if (raw == Set.class) {
        return Collections.unmodifiableSet(
            elements(value, arguments[0], place, new LinkedHashSet<>()));
      }
      if (raw == Map.class) {
        return entries(value, arguments[0], arguments[1], place);
      }
    }
    throw new IllegalArgumentException(
        place + " is a " + type.getTypeName() + ", to which no value is converted");
  }

  /** Returns the value of an absent member in a type, or null if the type has none. */
  private static @Nullable Object absent(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> plain ? absent(plain) : null;
  }

  private static @Nullable Object absent(Class<?> type) {
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == List.class || type == Collection.class || type == Iterable.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    return type == Map.class ? Map.of() : null;
  }

  private <C extends Collection<@Nullable Object>> C elements(
      Object value, Type element, String place, C to) {
    if (!(value instanceof Collection<?> list)) {
      throw unfit(value, "a list", place);
    }
    int index = 0;
    for (Object each : list) {
      to.add(each == null ? null : convert(each, element, place + "[" + index + "]"));
      index++;
    }
    return to;
  }

  private Map<Object, @Nullable Object> entries(
      Object value, Type keyType, Type valueType, String place) {
    if (!(value instanceof Map<?, ?> map)) {
      throw unfit(value, "a map", place);
    }
    Map<Object, @Nullable Object> converted = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String at = place + "." + Printable.of(String.valueOf(entry.getKey()));
      Object each = entry.getValue();
      converted.put(
          convert(String.valueOf(entry.getKey()), keyType, at),
          each == null ? null : convert(each, valueType, at));
    }
    return Collections.unmodifiableMap(converted);
  }

  private Object plain(Object value, Class<?> type, String place) {
    if (type.isRecord()) {
      if (value instanceof Map<?, ?> map) {
        RecordType known = RecordType.of(type);
        return known.hasMembers()
            ? known.create(new Object[] {view.apply(map)}, place)
            : record(map, known, place);
      }
      throw unfit(value, "a map, for the record " + type.getSimpleName(), place);
    }
    if (type.isEnum()) {
      return constant(value, type, place);
    }
    if (type == Structure.class || type == Map.class) {
      if (value instanceof Map<?, ?> map) {
        return view.apply(map);
      }
      throw unfit(value, "a map", place);
    }
    if (type.isInstance(value)) {
      return value;
    }
    if (type.isArray() && value instanceof Collection<?> list) {
      Object array = Array.newInstance(type.getComponentType(), list.size());
      int index = 0;
      for (Object each : list) {
        String at = place + "[" + index + "]";
        Array.set(array, index++, each == null ? null : plain(each, type.getComponentType(), at));
      }
      return array;
    }
    Object converted = scalar(value, type, place);
    if (converted == null) {
      throw unfit(value, expected(type), place);
    }
    return converted;
  }

  private Object record(Map<?, ?> map, RecordType type, String place) {
    List<RecordType.Component> components = type.components();
    StructureShape shape = shapes.apply(map);
    MemberNames names = shape == null ? null : type.names(shape);
    @Nullable Object[] values = new @Nullable Object[components.size()];
    for (int i = 0; i < values.length; i++) {
      RecordType.Component component = components.get(i);
      String name = names == null ? null : names.get(i);
      values[i] = value(component, name, map, place + "." + component.name());
    }
    return type.create(values, place);
  }

  /** Returns the value of a component, whose name in the model is null if it is to be found. */
  private @Nullable Object value(
      RecordType.Component component, @Nullable String name, Map<?, ?> map, String place) {
    Object value = map.get(name == null ? key(component, map, place) : name);
    if (value != null) {
      return convert(value, component.generic(), place);
    }
    StructureShape shape = shapes.apply(map);
    if (shape != null) {
      checkMember(component, shape, place);
    }
    Object absent = absent(component.type());
    if (absent == null && (component.type().isPrimitive() || !component.nullable())) {
      throw new IllegalArgumentException(
          place
              + " is absent. If it may be, declare the component "
              + (component.type().isPrimitive() ? "with an object type and " : "")
              + "@Nullable or as Optional.");
    }
    return absent;
  }

  private static String key(RecordType.Component component, Map<?, ?> map, String place) {
    if (component.given() != null) {
      return component.given();
    }
    try {
      String key = LooseNames.key(map, component.name());
      return key == null ? component.name() : key;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          place + ": " + e.getMessage() + "; choose one with @Name", e);
    }
  }

  private static void checkMember(
      RecordType.Component component, StructureShape shape, String place) {
    String wanted = component.given() == null ? component.name() : component.given();
    String plain = LooseNames.plain(wanted);
    List<String> names = new ArrayList<>();
    for (Member member : shape.members()) {
      if (LooseNames.plain(member.name()).equals(plain)) {
        return;
      }
      names.add(member.name());
    }
    throw new IllegalArgumentException(
        place + ": " + shape.name() + " has no such member." + NearNames.hint(wanted, names));
  }

  private static @Nullable Object scalar(Object value, Class<?> type, String place) {
    if (type == int.class || type == Integer.class) {
      return Scalars.integer(value);
    }
    if (type == long.class || type == Long.class) {
      return Scalars.longInteger(value);
    }
    if (type == double.class && value instanceof Double) {
      return value;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Scalars.bool(value);
    }
    if (type == Instant.class) {
      return Scalars.instant(value);
    }
    if (type == ByteBuffer.class && value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }
    if (type == InputStream.class || !(value instanceof Number || value instanceof String)) {
      return value instanceof Instant instant ? time(instant, type) : null;
    }
    Object number = number(value, type);
    if (number != null || !(value instanceof String text)) {
      return number;
    }
    try {
      return parsed(text, type);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw unfit(value, expected(type), place);
    }
  }

  private static @Nullable Object number(Object value, Class<?> type) {
    if (type == Number.class) {
      return Scalars.number(value);
    }
    BigDecimal exact = Scalars.decimal(value);
    if (exact == null) {
      return null;
    }
    try {
      if (type == BigDecimal.class) {
        return exact;
      }
      if (type == BigInteger.class) {
        return exact.toBigIntegerExact();
      }
      if (type == short.class || type == Short.class) {
        return exact.shortValueExact();
      }
      if (type == byte.class || type == Byte.class) {
        return exact.byteValueExact();
      }
    } catch (ArithmeticException e) {
      return null;
    }
    if (type == double.class || type == Double.class) {
      return value instanceof Number number ? Scalars.real(number) : exact.doubleValue();
    }
    return type == float.class || type == Float.class ? (Object) exact.floatValue() : null;
  }

  private static @Nullable Object parsed(String text, Class<?> type) {
    if (type == UUID.class) {
      return UUID.fromString(text);
    }
    if (type == URI.class) {
      return URI.create(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == LocalTime.class) {
      return LocalTime.parse(text);
    }
    if (type == LocalDateTime.class) {
      return LocalDateTime.parse(text);
    }
    if (type == OffsetDateTime.class) {
      return OffsetDateTime.parse(text);
    }
    if (type == ZonedDateTime.class) {
      return ZonedDateTime.parse(text);
    }
    if (type == Duration.class) {
      return Duration.parse(text);
    }
    return (type == char.class || type == Character.class) && text.length() == 1
        ? (Object) text.charAt(0)
        : null;
  }

  private static @Nullable Object time(Instant instant, Class<?> type) {
    if (type == OffsetDateTime.class) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    return type == ZonedDateTime.class ? instant.atZone(ZoneOffset.UTC) : null;
  }

  private static Object constant(Object value, Class<?> type, String place) {
    List<String> names = new ArrayList<>();
    if (value instanceof String text) {
      String plain = LooseNames.plain(text);
      Object similar = null;
      for (Object each : type.getEnumConstants()) {
        String name = ((Enum<?>) each).name();
        if (name.equals(text)) {
          return each;
        }
        similar = LooseNames.plain(name).equals(plain) ? each : similar;
        names.add(name);
      }
      if (similar != null) {
        return similar;
      }
      throw new IllegalArgumentException(
          place + " is not one of " + String.join(", ", names) + ": " + Printable.of(text));
    }
    throw unfit(value, "a text, for the enum " + type.getSimpleName(), place);
  }

  private static String expected(Class<?> type) {
    return "a " + type.getSimpleName();
  }

  private static IllegalArgumentException unfit(Object value, String expected, String place) {
    return new IllegalArgumentException(
        place + " is " + Scalars.kind(value) + " that does not fit: expected " + expected);
  }
}
