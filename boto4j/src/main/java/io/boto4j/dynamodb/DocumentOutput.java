package io.boto4j.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.ServiceException;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Output in the form of the model to plain values. What has no attribute values stays itself. */
final class DocumentOutput {
  private DocumentOutput() {}

  /** The members of a structure that change, with their plain values. */
  static Map<String, Object> changes(@Nullable StructureShape shape, Map<String, ?> members) {
    Map<String, Object> changes = new LinkedHashMap<>();
    if (shape == null) {
      return changes;
    }
    for (Map.Entry<String, ?> entry : members.entrySet()) {
      Member member = shape.member(entry.getKey());
      Object value = entry.getValue();
      if (member != null && value != null) {
        Object converted = value(member.shape(), value);
        if (converted != null && converted != value) {
          changes.put(entry.getKey(), converted);
        }
      }
    }
    return changes;
  }

  private static @Nullable Object value(Shape shape, @Nullable Object value) {
    if (shape instanceof MapShape map && value instanceof Map<?, ?> entries) {
      return isAttributeValue(map.value().shape())
          ? ValueDeserializer.view(entries)
          : map(map.value().shape(), entries);
    }
    if (shape instanceof ListShape list && value instanceof List<?> elements) {
      return list(list.element().shape(), elements);
    }
    if (isAttributeValue(shape)) {
      return ValueDeserializer.viewOf(value);
    }
    if (shape instanceof StructureShape structure && value instanceof Structure members) {
      Map<String, Object> changes = changes(structure, members);
      return changes.isEmpty() ? members : with(members, changes);
    }
    return value;
  }

  private static boolean isAttributeValue(Shape shape) {
    return shape.name().equals(DocumentInput.ATTRIBUTE_VALUE);
  }

  private static Object map(Shape shape, Map<?, ?> entries) {
    Map<String, @Nullable Object> converted = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      Object value = value(shape, entry.getValue());
      changed |= value != entry.getValue();
      converted.put(String.valueOf(entry.getKey()), value);
    }
    return changed ? Collections.unmodifiableMap(converted) : entries;
  }

  private static Object list(Shape shape, List<?> elements) {
    List<@Nullable Object> converted = new ArrayList<>(elements.size());
    boolean changed = false;
    for (Object each : elements) {
      Object value = value(shape, each);
      changed |= value != each;
      converted.add(value);
    }
    return changed ? Collections.unmodifiableList(converted) : elements;
  }

  private static Structure with(Map<String, Object> members, Map<String, Object> changes) {
    Map<String, Object> copy = new LinkedHashMap<>(members);
    copy.putAll(changes);
    return Structures.of(copy);
  }

  /** Returns an error whose items are plain, or the error itself if it has none. */
  static ServiceException error(OperationModel operation, ServiceException error) {
    for (StructureShape shape : operation.errors()) {
      if (error.is(shape.errorCode())) {
        Map<String, Object> changes = changes(shape, error.response());
        return changes.isEmpty() ? error : with(error, changes);
      }
    }
    return error;
  }

  private static ServiceException with(ServiceException error, Map<String, Object> changes) {
    ServiceException converted =
        new ServiceException(
            error.service(),
            error.operation(),
            error.code(),
            error.message(),
            with(error.response(), changes),
            error.metadata());
    converted.initAttempts(error.attempts());
    converted.setStackTrace(error.getStackTrace());
    return converted;
  }
}
