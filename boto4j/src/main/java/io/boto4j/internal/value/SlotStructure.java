package io.boto4j.internal.value;

import io.boto4j.model.StructureShape;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A structure stored as an array with one slot per member, in the order of the model. An empty slot
 * is an absent member. A structure with a single member, such as every DynamoDB attribute, is
 * stored without an array.
 */
public final class SlotStructure extends AbstractStructure {
  private final StructureShape shape;

  /** The array of slots, or the value of the only member. */
  private final Object content;

  /** The index of the only member, or −1 if there is an array. */
  private final int only;

  /**
   * Creates a structure.
   *
   * @param shape the structure's shape
   * @param slots the values of the members by index, not copied
   */
  public SlotStructure(StructureShape shape, @Nullable Object[] slots) {
    this(shape, slots, -1);
  }

  private SlotStructure(StructureShape shape, Object content, int only) {
    this.shape = shape;
    this.content = content;
    this.only = only;
  }

  /**
   * Creates a structure without members.
   *
   * @param shape the structure's shape
   * @return the structure
   */
  public static SlotStructure empty(StructureShape shape) {
    return new SlotStructure(shape, new Object[shape.size()]);
  }

  /**
   * Creates a structure of a single member.
   *
   * @param shape the structure's shape
   * @param index the index of the member
   * @param value the value of the member
   * @return the structure
   */
  public static SlotStructure ofOne(StructureShape shape, int index, Object value) {
    return new SlotStructure(shape, value, index);
  }

  /**
   * Returns a copy of this structure with one member changed.
   *
   * @param name the name of a member of the shape
   * @param value the value, or null to remove the member
   * @return the changed copy
   */
  public SlotStructure with(String name, @Nullable Object value) {
    @Nullable Object[] changed = new @Nullable Object[shape.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = slot(i);
    }
    changed[shape.indexOf(name)] = value;
    return new SlotStructure(shape, changed);
  }

  /** Returns the value of a member, or null if it is absent. */
  @Nullable Object slot(int index) {
    if (only < 0) {
      return ((@Nullable Object[]) content)[index];
    }
    return index == only ? content : null;
  }

  /** Whether the shape has a member with this name. */
  boolean has(String name) {
    return shape.indexOf(name) >= 0;
  }

  @Override
  StructureShape shape() {
    return shape;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int index = name instanceof String text ? shape.indexOf(text) : -1;
    return index < 0 ? null : slot(index);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public int size() {
    int size = 0;
    for (int i = 0; i < shape.size(); i++) {
      size += slot(i) == null ? 0 : 1;
    }
    return size;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new Entries();
  }

  /** Returns the members as text, with those that the model marks as sensitive hidden. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    ValueText.structure(shape, this, text);
    return text.toString();
  }

  private final class Entries extends AbstractSet<Map.Entry<String, Object>> {
    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      return new EntryIterator();
    }

    @Override
    public int size() {
      return SlotStructure.this.size();
    }
  }

  private final class EntryIterator implements Iterator<Map.Entry<String, Object>> {
    private int next = after(-1);

    private int after(int index) {
      int following = index + 1;
      while (following < shape.size() && slot(following) == null) {
        following++;
      }
      return following;
    }

    @Override
    public boolean hasNext() {
      return next < shape.size();
    }

    @Override
    public Map.Entry<String, Object> next() {
      Object value = hasNext() ? slot(next) : null;
      if (value == null) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, Object> entry =
          new SimpleImmutableEntry<>(shape.member(next).name(), value);
      next = after(next);
      return entry;
    }
  }
}
