package io.boto4j.local.lambda.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts between JSON values and the objects of Java functions: records, and classes with getters
 * and setters. The names of properties are compared without regard to case, because the events of
 * AWS begin some with a capital.
 */
final class Beans {
  private Beans() {}

  // Reading

  static @Nullable Object read(@Nullable Object value, Type type) throws Throwable {
    Class<?> raw = raw(type);
    if (value == null) {
      return raw.isPrimitive() ? primitiveDefault(raw) : null;
    }
    if (raw == Object.class) {
      return value;
    }
    if (raw == String.class || raw == CharSequence.class) {
      if (value instanceof Map || value instanceof List) {
        throw mismatch(value, type);
      }
      return String.valueOf(value);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return value instanceof Boolean ? value : Boolean.valueOf(String.valueOf(value));
    }
    Object number = number(value, raw);
    if (number != null) {
      return number;
    }
    if (raw.isEnum()) {
      for (Object constant : raw.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(value)) {
          return constant;
        }
      }
      throw mismatch(value, type);
    }
    if (raw == byte[].class) {
      return Base64.getDecoder().decode(String.valueOf(value));
    }
    if (raw == ByteBuffer.class) {
      return ByteBuffer.wrap(Base64.getDecoder().decode(String.valueOf(value)));
    }
    if (value instanceof List<?> list) {
      return list(list, raw, type);
    }
    if (value instanceof Map<?, ?> map) {
      return Map.class.isAssignableFrom(raw) ? map(map, type) : object(map, raw);
    }
    throw mismatch(value, type);
  }

  private static IllegalArgumentException mismatch(Object value, Type type) {
    return new IllegalArgumentException(
        "Cannot make a "
            + type.getTypeName()
            + " from "
            + (value instanceof Map ? "an object" : value instanceof List ? "an array" : value));
  }

  private static @Nullable Object primitiveDefault(Class<?> raw) {
    return raw == void.class ? null : Array.get(Array.newInstance(raw, 1), 0);
  }

  private static @Nullable Object number(Object value, Class<?> raw) {
    if (!raw.isPrimitive() && !Number.class.isAssignableFrom(raw)) {
      return null;
    }
    BigDecimal number = new BigDecimal(String.valueOf(value));
    return switch (raw.getSimpleName()) {
      case "int", "Integer" -> number.intValue();
      case "long", "Long" -> number.longValue();
      case "double", "Double" -> number.doubleValue();
      case "float", "Float" -> number.floatValue();
      case "short", "Short" -> number.shortValue();
      case "byte", "Byte" -> number.byteValue();
      case "BigInteger" -> number.toBigInteger();
      case "BigDecimal" -> number;
      default -> value instanceof Number ? value : number;
    };
  }

  private static Object list(List<?> list, Class<?> raw, Type type) throws Throwable {
    if (raw.isArray()) {
      Object array = Array.newInstance(raw.getComponentType(), list.size());
      for (int i = 0; i < list.size(); i++) {
        Array.set(array, i, read(list.get(i), raw.getComponentType()));
      }
      return array;
    }
    if (!raw.isAssignableFrom(ArrayList.class) && !raw.isAssignableFrom(LinkedHashSet.class)) {
      throw mismatch(list, type);
    }
    Type element = argument(type, 0);
    Collection<@Nullable Object> made =
        Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
    for (Object each : list) {
      made.add(read(each, element));
    }
    return made;
  }

  private static Object map(Map<?, ?> map, Type type) throws Throwable {
    Type keys = argument(type, 0);
    Type values = argument(type, 1);
    Map<@Nullable Object, @Nullable Object> made = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      made.put(read(entry.getKey(), keys), read(entry.getValue(), values));
    }
    return made;
  }

  private static Object object(Map<?, ?> map, Class<?> raw) throws Throwable {
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            members.put(String.valueOf(name).toLowerCase(Locale.ROOT), value);
          }
        });
    if (raw.isRecord()) {
      return newRecord(members, raw);
    }
    Constructor<?> constructor = raw.getDeclaredConstructor();
    constructor.setAccessible(true);
    Object made = call(() -> constructor.newInstance());
    for (Method method : raw.getMethods()) {
      String name = method.getName();
      if (!name.startsWith("set") || name.length() < 4 || method.getParameterCount() != 1) {
        continue;
      }
      Object value = members.get(name.substring(3).toLowerCase(Locale.ROOT));
      if (value != null) {
        Object argument = read(value, method.getGenericParameterTypes()[0]);
        method.setAccessible(true);
        call(() -> method.invoke(made, argument));
      }
    }
    return made;
  }

  private static Object newRecord(Map<String, Object> members, Class<?> raw) throws Throwable {
    RecordComponent[] components = raw.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          read(
              members.get(components[i].getName().toLowerCase(Locale.ROOT)),
              components[i].getGenericType());
    }
    Constructor<?> constructor = raw.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return call(() -> constructor.newInstance(values));
  }

  /** A reflective call. */
  private interface Call<T extends @Nullable Object> {
    T run() throws ReflectiveOperationException;
  }

  /** Makes a call, and throws what it throws. */
  private static <T extends @Nullable Object> T call(Call<T> call) throws Throwable {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> own) {
      return own;
    }
    if (type instanceof ParameterizedType parameterized) {
      return raw(parameterized.getRawType());
    }
    if (type instanceof WildcardType wildcard) {
      return raw(wildcard.getUpperBounds()[0]);
    }
    return type instanceof TypeVariable<?> variable ? raw(variable.getBounds()[0]) : Object.class;
  }

  private static Type argument(Type type, int index) {
    if (type instanceof ParameterizedType parameterized
        && parameterized.getActualTypeArguments().length > index) {
      return parameterized.getActualTypeArguments()[index];
    }
    return Object.class;
  }

  // Writing

  static @Nullable Object write(@Nullable Object value) throws Throwable {
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value instanceof BigInteger big ? new BigDecimal(big) : value;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> made = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        made.put(String.valueOf(entry.getKey()), write(entry.getValue()));
      }
      return made;
    }
    if (value instanceof Iterable<?> items) {
      List<@Nullable Object> made = new ArrayList<>();
      for (Object each : items) {
        made.add(write(each));
      }
      return made;
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value.getClass().isArray()) {
      List<@Nullable Object> made = new ArrayList<>();
      for (int i = 0; i < Array.getLength(value); i++) {
        made.add(write(Array.get(value, i)));
      }
      return made;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value.getClass().getName().startsWith("java.") || value instanceof CharSequence) {
      return value.toString();
    }
    return members(value);
  }

  private static Map<String, @Nullable Object> members(Object value) throws Throwable {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        made.put(component.getName(), write(call(() -> accessor.invoke(value))));
      }
      return made;
    }
    for (Method method : value.getClass().getMethods()) {
      String name = property(method);
      if (name != null) {
        method.setAccessible(true);
        made.put(name, write(call(() -> method.invoke(value))));
      }
    }
    return made;
  }

  private static @Nullable String property(Method method) {
    String name = method.getName();
    int prefix =
        name.startsWith("get") && name.length() > 3
            ? 3
            : name.startsWith("is") && name.length() > 2 && method.getReturnType() == boolean.class
                ? 2
                : 0;
    if (prefix == 0
        || method.getParameterCount() > 0
        || Modifier.isStatic(method.getModifiers())
        || method.getDeclaringClass() == Object.class) {
      return null;
    }
    return name.substring(prefix, prefix + 1).toLowerCase(Locale.ROOT) + name.substring(prefix + 1);
  }
}
