package io.boto4j.typed.shape;

import io.boto4j.Name;
import java.lang.annotation.Annotation;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Java type at run time. Type variables must be resolved, or are unknown. */
public final class ReflectedType implements JavaType {
  private final Type type;

  /** The class without arguments, or null if it is not known. */
  private final @Nullable Class<?> raw;

  private ReflectedType(Type type) {
    this.type = type;
    this.raw = TypeVariables.raw(type);
  }

  /**
   * Returns the description of a type.
   *
   * @param type a class, or a type with arguments
   * @return the description
   */
  public static ReflectedType of(Type type) {
    return new ReflectedType(type);
  }

  @Override
  public String name() {
    return raw == null ? "" : nameOf(raw);
  }

  private static String nameOf(Class<?> type) {
    String name = type.getCanonicalName();
    return name == null ? type.getName() : name;
  }

  @Override
  public String text() {
    if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()).text() + "[]";
    }
    if (raw == null) {
      return type.getTypeName();
    }
    List<JavaType> arguments = raw.isArray() ? List.of() : arguments();
    if (arguments.isEmpty()) {
      return raw.getSimpleName();
    }
    List<String> texts = new ArrayList<>();
    for (JavaType each : arguments) {
      texts.add(each.text());
    }
    return raw.getSimpleName() + "<" + String.join(", ", texts) + ">";
  }

  @Override
  public List<JavaType> arguments() {
    List<JavaType> arguments = new ArrayList<>();
    if (type instanceof ParameterizedType generic) {
      for (Type each : generic.getActualTypeArguments()) {
        arguments.add(of(bound(each)));
      }
    } else if (type instanceof GenericArrayType array) {
      arguments.add(of(array.getGenericComponentType()));
    } else if (raw != null && raw.isArray()) {
      arguments.add(of(raw.getComponentType()));
    }
    return arguments;
  }

  private static Type bound(Type argument) {
    if (!(argument instanceof WildcardType wildcard)) {
      return argument;
    }
    Type[] lower = wildcard.getLowerBounds();
    return lower.length == 0 ? wildcard.getUpperBounds()[0] : lower[0];
  }

  @Override
  public boolean is(String className) {
    return raw != null && is(raw, className);
  }

  private static boolean is(Class<?> type, String className) {
    if (nameOf(type).equals(className)) {
      return true;
    }
    for (Class<?> each : type.getInterfaces()) {
      if (is(each, className)) {
        return true;
      }
    }
    Class<?> above = type.getSuperclass();
    return above == null
        ? className.equals("java.lang.Object") && !type.isPrimitive()
        : is(above, className);
  }

  @Override
  public boolean isFinal() {
    return raw != null
        && (raw.isPrimitive()
            || raw.isArray()
            || raw.isEnum()
            || (raw.getModifiers() & Modifier.FINAL) != 0);
  }

  @Override
  public boolean isInterface() {
    return raw != null && raw.isInterface();
  }

  @Override
  public @Nullable List<Component> components() {
    if (raw == null || !raw.isRecord()) {
      return null;
    }
    List<Component> components = new ArrayList<>();
    for (RecordComponent each : raw.getRecordComponents()) {
      Name given = each.getAnnotation(Name.class);
      components.add(
          new Component(
              each.getName(),
              given == null ? null : given.value(),
              of(each.getGenericType()),
              isNullable(each.getAnnotations())
                  || isNullable(each.getAnnotatedType().getAnnotations())));
    }
    return components;
  }

  private static boolean isNullable(Annotation[] annotations) {
    for (Annotation each : annotations) {
      if (each.annotationType().getSimpleName().equals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable List<String> constants() {
    if (raw == null || !raw.isEnum()) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (Object each : raw.getEnumConstants()) {
      names.add(((Enum<?>) each).name());
    }
    return names;
  }

  /**
   * Returns the type that is described.
   *
   * @return the type, without type variables unless they are unknown
   */
  public Type type() {
    return type;
  }

  @Override
  public String toString() {
    return text();
  }
}
