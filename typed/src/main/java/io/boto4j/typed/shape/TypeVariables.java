package io.boto4j.typed.shape;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The type arguments that an interface gives to the generic interfaces that it extends. */
public final class TypeVariables {
  private final Map<TypeVariable<?>, Type> values = new HashMap<>();

  private TypeVariables() {}

  /**
   * Returns the variables of all interfaces that an interface extends.
   *
   * @param type the interface
   * @return the variables that have a value
   */
  public static TypeVariables of(Class<?> type) {
    TypeVariables variables = new TypeVariables();
    variables.collect(type);
    return variables;
  }

  private void collect(Class<?> type) {
    for (Type each : type.getGenericInterfaces()) {
      Class<?> raw = raw(each);
      if (raw != null && each instanceof ParameterizedType generic) {
        TypeVariable<?>[] names = raw.getTypeParameters();
        for (int i = 0; i < names.length; i++) {
          values.put(names[i], resolve(generic.getActualTypeArguments()[i]));
        }
      }
      if (raw != null) {
        collect(raw);
      }
    }
  }

  /**
   * Replaces the variables in a type by their values.
   *
   * @param type the type
   * @return the type without the variables that have a value
   */
  public Type resolve(Type type) {
    if (type instanceof TypeVariable<?> variable) {
      return values.getOrDefault(variable, variable);
    }
    if (type instanceof GenericArrayType array) {
      Type element = resolve(array.getGenericComponentType());
      return element instanceof Class<?> plain
          ? Array.newInstance(plain, 0).getClass()
          : new ArrayOf(element);
    }
    if (type instanceof WildcardType wildcard && wildcard.getLowerBounds().length == 0) {
      return resolve(wildcard.getUpperBounds()[0]);
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments().clone();
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = resolve(arguments[i]);
      }
      return new Generic((Class<?>) generic.getRawType(), arguments);
    }
    return type;
  }

  /** Returns the class of a type, without arguments, or null for a variable. */
  static @Nullable Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType generic) {
      return (Class<?>) generic.getRawType();
    }
    Class<?> element =
        type instanceof GenericArrayType array ? raw(array.getGenericComponentType()) : null;
    return element == null ? null : Array.newInstance(element, 0).getClass();
  }

  /** A class with type arguments. */
  private static final class Generic implements ParameterizedType {
    private final Class<?> raw;
    private final Type[] arguments;

    Generic(Class<?> raw, Type[] arguments) {
      this.raw = raw;
      this.arguments = arguments;
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.clone();
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return raw.getDeclaringClass();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof ParameterizedType that
          && raw.equals(that.getRawType())
          && Arrays.equals(arguments, that.getActualTypeArguments());
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(arguments) ^ raw.hashCode();
    }

    @Override
    public String toString() {
      return ReflectedType.of(this).text();
    }
  }

  /** An array whose elements have type arguments. */
  private record ArrayOf(Type element) implements GenericArrayType {
    @Override
    public Type getGenericComponentType() {
      return element;
    }
  }
}
