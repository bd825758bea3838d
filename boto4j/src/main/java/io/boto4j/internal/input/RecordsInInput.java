package io.boto4j.internal.input;

import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.value.RecordMembers;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the records in an input, which users may pass for structures, maps and documents, by
 * maps: the steps that follow know no records. Inputs without records do not load this class.
 */
final class RecordsInInput {
  private RecordsInInput() {}

  /** Returns the input with maps in place of records. Input without any is returned as it is. */
  static Map<String, ?> replaced(@Nullable StructureShape shape, Map<String, ?> input) {
    return shape == null ? input : structure(shape, input);
  }

  /** Returns the members of a record as a map. */
  static Map<String, Object> members(Record record, Shape shape) {
    return shape instanceof StructureShape structure
        ? RecordMembers.of(record, structure)
        : RecordMembers.of(record);
  }

  /** Returns a value with maps in place of records. */
  static @Nullable Object replaced(@Nullable Object value, Shape shape) {
    if (value instanceof Record record) {
      return replaced(members(record, shape), shape);
    }
    if (value instanceof Map<?, ?> map) {
      return shape instanceof StructureShape structure
          ? structure(structure, map)
          : entries(map, shape);
    }
    boolean listed = shape instanceof ListShape || isFree(shape);
    Collection<?> list = listed ? InputValues.list(value) : null;
    return list == null ? value : elements(list, value, shape);
  }

  @SuppressWarnings("unchecked") // the same map, or a copy with the same keys
  private static Map<String, ?> structure(StructureShape shape, Map<?, ?> map) {
    Map<Object, @Nullable Object> copy = null;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Member member = shape.member(String.valueOf(entry.getKey()));
      Object value = entry.getValue();
      Object replaced = member == null ? value : replaced(value, member.shape());
      if (replaced != value) {
        copy = copy == null ? new LinkedHashMap<>(map) : copy;
        copy.put(entry.getKey(), replaced);
      }
    }
    return (Map<String, ?>) (copy == null ? map : copy);
  }

  private static Map<?, ?> entries(Map<?, ?> map, Shape shape) {
    Shape within = shape instanceof MapShape of ? of.value().shape() : shape;
    Map<Object, @Nullable Object> copy = null;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object replaced = replaced(entry.getValue(), within);
      if (replaced != entry.getValue()) {
        copy = copy == null ? new LinkedHashMap<>(map) : copy;
        copy.put(entry.getKey(), replaced);
      }
    }
    return copy == null ? map : copy;
  }

  private static @Nullable Object elements(
      Collection<?> list, @Nullable Object original, Shape shape) {
    Shape within = shape instanceof ListShape of ? of.element().shape() : shape;
    List<@Nullable Object> copy = new ArrayList<>(list.size());
    boolean changed = false;
    for (Object each : list) {
      Object replaced = replaced(each, within);
      changed |= replaced != each;
      copy.add(replaced);
    }
    return changed ? copy : original;
  }

  /** Whether values of the shape may be of any kind: documents, and texts that are JSON. */
  private static boolean isFree(Shape shape) {
    return shape.type() == ShapeType.DOCUMENT || shape.type() == ShapeType.STRING;
  }
}
