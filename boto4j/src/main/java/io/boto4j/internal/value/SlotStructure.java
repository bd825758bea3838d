package io.boto4j.internal.value;

import io.boto4j.Structure;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.model.StructureShape;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A structure kept as one array slot a member, in the model's order; an empty slot is an absent
 * member.
 */
public final class SlotStructure extends AbstractMap<String, Object> implements Structure {
  private final StructureShape shape;
  private final @Nullable Object[] slots;

  /**
   * Makes a structure.
   *
   * @param shape what it is
   * @param slots the members' values by index, kept and not copied
   */
  public SlotStructure(StructureShape shape, @Nullable Object[] slots) {
    this.shape = shape;
    this.slots = slots;
  }

  /**
   * This structure with another value of a member.
   *
   * @param name a member of the shape
   * @param value the value, or null for none
   * @return a new structure
   */
  public SlotStructure with(String name, @Nullable Object value) {
    @Nullable Object[] changed = slots.clone();
    changed[shape.indexOf(name)] = value;
    return new SlotStructure(shape, changed);
  }

  /** Whether the shape has a member of a name. */
  boolean has(String name) {
    return shape.indexOf(name) >= 0;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int index = name instanceof String text ? shape.indexOf(text) : -1;
    return index < 0 ? null : slots[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public int size() {
    int size = 0;
    for (Object slot : slots) {
      size += slot == null ? 0 : 1;
    }
    return size;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return new Entries();
  }

  @Override
  public @Nullable Object search(String expression) {
    return JmesPath.compile(expression).search(this);
  }

  /** The members the model does not call sensitive. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    ValueText.structure(shape, slots, text);
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
      while (following < slots.length && slots[following] == null) {
        following++;
      }
      return following;
    }

    @Override
    public boolean hasNext() {
      return next < slots.length;
    }

    @Override
    public Map.Entry<String, Object> next() {
      Object value = next < slots.length ? slots[next] : null;
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
