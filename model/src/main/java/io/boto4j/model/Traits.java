package io.boto4j.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model says about a thing beyond its name and type, as botocore's files spell it: {@code
 * locationName}, {@code sensitive}, {@code min}, {@code endpointPrefix} …
 *
 * <p>Ordered and immutable. Values are {@code String}, {@code Boolean}, {@code Number}, {@code
 * List} or {@code Map}, nested as deep as the model goes. Texts for people are not here but in
 * {@link Documentation}.
 */
public final class Traits {
  /** No traits at all, as most shapes have. */
  public static final Traits NONE = new Traits(new String[0], new Object[0]);

  private final String[] names;
  private final Object[] values;

  Traits(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Traits from a map, in its order.
   *
   * @param traits names to values; null values are left out
   * @return the traits
   */
  public static Traits of(Map<String, ? extends @Nullable Object> traits) {
    if (traits.isEmpty()) {
      return NONE;
    }
    String[] names = new String[traits.size()];
    Object[] values = new Object[names.length];
    int count = 0;
    for (Map.Entry<String, ? extends @Nullable Object> trait : traits.entrySet()) {
      Object value = trait.getValue();
      if (value != null) {
        names[count] = trait.getKey();
        values[count++] = value;
      }
    }
    return count == names.length
        ? new Traits(names, values)
        : new Traits(Arrays.copyOf(names, count), Arrays.copyOf(values, count));
  }

  /**
   * The value of a trait.
   *
   * @param name the trait
   * @return its value, or null if it is not set
   */
  public @Nullable Object get(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  /**
   * The value of a trait that is a text.
   *
   * @param name the trait
   * @return the text, or null if it is not set or not a text
   */
  public @Nullable String text(String name) {
    return get(name) instanceof String text ? text : null;
  }

  /**
   * Whether a trait is set, and not to {@code false}. An empty object counts as set.
   *
   * @param name the trait
   * @return true if it is on
   */
  public boolean flag(String name) {
    Object value = get(name);
    return value != null && !Boolean.FALSE.equals(value);
  }

  /**
   * The value of a trait that is a map.
   *
   * @param name the trait
   * @return the map, empty if the trait is not set or is something else
   */
  @SuppressWarnings("unchecked") // model maps are keyed by text, whichever file they come from
  public Map<String, Object> map(String name) {
    return get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /**
   * How many traits are set.
   *
   * @return the count
   */
  public int size() {
    return names.length;
  }

  /**
   * All traits, in order.
   *
   * @return an unmodifiable copy
   */
  public Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      map.put(names[i], values[i]);
    }
    return Collections.unmodifiableMap(map);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Traits that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
