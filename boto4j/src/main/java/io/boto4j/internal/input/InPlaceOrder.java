package io.boto4j.internal.input;

import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a report names the entries of maps. It does not depend on the order of the
 * map, which {@code Map.of} changes from process to process.
 */
public final class InPlaceOrder {
  private InPlaceOrder() {}

  /** Returns unknown names, sorted, and then the members in the order of the model. */
  static List<Map.Entry<?, ?>> members(StructureShape shape, Map<?, ?> value) {
    List<Map.Entry<?, ?>> entries = keys(value);
    entries.sort((a, b) -> Integer.compare(index(shape, a), index(shape, b)));
    return entries;
  }

  private static int index(StructureShape shape, Map.Entry<?, ?> entry) {
    return shape.indexOf(String.valueOf(entry.getKey()));
  }

  /**
   * Returns the entries of a map, sorted by the text of the key.
   *
   * @param value the map
   * @return a new list
   */
  public static List<Map.Entry<?, ?>> keys(Map<?, ?> value) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(value.entrySet());
    entries.sort((a, b) -> text(a.getKey()).compareTo(text(b.getKey())));
    return entries;
  }

  /**
   * Returns the elements of a set sorted by their text, and those of other collections as is.
   *
   * @param values the collection
   * @return a new list, or the collection
   */
  public static Collection<?> elements(Collection<?> values) {
    if (!(values instanceof Set<?>)) {
      return values;
    }
    List<Object> elements = new ArrayList<>(values);
    elements.sort((a, b) -> text(a).compareTo(text(b)));
    return elements;
  }

  /** Returns the text of a simple value; empty for others, whose text may be without end. */
  private static String text(@Nullable Object value) {
    String text = value instanceof Number ? value.toString() : InputValues.text(value);
    return text == null ? "" : text;
  }
}
