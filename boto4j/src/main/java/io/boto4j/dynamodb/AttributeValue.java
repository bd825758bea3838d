package io.boto4j.dynamodb;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map of one entry, such as <code>{"S": "text"}</code>: what {@link AttributeValues} writes.
 *
 * <p>The class also marks a value as written, so that nothing writes it a second time.
 */
final class AttributeValue extends AbstractMap<String, Object> {
  static final AttributeValue NULL = new AttributeValue("NULL", true, 1);
  static final AttributeValue TRUE = new AttributeValue("BOOL", true, 1);
  static final AttributeValue FALSE = new AttributeValue("BOOL", false, 1);

  private final String type;
  private final Object content;

  /** Counted while the value is written: a second walk costs a put a twentieth of its time. */
  private final int atMost;

  /**
   * Creates a value.
   *
   * @param type the type, such as S
   * @param content the content in DynamoDB's form
   * @param atMost a bound of the size in bytes, see {@link ItemSize}
   */
  AttributeValue(String type, Object content, long atMost) {
    this.type = type;
    this.content = content;
    this.atMost = (int) Math.min(atMost, Integer.MAX_VALUE);
  }

  int atMost() {
    return atMost;
  }

  String type() {
    return type;
  }

  Object content() {
    return content;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return type.equals(key) ? content : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return type.equals(key);
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return new OneEntry(this);
  }

  private static final class OneEntry extends AbstractSet<Map.Entry<String, Object>> {
    private final AttributeValue value;

    OneEntry(AttributeValue value) {
      this.value = value;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public Iterator<Map.Entry<String, Object>> iterator() {
      return new OneIterator(value);
    }
  }

  private static final class OneIterator implements Iterator<Map.Entry<String, Object>> {
    private @Nullable AttributeValue next;

    OneIterator(AttributeValue value) {
      this.next = value;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Map.Entry<String, Object> next() {
      AttributeValue value = next;
      if (value == null) {
        throw new NoSuchElementException();
      }
      next = null;
      return Map.entry(value.type, value.content);
    }
  }
}
