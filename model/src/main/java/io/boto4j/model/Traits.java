package io.boto4j.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a part of a model beyond its name and type, named as in botocore's files:
 * {@code locationName}, {@code sensitive}, {@code min}, {@code endpointPrefix} …
 *
 * <p>Ordered and immutable. Values are {@code String}, {@code Boolean}, {@code Number}, {@code
 * List} or {@code Map}, nested as deeply as in the model. Documentation texts are not traits; see
 * {@link Documentation}.
 */
public final class Traits {
  /** An empty set of traits. */
  public static final Traits NONE = new Traits(new String[0], new Object[0]);

  private final String[] names;
  private final Object[] values;

  Traits(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Creates traits from a map, in its order.
   *
   * @param traits the values by name; null values are left out
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
   * Returns the value of a trait.
   *
   * @param name the trait
   * @return the value, or null if the trait is not set
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
   * Returns the value of a trait if it is a string.
   *
   * @param name the trait
   * @return the string, or null if the trait is not set or of another type
   */
  public @Nullable String text(String name) {
    return get(name) instanceof String text ? text : null;
  }

  /**
   * Whether a trait is set to anything except {@code false}. An empty object counts as set.
   *
   * @param name the trait
   * @return true if the trait is set
   */
  public boolean flag(String name) {
    Object value = get(name);
    return value != null && !Boolean.FALSE.equals(value);
  }

  /**
   * Returns the value of a trait if it is a map.
   *
   * @param name the trait
   * @return the map, or an empty one if the trait is not set or of another type
   */
  @SuppressWarnings("unchecked") // the maps of models have string keys
  public Map<String, Object> map(String name) {
    return get(name) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  /**
   * Returns the number of traits.
   *
   * @return the count
   */
  public int size() {
    return names.length;
  }

  /**
   * Returns all traits, in order.
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
