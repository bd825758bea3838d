package io.boto4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service answers: a read-only map in the model's order, with accessors by type.
 *
 * <p>A member the answer lacks is absent: {@link #containsKey} is false and every accessor gives
 * null. Text is {@code String}, integer {@code Integer}, long {@code Long}, float {@code Float},
 * double {@code Double}, boolean {@code Boolean}, timestamp {@link Instant}, blob {@code byte[]},
 * list {@code List<Object>}, map {@code Map<String, Object>}, structure and union {@code
 * Structure}. A blob that is the whole body of an answer is a {@link ResponseStream}, a stream of
 * events an {@link EventStream}.
 *
 * <p>{@code toString} shows what the model does not call sensitive. Safe to share between threads,
 * as long as nobody writes into a {@code byte[]}.
 *
 * <pre>{@code
 * for (Structure db : rds.call("DescribeDBInstances").structures("DBInstances")) {
 *   System.out.println(db.text("DBInstanceIdentifier") + " " + db.text("DBInstanceStatus"));
 * }
 * }</pre>
 */
public interface Structure extends Map<String, Object> {
  /**
   * A member that is text.
   *
   * @param name the member
   * @return the text, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable String text(String name) {
    return as(String.class, name);
  }

  /**
   * A member that is a whole number of 32 bits.
   *
   * @param name the member
   * @return the number, or null if it is absent
   * @throws IllegalArgumentException if it is something else, or does not fit
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
          "Member " + name + " is " + number + ", which is no 32-bit whole number", e);
    }
  }

  /**
   * A member that is a number of any kind.
   *
   * @param name the member
   * @return the number ({@code Integer}, {@code Long}, {@code Float}, {@code Double}, {@link
   *     BigInteger} or {@link BigDecimal}), or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable Number number(String name) {
    return as(Number.class, name);
  }

  /**
   * A member that is true or false.
   *
   * @param name the member
   * @return the value, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable Boolean bool(String name) {
    return as(Boolean.class, name);
  }

  /**
   * A member that is a moment.
   *
   * @param name the member
   * @return the moment, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable Instant instant(String name) {
    return as(Instant.class, name);
  }

  /**
   * A member that is bytes.
   *
   * @param name the member
   * @return the bytes themselves, not a copy; null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default byte @Nullable [] bytes(String name) {
    return as(byte[].class, name);
  }

  /**
   * A member that is the body of the answer, as it arrives. Close it, or read it to its end.
   *
   * @param name the member
   * @return the stream, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable ResponseStream stream(String name) {
    return as(ResponseStream.class, name);
  }

  /**
   * A member that is a stream of events, as they arrive. Close it, or iterate it to its end.
   *
   * @param name the member
   * @return the events, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable EventStream eventStream(String name) {
    return as(EventStream.class, name);
  }

  /**
   * A member that is a list.
   *
   * @param name the member
   * @return the read-only list, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  @SuppressWarnings("unchecked") // lists hold objects
  default @Nullable List<Object> list(String name) {
    return (List<Object>) as(List.class, name);
  }

  /**
   * A member that is a list of structures.
   *
   * @param name the member
   * @return the read-only list, or null if it is absent
   * @throws IllegalArgumentException if it is something else
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
   * A member that is a structure.
   *
   * @param name the member
   * @return the structure, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  default @Nullable Structure structure(String name) {
    return as(Structure.class, name);
  }

  /**
   * A member that is a map.
   *
   * @param name the member
   * @return the read-only map, or null if it is absent
   * @throws IllegalArgumentException if it is something else
   */
  @SuppressWarnings("unchecked") // maps of a model are keyed by text
  default @Nullable Map<String, Object> map(String name) {
    return (Map<String, Object>) as(Map.class, name);
  }

  /**
   * Looks into this with a JMESPath expression, as {@code DBInstances[0].DBInstanceStatus} or
   * {@code Contents[?Size > `1024`].Key}.
   *
   * <p>The expression is compiled by each call. Moments and bytes can be picked and compared for
   * equality, but no function takes them.
   *
   * @param expression the expression; see jmespath.org
   * @return what was found: a part of this, or a read-only list or map made from it; null if there
   *     is nothing
   * @throws io.boto4j.error.JmesPathException if the expression is malformed, a function is given a
   *     value of the wrong type, or the search takes too much work
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
