package io.boto4j.internal.value;

import io.boto4j.HasMembers;
import io.boto4j.Name;
import io.boto4j.Structure;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.StructureShape;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The constructor and the components of the records of one class. Thread-safe. */
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

  /** For the shape that was used last; threads that race may each find the names. */
  private volatile @Nullable MemberNames names;

  private final boolean hasMembers;

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
    boolean checksNull = checksNull(type);
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
              checksNull || isNullable(all[i])));
    }
    components = Collections.unmodifiableList(found);
    hasMembers =
        HasMembers.class.isAssignableFrom(type)
            && types.length == 1
            && Map.class.isAssignableFrom(types[0])
            && types[0].isAssignableFrom(Structure.class);
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

  /**
   * Whether the constructor of a record rejects a null for the components that may not be null, as
   * in Kotlin. Records of Kotlin have no annotations on their components.
   */
  private static boolean checksNull(Class<?> type) {
    for (Annotation each : type.getAnnotations()) {
      if (each.annotationType().getName().equals("kotlin.Metadata")) {
        return true;
      }
    }
    return false;
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

  /** Whether the only component of the records is the map of the members. */
  boolean hasMembers() {
    return hasMembers;
  }

  /** Returns the members of a shape that the components stand for. */
  MemberNames names(StructureShape shape) {
    MemberNames known = names;
    if (known == null || !known.areOf(shape)) {
      known = findNames(shape);
      names = known;
    }
    return known;
  }

  private MemberNames findNames(StructureShape shape) {
    String[] own = new String[components.size()];
    @Nullable String[] given = new @Nullable String[own.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = components.get(i).name();
      given[i] = components.get(i).given();
    }
    return MemberNames.of(own, given, shape);
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
