package io.boto4j.internal.value;

import io.boto4j.Name;
import io.boto4j.internal.text.Printable;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The constructor and the components of the records of one class. Immutable. */
final class RecordType {
  /** Reflection on each class is done once; the entries go with their classes. */
  private static final ClassValue<RecordType> TYPES =
      new ClassValue<>() {
        @Override
        protected RecordType computeValue(Class<?> type) {
          return new RecordType(type);
        }
      };

  private final String name;
  private final Constructor<?> constructor;
  private final List<Component> components;

  /**
   * A component.
   *
   * @param given the name of the member that it stands for, if it is not its own
   */
  record Component(
      String name, @Nullable String given, Class<?> type, Type generic, boolean nullable) {}

  private RecordType(Class<?> type) {
    this.name = type.getSimpleName();
    RecordComponent[] all = type.getRecordComponents();
    Class<?>[] types = new Class<?>[all.length];
    List<Component> found = new ArrayList<>(all.length);
    for (int i = 0; i < all.length; i++) {
      Name given = all[i].getAnnotation(Name.class);
      types[i] = all[i].getType();
      found.add(
          new Component(
              all[i].getName(),
              given == null ? null : given.value(),
              types[i],
              all[i].getGenericType(),
              isNullable(all[i])));
    }
    components = Collections.unmodifiableList(found);
    try {
      constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException | RuntimeException e) {
      throw new IllegalArgumentException(
          "The record "
              + type.getName()
              + " is not accessible; is its package open to io.boto4j? In a native image, it needs"
              + " reflection metadata. "
              + Printable.of(String.valueOf(e.getMessage())),
          e);
    }
  }

  /** Returns the type of a record. */
  static RecordType of(Class<?> type) {
    return TYPES.get(type);
  }

  /** Any annotation of this name counts, as for other tools. */
  private static boolean isNullable(RecordComponent component) {
    return isNullable(component.getAnnotations())
        || isNullable(component.getAnnotatedType().getAnnotations());
  }

  private static boolean isNullable(Annotation[] annotations) {
    for (Annotation each : annotations) {
      if (each.annotationType().getSimpleName().equals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** Returns the components, in the order of the constructor's parameters. */
  List<Component> components() {
    return components;
  }

  /** Creates a record from the values of its components. */
  Object create(@Nullable Object[] values, String place) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          place + ": the constructor of " + name + " fails: " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }
}
