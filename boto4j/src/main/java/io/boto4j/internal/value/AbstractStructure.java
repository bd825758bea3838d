package io.boto4j.internal.value;

import io.boto4j.EventStream;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accessors of structures, over {@link #get}. */
public abstract class AbstractStructure extends AbstractMap<String, Object> implements Structure {
  /** The most names that a message lists. */
  private static final int MOST_NAMES = 12;

  /**
   * Returns a map with the accessors of a structure.
   *
   * @param map the map, whose keys are strings; not copied
   * @return a read-only view of the map, or the map itself if it is a structure
   */
  @SuppressWarnings("unchecked") // the keys of every map in a response are strings
  public static Structure of(Map<?, ?> map) {
    return map instanceof Structure structure ? structure : new View((Map<String, Object>) map);
  }

  /**
   * Converts a value of a response, as {@link Structure#to} converts a member.
   *
   * @param <T> the type of the result
   * @param value the value
   * @param type the class of the result
   * @param place the place of the value, for messages
   * @return the converted value
   * @throws IllegalArgumentException if the value cannot be converted
   */
  public static <T> T convert(Object value, Class<T> type, String place) {
    return conversion().to(value, type, place);
  }

  /**
   * Returns the conversion of values of responses.
   *
   * @return the conversion
   */
  public static Conversion conversion() {
    return new Conversion(AbstractStructure::of, AbstractStructure::shapeOf);
  }

  /**
   * Converts an item of a list of results.
   *
   * @param <T> the type of the result
   * @param item the item
   * @param type the class of the result
   * @param operation the operation whose result it is, for messages
   * @return the converted item
   * @throws IllegalArgumentException if it cannot be converted
   */
  public static <T> T convertItem(Object item, Class<T> type, String operation) {
    if (type == Structure.class && !(item instanceof Map<?, ?>)) {
      throw new IllegalArgumentException(
          "An item of "
              + operation
              + " is "
              + Scalars.kind(item)
              + ", not a structure. Name the type of the items, such as "
              + item.getClass().getSimpleName()
              + ".class.");
    }
    return convert(item, type, operation + " item");
  }

  private static @Nullable StructureShape shapeOf(Map<?, ?> map) {
    return map instanceof AbstractStructure structure ? structure.shape() : null;
  }

  /** Returns the shape that has all the names, or null if other names may occur. */
  @Nullable StructureShape shape() {
    return null;
  }

  @Override
  public final @Nullable String text(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong("a text", value, name, path);
  }

  @Override
  public final @Nullable Integer integer(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof Integer) {
      return (Integer) value;
    }
    Integer number = Scalars.integer(value);
    if (number == null) {
      throw wrong("a whole number of 32 bits", value, name, path);
    }
    return number;
  }

  @Override
  public final @Nullable Long longInteger(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof Long) {
      return (Long) value;
    }
    Long number = Scalars.longInteger(value);
    if (number == null) {
      throw wrong("a whole number of 64 bits", value, name, path);
    }
    return number;
  }

  @Override
  public final @Nullable Double real(String name, String... path) {
    Number number = number(name, path);
    return number == null ? null : Scalars.real(number);
  }

  @Override
  public final @Nullable Number number(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof Number) {
      return (Number) value;
    }
    Number number = Scalars.number(value);
    if (number == null) {
      throw wrong("a number", value, name, path);
    }
    return number;
  }

  @Override
  public final @Nullable Boolean bool(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    Boolean bool = Scalars.bool(value);
    if (bool == null) {
      throw wrong("a boolean", value, name, path);
    }
    return bool;
  }

  @Override
  public final @Nullable Instant instant(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    Instant instant = Scalars.instant(value);
    if (instant == null) {
      throw wrong("a timestamp", value, name, path);
    }
    return instant;
  }

  @Override
  public final byte @Nullable [] bytes(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof byte[]) {
      return (byte[]) value;
    }
    throw wrong("bytes", value, name, path);
  }

  @Override
  public final @Nullable ResponseStream body(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof ResponseStream) {
      return (ResponseStream) value;
    }
    throw wrong("a streaming body", value, name, path);
  }

  @Override
  public final @Nullable EventStream eventStream(String name, String... path) {
    Object value = find(name, path);
    if (value == null || value instanceof EventStream) {
      return (EventStream) value;
    }
    throw wrong("an event stream", value, name, path);
  }

  @Override
  public final @Nullable Structure structure(String name, String... path) {
    Object value = find(name, path);
    if (value instanceof Map<?, ?> map) {
      return of(map);
    }
    if (value == null) {
      return null;
    }
    throw wrong("a structure or map", value, name, path);
  }

  @Override
  public final Structure map(String name, String... path) {
    Structure map = structure(name, path);
    return map == null ? of(Map.of()) : map;
  }

  @Override
  @SuppressWarnings("unchecked") // every list is a list of objects
  public final List<Object> list(String name, String... path) {
    return (List<Object>) anyList(name, path);
  }

  @Override
  @SuppressWarnings("unchecked") // checked element by element
  public final List<String> texts(String name, String... path) {
    List<?> list = anyList(name, path);
    for (Object element : list) {
      if (element != null && !(element instanceof String)) {
        throw wrong("a list of texts", list, name, path);
      }
    }
    return (List<String>) list;
  }

  @Override
  @SuppressWarnings("unchecked") // checked element by element
  public final List<Structure> structures(String name, String... path) {
    List<?> list = anyList(name, path);
    boolean plain = false;
    for (Object element : list) {
      if (element != null && !(element instanceof Map<?, ?>)) {
        throw wrong("a list of structures or maps", list, name, path);
      }
      plain |= element != null && !(element instanceof Structure);
    }
    if (!plain) {
      return (List<Structure>) list;
    }
    List<@Nullable Structure> structures = new ArrayList<>(list.size());
    for (Object element : list) {
      structures.add(element == null ? null : of((Map<?, ?>) element));
    }
    return (List<Structure>) (List<?>) Collections.unmodifiableList(structures);
  }

  @Override
  public final List<Structure> maps(String name, String... path) {
    return structures(name, path);
  }

  @Override
  public final Map<String, Structure> structureMap(String name, String... path) {
    Map<String, Structure> structures = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : map(name, path).entrySet()) {
      if (!(entry.getValue() instanceof Map<?, ?> map)) {
        throw wrong("a map of structures or maps", entry.getValue(), name, path);
      }
      structures.put(entry.getKey(), of(map));
    }
    return Collections.unmodifiableMap(structures);
  }

  @Override
  public final @Nullable Object search(String expression) {
    return JmesPath.compile(expression).search(this);
  }

  @Override
  public final <T> @Nullable T search(String expression, Class<T> type) {
    Object found = search(expression);
    return found == null ? null : convert(found, type, expression);
  }

  @Override
  public final <T> List<T> searchAll(String expression, Class<T> type) {
    Object found = search(expression);
    if (found == null) {
      return List.of();
    }
    if (!(found instanceof List<?> list)) {
      throw new IllegalArgumentException(
          "The result of " + expression + " is " + Scalars.kind(found) + ", not a list");
    }
    List<T> converted = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      Object element = Objects.requireNonNull(list.get(i), "an element is null");
      converted.add(convert(element, type, expression + "[" + i + "]"));
    }
    return Collections.unmodifiableList(converted);
  }

  @Override
  public final <T> T to(Class<T> type) {
    return convert(this, type, type.getSimpleName());
  }

  @Override
  public final String toJson() {
    return JsonText.of(this);
  }

  private List<?> anyList(String name, String[] path) {
    Object value = find(name, path);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Set<?> set) { // of a DynamoDB item in plain values
      return Collections.unmodifiableList(new ArrayList<>(set));
    }
    throw wrong("a list", value, name, path);
  }

  /** Returns the value at a path, or null if it is absent. */
  private @Nullable Object find(String name, String[] path) {
    Object value = get(name);
    if (value == null) {
      checkNames(shape(), name, path, 0);
      return null;
    }
    for (int i = 0; i < path.length; i++) {
      if (!(value instanceof Map<?, ?> map)) {
        throw new IllegalArgumentException(
            "Member "
                + spelled(name, path, i)
                + " is "
                + Scalars.kind(value)
                + ", without members");
      }
      value = map.get(path[i]);
      if (value == null) {
        checkNames(shapeOf(map), path[i], path, i + 1);
        return null;
      }
    }
    return value;
  }

  /** Checks the rest of a path, from a name that is absent, against the model as far as it goes. */
  private static void checkNames(
      @Nullable StructureShape shape, String name, String[] path, int next) {
    Shape within = shape;
    String looked = name;
    for (int i = next; within != null; i++) {
      Member member = null;
      if (within instanceof StructureShape structure) {
        member = structure.member(looked);
        if (member == null) {
          throw unknown(structure, looked);
        }
      } else if (within instanceof MapShape map) {
        member = map.value();
      }
      if (member == null || i == path.length) {
        return;
      }
      within = member.shape();
      looked = path[i];
    }
  }

  private static IllegalArgumentException unknown(StructureShape shape, String name) {
    List<String> names = shape.memberNames();
    String hint = NearNames.hint(name, names);
    if (hint.isEmpty() && names.size() <= MOST_NAMES) {
      hint = names.isEmpty() ? " It has none." : " It has " + String.join(", ", names) + ".";
    }
    return new IllegalArgumentException(
        shape.name() + " has no member \"" + Printable.of(name) + "\"." + hint);
  }

  private IllegalArgumentException wrong(
      String expected, Object value, String name, String[] path) {
    StructureShape shape = shape();
    return new IllegalArgumentException(
        "Member "
            + spelled(name, path, path.length)
            + (shape == null ? "" : " of " + shape.name())
            + " is "
            + (value instanceof Number ? value : Scalars.kind(value))
            + ", not "
            + expected);
  }

  private static String spelled(String name, String[] path, int count) {
    StringBuilder spelled = new StringBuilder(Printable.of(name));
    for (int i = 0; i < count; i++) {
      spelled.append('.').append(Printable.of(path[i]));
    }
    return spelled.toString();
  }

  /** A map of a response, whose names the model does not have. */
  private static final class View extends AbstractStructure {
    private final Map<String, Object> map;

    View(Map<String, Object> map) {
      this.map = map;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
      return map.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
      return map.containsKey(name);
    }

    @Override
    public int size() {
      return map.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
      return Collections.unmodifiableMap(map).entrySet();
    }
  }
}
