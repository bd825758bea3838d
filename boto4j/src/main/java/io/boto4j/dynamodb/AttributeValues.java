package io.boto4j.dynamodb;

import io.boto4j.Params;
import io.boto4j.Structure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversion between plain Java values and DynamoDB's attribute values, such as <code>{"S": "text"}
 * </code>: boto3's {@code TypeSerializer} and {@code TypeDeserializer}.
 *
 * <p>{@link Table} and {@link Documents} convert by themselves. This class is for everything else,
 * such as the events of a stream, or a client that is used without them.
 *
 * <pre>{@code
 * Map<String, Object> value = AttributeValues.serialize(List.of(1, "a"));   // {L=[{N=1}, {S=a}]}
 * Structure item = AttributeValues.deserializeItem(record.map("dynamodb", "NewImage"));
 * }</pre>
 *
 * <p>Values are written as follows; the first line that applies decides.
 *
 * <ul>
 *   <li>null: {@code NULL}. {@code Boolean}: {@code BOOL}
 *   <li>every {@code Number}: {@code N}, with the digits that {@code toString} writes; of a {@code
 *       Double} or {@code Float}, that is the shortest decimal number that identifies it. At most
 *       38 significant digits, trailing zeros aside, from 1E-130 to 9.99E+125; NaN and infinity are
 *       refused
 *   <li>{@code CharSequence}, {@code Character}, {@link java.util.UUID}: {@code S}; an enum
 *       constant: {@code S} with its {@code name()}; {@link java.time.Instant} and the other times
 *       of {@code java.time}, {@link java.util.Date}: {@code S} in ISO 8601, as {@code toString} of
 *       {@code java.time} writes it
 *   <li>{@code byte[]} and {@link java.nio.ByteBuffer} (its remaining bytes): {@code B}
 *   <li>a {@code Set}: {@code NS}, {@code SS} or {@code BS}; equal elements are written once. An
 *       empty set, or one with elements of several kinds, is refused: DynamoDB has none
 *   <li>any other {@code Collection}, and an array: {@code L}. A {@code Map} with strings as keys:
 *       {@code M}. A record: {@code M} of its components, without those that are null; {@link
 *       io.boto4j.Name} changes the name of one
 *   <li>{@code Optional}: its value, or {@code NULL}
 *   <li>a map that this class wrote: itself. Other maps such as {@code Map.of("S", "a")} are plain
 *       maps, and become {@code M}
 * </ul>
 *
 * <p>They are read as follows.
 *
 * <ul>
 *   <li>{@code N}: {@code Integer} if it is a whole number of 32 bits, else {@code Long} if it is
 *       one of 64 bits, else {@link java.math.BigDecimal} with the digits that the service sent
 *   <li>{@code B}: {@code byte[]}; Base64 text is decoded, because the JSON of events has it
 *   <li>{@code SS}, {@code NS}, {@code BS}: a {@code Set} in the order in which it was sent; the
 *       elements of a {@code BS} are read-only {@link java.nio.ByteBuffer}s, which are equal if
 *       their bytes are. Numbers are compared by value: 1 and 1.0 are one element
 *   <li>{@code L}: {@code List}, {@code M}: {@link Structure}, {@code NULL}: null
 * </ul>
 */
public final class AttributeValues {
  private AttributeValues() {}

  /**
   * Writes a value.
   *
   * @param value the plain value
   * @return the attribute value: a read-only map with one entry
   * @throws IllegalArgumentException if DynamoDB cannot store the value; the message names the
   *     place in it, such as {@code scores[2]}
   */
  public static Map<String, Object> serialize(@Nullable Object value) {
    try {
      return ValueSerializer.value(value);
    } catch (BadValueException e) {
      throw e.report();
    }
  }

  /**
   * Writes an item or a key: all values of a map.
   *
   * @param item the plain values by attribute name; not changed
   * @return a new map with the attribute values, in the same order
   * @throws IllegalArgumentException if DynamoDB cannot store a value or a name; the message names
   *     the place, such as {@code profile.scores[2]}
   */
  public static Map<String, Object> serializeItem(Map<String, ?> item) {
    try {
      return ValueSerializer.item(item);
    } catch (BadValueException e) {
      throw e.report();
    }
  }

  /**
   * Writes a record as an item: its components by name, without those that are null.
   *
   * @param item the record
   * @return a new map with the attribute values, in the order of the components
   * @throws IllegalArgumentException if DynamoDB cannot store a value; the message names the place
   */
  public static Map<String, Object> serializeItem(Record item) {
    return serializeItem(Params.from(item));
  }

  /**
   * Reads an attribute value.
   *
   * @param attributeValue a map with one entry, such as <code>{"N": "1"}</code>
   * @return the plain value, which may be null
   * @throws IllegalArgumentException if the map is not an attribute value; the message names the
   *     place in it
   */
  public static @Nullable Object deserialize(Map<String, ?> attributeValue) {
    try {
      return ValueDeserializer.value(attributeValue);
    } catch (BadValueException e) {
      throw e.report();
    }
  }

  /**
   * Reads an item or a key: all values of a map.
   *
   * @param item the attribute values by attribute name; not changed
   * @return the plain values, with accessors by type, in the same order
   * @throws IllegalArgumentException if a value is not an attribute value; the message names the
   *     place
   */
  public static Structure deserializeItem(Map<String, ?> item) {
    try {
      return ValueDeserializer.item(item);
    } catch (BadValueException e) {
      throw e.report();
    }
  }
}
