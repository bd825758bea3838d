package io.boto4j.internal.value;

import io.boto4j.HasMembers;
import io.boto4j.Name;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the components of records, which users may pass in place of maps. */
public final class RecordMembers {
  private RecordMembers() {}

  /**
   * Returns the components of a record as a map. Those that are null or an empty {@code Optional}
   * are left out.
   *
   * @param record the record
   * @return a new map, by the names of {@link Name} or of the components, in their order; the
   *     members themselves if the record {@linkplain HasMembers has} them
   * @throws IllegalArgumentException if the record is not accessible, or an accessor fails
   */
  public static Map<String, Object> of(Record record) {
    return read(record, null);
  }

  /**
   * Returns the components of a record by the names that a structure has for them.
   *
   * @param record the record
   * @param shape the shape of the structure; a component without a member keeps its name
   * @return a new map, in the order of the components
   * @throws IllegalArgumentException if the record is not accessible, or an accessor fails
   */
  public static Map<String, Object> of(Record record, StructureShape shape) {
    return read(record, shape);
  }

  private static Map<String, Object> read(Record record, @Nullable StructureShape shape) {
    if (record instanceof HasMembers given) {
      return given(record, given.members());
    }
    Map<String, Object> members = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = value(record, component);
      if (value instanceof Optional<?> optional) {
        value = optional.orElse(null);
      }
      if (value != null) {
        members.put(name(component, shape), value);
      }
    }
    return members;
  }

  @SuppressWarnings("unchecked") // only read
  private static Map<String, Object> given(Record record, @Nullable Map<String, ?> members) {
    if (members == null) {
      throw new IllegalArgumentException(
          record.getClass().getSimpleName() + ".members() returns null, not a map");
    }
    return (Map<String, Object>) members;
  }

  private static String name(RecordComponent component, @Nullable StructureShape shape) {
    Name given = component.getAnnotation(Name.class);
    if (given != null || shape == null) {
      return given == null ? component.getName() : given.value();
    }
    String name = component.getName();
    if (shape.indexOf(name) < 0) {
      String plain = LooseNames.plain(name);
      for (Member member : shape.members()) {
        if (LooseNames.plain(member.name()).equals(plain)) {
          return member.name();
        }
      }
    }
    return name;
  }

  private static @Nullable Object value(Record record, RecordComponent component) {
    String place = record.getClass().getSimpleName() + "." + component.getName();
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(place + " fails: " + e.getCause(), e.getCause());
    } catch (IllegalAccessException | RuntimeException e) {
      throw new IllegalArgumentException(
          place
              + " cannot be read; is its package open to io.boto4j? "
              + Printable.of(String.valueOf(e.getMessage())),
          e);
    }
  }
}
