package io.boto4j.local.dynamodb.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The attributes of an item, or the entries of a map: an immutable map, sorted by name. */
public final class Attributes extends AbstractMap<String, Value> {
  /** No attributes. */
  public static final Attributes NONE = new Attributes(new String[0], new Value[0]);

  private final String[] names;
  private final Value[] values;

  /** The size in bytes, or -1 until somebody asks. Computing it twice does no harm. */
  private int bytes = -1;

  /** Creates attributes from arrays that are not copied, with sorted names. */
  Attributes(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Creates attributes.
   *
   * @param map the values by name, copied
   * @return the attributes
   */
  public static Attributes of(Map<String, Value> map) {
    if (map instanceof Attributes attributes) {
      return attributes;
    }
    SortedMap<String, Value> sorted =
        map instanceof TreeMap<String, Value> tree ? tree : new TreeMap<>(map);
    String[] names = new String[sorted.size()];
    Value[] values = new Value[names.length];
    int i = 0;
    for (Map.Entry<String, Value> entry : sorted.entrySet()) {
      names[i] = Names.shared(entry.getKey());
      values[i++] = entry.getValue();
    }
    return new Attributes(names, values);
  }

  /**
   * Sorts names and values, and creates attributes from them.
   *
   * @param names the names, distinct, not copied
   * @param values the values, not copied
   * @return the attributes
   */
  static Attributes ofUnsorted(String[] names, Value[] values) {
    for (int i = 1; i < names.length; i++) {
      String name = names[i];
      if (names[i - 1].compareTo(name) <= 0) {
        continue;
      }
      if (names.length > 64) {
        Map<String, Value> map = new TreeMap<>();
        for (int j = 0; j < names.length; j++) {
          map.put(names[j], values[j]);
        }
        return of(map);
      }
      Value value = values[i];
      int at = i;
      while (at > 0 && names[at - 1].compareTo(name) > 0) {
        names[at] = names[at - 1];
        values[at] = values[at - 1];
        at--;
      }
      names[at] = name;
      values[at] = value;
    }
    return new Attributes(names, values);
  }

  /**
   * Returns the number of attributes.
   *
   * @return the number
   */
  public int count() {
    return names.length;
  }

  /**
   * Returns a name.
   *
   * @param index the position, from 0
   * @return the name
   */
  public String name(int index) {
    return names[index];
  }

  /**
   * Returns a value.
   *
   * @param index the position, from 0
   * @return the value
   */
  public Value value(int index) {
    return values[index];
  }

  /**
   * Returns the bytes that DynamoDB charges for the names and values.
   *
   * @return the size
   */
  public int bytes() {
    int size = bytes;
    if (size < 0) {
      size = 0;
      for (int i = 0; i < names.length; i++) {
        size += Sizes.utf8(names[i]) + values[i].size();
      }
      bytes = size;
    }
    return size;
  }

  /**
   * Returns a value.
   *
   * @param name the name
   * @return the value, or null if it is absent
   */
  public @Nullable Value find(String name) {
    int at = Arrays.binarySearch(names, name);
    return at < 0 ? null : values[at];
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    return name instanceof String text ? find(text) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  /**
   * Returns these attributes with a value set.
   *
   * @param name the name
   * @param value the value
   * @return new attributes
   */
  public Attributes with(String name, Value value) {
    int at = Arrays.binarySearch(names, name);
    if (at >= 0) {
      Value[] changed = values.clone();
      changed[at] = value;
      return new Attributes(names, changed);
    }
    at = -at - 1;
    String[] newNames = new String[names.length + 1];
    Value[] newValues = new Value[newNames.length];
    System.arraycopy(names, 0, newNames, 0, at);
    System.arraycopy(values, 0, newValues, 0, at);
    newNames[at] = Names.shared(name);
    newValues[at] = value;
    System.arraycopy(names, at, newNames, at + 1, names.length - at);
    System.arraycopy(values, at, newValues, at + 1, names.length - at);
    return new Attributes(newNames, newValues);
  }

  /**
   * Returns these attributes without one.
   *
   * @param name the name
   * @return new attributes, or these if they do not have it
   */
  public Attributes without(String name) {
    int at = Arrays.binarySearch(names, name);
    if (at < 0) {
      return this;
    }
    String[] newNames = new String[names.length - 1];
    Value[] newValues = new Value[newNames.length];
    System.arraycopy(names, 0, newNames, 0, at);
    System.arraycopy(values, 0, newValues, 0, at);
    System.arraycopy(names, at + 1, newNames, at, newNames.length - at);
    System.arraycopy(values, at + 1, newValues, at, newNames.length - at);
    return new Attributes(newNames, newValues);
  }

  /**
   * Returns only some of these attributes.
   *
   * @param wanted the names to keep
   * @return the attributes with one of the names
   */
  public Attributes only(Set<String> wanted) {
    int count = 0;
    for (String name : names) {
      count += wanted.contains(name) ? 1 : 0;
    }
    if (count == names.length) {
      return this;
    }
    String[] newNames = new String[count];
    Value[] newValues = new Value[count];
    int at = 0;
    for (int i = 0; i < names.length; i++) {
      if (wanted.contains(names[i])) {
        newNames[at] = names[i];
        newValues[at++] = values[i];
      }
    }
    return new Attributes(newNames, newValues);
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public Set<Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return names.length;
      }

      @Override
      public Iterator<Entry<String, Value>> iterator() {
        return new Entries();
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, Value>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, Value> next() {
      if (next == names.length) {
        throw new NoSuchElementException();
      }
      int at = next++;
      return Map.entry(names[at], values[at]);
    }
  }
}
