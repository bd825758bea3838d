package io.boto4j.http;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * HTTP headers: an ordered, immutable multimap whose names ignore case.
 *
 * <p>Names keep their spelling. A response may have odd headers, such as a name with a space, which
 * are kept as they were received. A request with such a header cannot be created: see {@link
 * #requireSendable()}.
 */
public final class Headers implements Iterable<Map.Entry<String, String>> {
  private static final Headers EMPTY = new Headers(new String[0], 0, false);

  /** Names and values, in turn. */
  private final String[] pairs;

  private final int length;

  /** Whether a name or value was added that a request must not have; it may be removed again. */
  private final boolean odd;

  private Headers(String[] pairs, int length, boolean odd) {
    this.pairs = pairs;
    this.length = length;
    this.odd = odd;
  }

  /**
   * Returns empty headers.
   *
   * @return the empty multimap
   */
  public static Headers empty() {
    return EMPTY;
  }

  /**
   * Returns headers with the entries of a map, in its order.
   *
   * @param headers the values by name
   * @return the headers
   */
  public static Headers of(Map<String, String> headers) {
    Builder builder = builder();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      builder.add(header.getKey(), header.getValue());
    }
    return builder.build();
  }

  /**
   * Returns a builder without headers.
   *
   * @return a new builder, for one thread
   */
  public static Builder builder() {
    return new Builder(16);
  }

  /**
   * Returns a builder with a copy of these headers.
   *
   * @return a new builder, for one thread
   */
  public Builder toBuilder() {
    Builder builder = new Builder(length + 8);
    System.arraycopy(pairs, 0, builder.pairs, 0, length);
    builder.length = length;
    builder.odd = odd;
    return builder;
  }

  /**
   * Returns the first value of a name.
   *
   * @param name the name, in any case
   * @return the value, or null if the name is absent
   */
  public @Nullable String first(String name) {
    int at = indexOf(pairs, length, name, 0);
    return at < 0 ? null : pairs[at + 1];
  }

  /**
   * Returns all values of a name, in order.
   *
   * @param name the name, in any case
   * @return the values; empty if the name is absent
   */
  public List<String> all(String name) {
    int at = indexOf(pairs, length, name, 0);
    if (at < 0) {
      return List.of();
    }
    List<String> values = new ArrayList<>(2);
    for (; at >= 0; at = indexOf(pairs, length, name, at + 2)) {
      values.add(pairs[at + 1]);
    }
    return Collections.unmodifiableList(values);
  }

  /**
   * Whether these headers contain a name.
   *
   * @param name the name, in any case
   * @return true if the name has a value, even an empty one
   */
  public boolean contains(String name) {
    return indexOf(pairs, length, name, 0) >= 0;
  }

  /**
   * Returns the number of name-value pairs.
   *
   * @return the number of pairs
   */
  public int size() {
    return length / 2;
  }

  /**
   * Returns the name of a pair.
   *
   * @param index the index, from 0 to {@link #size()} − 1
   * @return the name in its original spelling
   */
  public String nameAt(int index) {
    return pairs[Objects.checkIndex(index, size()) * 2];
  }

  /**
   * Returns the value of a pair.
   *
   * @param index the index, from 0 to {@link #size()} − 1
   * @return the value
   */
  public String valueAt(int index) {
    return pairs[Objects.checkIndex(index, size()) * 2 + 1];
  }

  /**
   * Whether a request may have these headers: each name is a token (RFC 9110, section 5.1), and no
   * value contains CR, LF or NUL, so that it cannot start another header.
   *
   * @return true if {@link #requireSendable()} does not throw
   */
  public boolean isSendable() {
    return !odd || problem() == null;
  }

  /**
   * Checks that a request may have these headers.
   *
   * @return these headers
   * @throws IllegalArgumentException if a name is not a token, or a value contains CR, LF or NUL;
   *     the message does not contain the value
   */
  public Headers requireSendable() {
    String problem = odd ? problem() : null;
    if (problem != null) {
      throw new IllegalArgumentException(problem);
    }
    return this;
  }

  private @Nullable String problem() {
    for (int i = 0; i < length; i += 2) {
      if (!isToken(pairs[i])) {
        return "Not an HTTP header name: \"" + printable(pairs[i]) + "\"";
      }
      int end = lineEnd(pairs[i + 1]);
      if (end >= 0) {
        return "The value of HTTP header "
            + pairs[i]
            + " contains CR, LF or NUL at position "
            + end;
      }
    }
    return null;
  }

  private static boolean isToken(String name) {
    boolean token = !name.isEmpty();
    for (int i = 0; token && i < name.length(); i++) {
      char c = name.charAt(i);
      token =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
    return token;
  }

  /** Returns the index of the first CR, LF or NUL, or −1. */
  private static int lineEnd(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        return i;
      }
    }
    return -1;
  }

  private static String printable(String name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(name.length(), 64); i++) {
      char c = name.charAt(i);
      text.append(c < ' ' || c > '~' ? '?' : c);
    }
    return text.toString();
  }

  @Override
  public Iterator<Map.Entry<String, String>> iterator() {
    return new PairIterator();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Headers that) || that.length != length) {
      return false;
    }
    for (int i = 0; i < length; i += 2) {
      if (!pairs[i].equalsIgnoreCase(that.pairs[i]) || !pairs[i + 1].equals(that.pairs[i + 1])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = 1; i < length; i += 2) {
      hash = 31 * hash + pairs[i].hashCode();
    }
    return hash;
  }

  /** Returns the names only: values may be secret. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Headers");
    for (int i = 0; i < length; i += 2) {
      text.append(i == 0 ? "[" : ", ").append(pairs[i]);
    }
    return text.append(length == 0 ? "[]" : "]").toString();
  }

  private static int indexOf(@Nullable String[] pairs, int length, String name, int from) {
    for (int i = from; i < length; i += 2) {
      if (name.equalsIgnoreCase(pairs[i])) {
        return i;
      }
    }
    return -1;
  }

  private final class PairIterator implements Iterator<Map.Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < length;
    }

    @Override
    public Map.Entry<String, String> next() {
      if (next >= length) {
        throw new NoSuchElementException();
      }
      next += 2;
      return new SimpleImmutableEntry<>(pairs[next - 2], pairs[next - 1]);
    }
  }

  /** A builder of headers. Used by one thread. */
  public static final class Builder {
    private String[] pairs;
    private int length;

    /** Whether headers that were built share the array, which must then not change. */
    private boolean shared;

    private boolean odd;

    private Builder(int capacity) {
      this.pairs = new String[capacity];
    }

    /**
     * Adds a value. Earlier values of the name stay.
     *
     * @param name the name; in a request it must be an HTTP token
     * @param value the value; in a request it must not contain CR, LF or NUL
     * @return this builder
     */
    public Builder add(String name, String value) {
      odd |= !isToken(name) || lineEnd(value) >= 0;
      if (length == pairs.length) {
        copyTo(length * 2 + 8);
      } else if (shared) {
        copyTo(pairs.length);
      }
      pairs[length] = name;
      pairs[length + 1] = value;
      length += 2;
      return this;
    }

    /**
     * Sets the only value of a name. It takes the position of the first earlier value.
     *
     * @param name the name; in a request it must be an HTTP token
     * @param value the value; in a request it must not contain CR, LF or NUL
     * @return this builder
     */
    public Builder set(String name, String value) {
      int at = indexOf(pairs, length, name, 0);
      if (at < 0) {
        return add(name, value);
      }
      odd |= lineEnd(value) >= 0;
      if (shared) {
        copyTo(pairs.length);
      }
      pairs[at + 1] = value;
      removeFrom(name, at + 2);
      return this;
    }

    /**
     * Removes every value of a name.
     *
     * @param name the name, in any case
     * @return this builder
     */
    public Builder remove(String name) {
      removeFrom(name, 0);
      return this;
    }

    /**
     * Whether this builder contains a name.
     *
     * @param name the name, in any case
     * @return true if the name has a value
     */
    public boolean contains(String name) {
      return indexOf(pairs, length, name, 0) >= 0;
    }

    /**
     * Whether a request may have all that was added; see {@link Headers#isSendable()}.
     *
     * @return false if a name or value was added that is not valid in a request, even if it was
     *     removed again
     */
    public boolean isSendable() {
      return !odd;
    }

    /**
     * Returns the headers added so far. The builder can be used further.
     *
     * @return the headers
     */
    public Headers build() {
      if (length == 0) {
        return EMPTY;
      }
      shared = true;
      return new Headers(pairs, length, odd);
    }

    private void copyTo(int capacity) {
      pairs = Arrays.copyOf(pairs, capacity);
      shared = false;
    }

    private void removeFrom(String name, int from) {
      int kept = indexOf(pairs, length, name, from);
      if (kept < 0) {
        return;
      }
      if (shared) {
        copyTo(pairs.length);
      }
      for (int i = kept + 2; i < length; i += 2) {
        if (!name.equalsIgnoreCase(pairs[i])) {
          pairs[kept] = pairs[i];
          pairs[kept + 1] = pairs[i + 1];
          kept += 2;
        }
      }
      length = kept;
    }
  }
}
