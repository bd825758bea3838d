package io.boto4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structure in a response: a read-only map from member names to values, in the model's order,
 * with accessors by type.
 *
 * <p>Members have these Java types:
 *
 * <ul>
 *   <li>string {@code String}, boolean {@code Boolean}, timestamp {@link Instant}
 *   <li>integer {@code Integer}, long {@code Long}, float {@code Float}, double {@code Double}, big
 *       integer {@link BigInteger}, big decimal {@link BigDecimal}
 *   <li>blob {@code byte[]}, or a {@link ResponseStream} if it is the streaming body of a response
 *   <li>list {@code List<Object>}, map {@code Map<String, Object>}, structure and union {@code
 *       Structure}
 *   <li>event stream {@link EventStream}, document a plain map, list or value
 * </ul>
 *
 * <p>A member that the response lacks is absent: {@link #containsKey} is false, and every accessor
 * returns null. The same holds for a name that the model does not have.
 *
 * <p>{@code toString} masks what the model marks as sensitive. A structure is safe for use by
 * multiple threads, as long as none modifies a {@code byte[]} in it and streams are read by one.
 *
 * <pre>{@code
 * for (Structure db : rds.call("DescribeDBInstances").structures("DBInstances")) {
 *   System.out.println(db.text("DBInstanceIdentifier") + " " + db.text("DBInstanceStatus"));
 * }
 * }</pre>
 */
public interface Structure extends Map<String, Object> {
  /**
   * Returns a string.
   *
   * @param name the member's name
   * @return the string, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default @Nullable String text(String name) {
    return as(String.class, name);
  }

  /**
   * Returns a whole number of 32 bits.
   *
   * @param name the member's name
   * @return the number, or null if the member is absent
   * @throws IllegalArgumentException if the member is not a number, has a fraction, or exceeds 32
   *     bits
   */
  default @Nullable Integer integer(String name) {
    Number number = number(name);
    if (number == null || number instanceof Integer) {
      return (Integer) number;
    }
    try {
      return new BigDecimal(number.toString()).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(
          "Member " + name + " is " + number + ", which is not a 32-bit integer", e);
    }
  }

  /**
   * Returns a number of any type.
   *
   * @param name the member's name
   * @return an {@code Integer}, {@code Long}, {@code Float}, {@code Double}, {@link BigInteger} or
   *     {@link BigDecimal}; null if the member is absent
   * @throws IllegalArgumentException if the member is not a number
   */
  default @Nullable Number number(String name) {
    return as(Number.class, name);
  }

  /**
   * Returns a boolean.
   *
   * @param name the member's name
   * @return the value, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default @Nullable Boolean bool(String name) {
    return as(Boolean.class, name);
  }

  /**
   * Returns a timestamp.
   *
   * @param name the member's name
   * @return the instant, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default @Nullable Instant instant(String name) {
    return as(Instant.class, name);
  }

  /**
   * Returns a blob.
   *
   * @param name the member's name
   * @return the bytes themselves, not a copy; null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default byte @Nullable [] bytes(String name) {
    return as(byte[].class, name);
  }

  /**
   * Returns the streaming body of the response. Close it, or read it to its end.
   *
   * @param name the member's name
   * @return the stream, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default @Nullable ResponseStream stream(String name) {
    return as(ResponseStream.class, name);
  }

  /**
   * Returns the event stream of the response. Close it, or iterate it to its end.
   *
   * @param name the member's name
   * @return the events, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default @Nullable EventStream eventStream(String name) {
    return as(EventStream.class, name);
  }

  /**
   * Returns a list.
   *
   * @param name the member's name
   * @return the read-only list, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  @SuppressWarnings("unchecked") // every list is a list of objects
  default @Nullable List<Object> list(String name) {
    return (List<Object>) as(List.class, name);
  }

  /**
   * Returns a list of structures.
   *
   * @param name the member's name
   * @return the read-only list, or null if the member is absent
   * @throws IllegalArgumentException if the member is not a list, or contains anything but
   *     structures
   */
  @SuppressWarnings("unchecked") // checked element by element
  default @Nullable List<Structure> structures(String name) {
    List<?> list = as(List.class, name);
    if (list != null) {
      for (Object element : list) {
        if (element != null && !(element instanceof Structure)) {
          throw new IllegalArgumentException(
              "Member " + name + " is a list of " + element.getClass().getSimpleName());
        }
      }
    }
    return (List<Structure>) list;
  }

  /**
   * Returns a nested structure.
   *
   * @param name the member's name
   * @return the structure, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  default @Nullable Structure structure(String name) {
    return as(Structure.class, name);
  }

  /**
   * Returns a map, or a nested structure as a map.
   *
   * @param name the member's name
   * @return the read-only map, or null if the member is absent
   * @throws IllegalArgumentException if the member has another type
   */
  @SuppressWarnings("unchecked") // the keys of every map are strings
  default @Nullable Map<String, Object> map(String name) {
    return (Map<String, Object>) as(Map.class, name);
  }

  /**
   * Applies a JMESPath expression, such as {@code DBInstances[0].DBInstanceStatus} or {@code
   * Contents[?Size > `1024`].Key}.
   *
   * <p>The expression is compiled at every call. It can select timestamps and blobs and compare
   * them for equality, but no JMESPath function accepts them.
   *
   * @param expression the expression, in the language of jmespath.org
   * @return a part of this structure, or a read-only list or map created from it; null if there is
   *     no result
   * @throws io.boto4j.error.JmesPathException if the expression is malformed, a function receives a
   *     value of the wrong type, or the search exceeds the limit on its work
   */
  @Nullable Object search(String expression);

  private <T> @Nullable T as(Class<T> type, String name) {
    Object value = get(name);
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException(
          "Member "
              + name
              + " is a "
              + value.getClass().getSimpleName()
              + ", not a "
              + type.getSimpleName());
    }
    return type.cast(value);
  }
}
