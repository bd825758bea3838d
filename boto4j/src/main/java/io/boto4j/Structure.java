package io.boto4j;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A structure in a response: a read-only map from member names to values, in the model's order,
 * with accessors by type. The maps in a response, such as a DynamoDB item, have the same accessors.
 *
 * <p>Members have these Java types:
 *
 * <ul>
 *   <li>string {@code String}, boolean {@code Boolean}, timestamp {@link Instant}
 *   <li>integer {@code Integer}, or {@code Long} if the service sends more than 32 bits; long
 *       {@code Long}, float {@code Float}, double {@code Double}, big integer {@link BigInteger},
 *       big decimal {@link BigDecimal}
 *   <li>blob {@code byte[]}, or a {@link ResponseStream} if it is the streaming body of a response
 *   <li>list {@code List<Object>}, map and structure and union {@code Structure}
 *   <li>event stream {@link EventStream}, document a plain map, list or value
 * </ul>
 *
 * <p>Every accessor takes the name of a member, or a path to a member of a nested structure or map:
 * {@code instance.text("Placement", "AvailabilityZone")}. If anything on the path is absent, so is
 * the member. An absent list or map is empty, and any other absent member is null. A name that the
 * model does not have is an {@link IllegalArgumentException}, which suggests similar names; only
 * {@link #get} returns null for it, as for any map.
 *
 * <p>Some services send numbers, booleans and times as text, such as the attributes of an SQS queue
 * and the {@code N} of DynamoDB. The accessors of these types read such a text.
 *
 * <p>{@code toString} masks what the model marks as sensitive. A structure is safe for use by
 * multiple threads, as long as none modifies a {@code byte[]} in it and streams are read by one.
 * {@code Structures.of} gives any other map these accessors.
 *
 * <pre>{@code
 * for (Structure db : rds.call("DescribeDBInstances").structures("DBInstances")) {
 *   System.out.println(db.text("DBInstanceIdentifier") + " " + db.text("Endpoint", "Address"));
 * }
 * }</pre>
 */
public interface Structure extends Map<String, Object> {
  /**
   * Returns a string.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the string, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  @Nullable String text(String name, String... path);

  /**
   * Returns a whole number of 32 bits.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the number, or null if it is absent
   * @throws IllegalArgumentException if the member is not a number, has a fraction or exceeds 32
   *     bits, or the model does not have it
   */
  @Nullable Integer integer(String name, String... path);

  /**
   * Returns a whole number of 64 bits.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the number, or null if it is absent
   * @throws IllegalArgumentException if the member is not a number, has a fraction or exceeds 64
   *     bits, or the model does not have it
   */
  @Nullable Long longInteger(String name, String... path);

  /**
   * Returns a number as the nearest double.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the number, or null if it is absent
   * @throws IllegalArgumentException if the member is not a number, or the model does not have it
   */
  @Nullable Double real(String name, String... path);

  /**
   * Returns a number of any type.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return an {@code Integer}, {@code Long}, {@code Float}, {@code Double}, {@link BigInteger} or
   *     {@link BigDecimal}, which a number in a text is; null if it is absent
   * @throws IllegalArgumentException if the member is not a number, or the model does not have it
   */
  @Nullable Number number(String name, String... path);

  /**
   * Returns a boolean.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the value, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  @Nullable Boolean bool(String name, String... path);

  /**
   * Returns a timestamp.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the instant, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  @Nullable Instant instant(String name, String... path);

  /**
   * Returns a blob.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the bytes themselves, not a copy; null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  byte @Nullable [] bytes(String name, String... path);

  /**
   * Returns the streaming body of the response. Close it, or read it to its end.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the stream, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  @Nullable ResponseStream body(String name, String... path);

  /**
   * Returns the streaming body of the response, like {@link #body}.
   *
   * @param name the member's name
   * @return the stream, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  default @Nullable ResponseStream stream(String name) {
    return body(name);
  }

  /**
   * Returns the event stream of the response. Close it, or iterate it to its end.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the events, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  @Nullable EventStream eventStream(String name, String... path);

  /**
   * Returns a nested structure or map.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the structure, or null if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  @Nullable Structure structure(String name, String... path);

  /**
   * Returns a map, or a nested structure as a map.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the read-only map, empty if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  Structure map(String name, String... path);

  /**
   * Returns a list, or the elements of a set, which an item of DynamoDB may have.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the read-only list, empty if it is absent
   * @throws IllegalArgumentException if the member has another type, or the model does not have it
   */
  List<Object> list(String name, String... path);

  /**
   * Returns a list of strings, or the elements of a set of them.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the read-only list, empty if it is absent
   * @throws IllegalArgumentException if the member is not a list, or contains anything but strings,
   *     or the model does not have it
   */
  List<String> texts(String name, String... path);

  /**
   * Returns a list of structures or maps.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the read-only list, empty if it is absent
   * @throws IllegalArgumentException if the member is not a list, or contains anything but
   *     structures and maps, or the model does not have it
   */
  List<Structure> structures(String name, String... path);

  /**
   * Returns a list of maps, such as the items of a DynamoDB table, like {@link #structures}.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the read-only list, empty if it is absent
   * @throws IllegalArgumentException if the member is not a list, or contains anything but
   *     structures and maps, or the model does not have it
   */
  List<Structure> maps(String name, String... path);

  /**
   * Returns a map whose values are structures or maps, such as the attributes of an SQS message.
   *
   * @param name the member's name
   * @param path the names that lead from there to a nested member
   * @return the read-only map in its order, empty if it is absent
   * @throws IllegalArgumentException if the member is not a map, or has values that are not
   *     structures or maps, or the model does not have it
   */
  Map<String, Structure> structureMap(String name, String... path);

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

  /**
   * Applies a JMESPath expression and converts its result, as {@link #to} converts a member.
   *
   * @param <T> the type of the result
   * @param expression the expression, in the language of jmespath.org
   * @param type the class of the result, such as {@code String.class}, or a record
   * @return the result, or null if there is none
   * @throws io.boto4j.error.JmesPathException if the search fails, as for {@link #search(String)}
   * @throws IllegalArgumentException if the result cannot be converted
   */
  <T> @Nullable T search(String expression, Class<T> type);

  /**
   * Applies a JMESPath expression whose result is a list, and converts its elements.
   *
   * <pre>{@code
   * List<String> names = tables.searchAll("TableNames[?starts_with(@, 'auth-')]", String.class);
   * }</pre>
   *
   * @param <T> the type of the elements
   * @param expression the expression, in the language of jmespath.org
   * @param type the class of the elements, such as {@code String.class}, or a record
   * @return the read-only list, empty if there is no result
   * @throws io.boto4j.error.JmesPathException if the search fails, as for {@link #search(String)}
   * @throws IllegalArgumentException if the result is not a list, or an element cannot be converted
   */
  <T> List<T> searchAll(String expression, Class<T> type);

  /**
   * Converts the members to a record.
   *
   * <p>Each component takes the member with its name, regardless of case and of separators: {@code
   * userId} takes {@code UserId} or {@code user_id}; {@link Name} gives another name. Components
   * may be strings, numbers (no digit is lost), booleans, enums, {@code Instant} and other types of
   * {@code java.time}, {@code UUID}, {@code URI}, {@code byte[]}, streams, records, {@code
   * Structure}, and {@code List}, {@code Set}, {@code Map} and {@code Optional} of these. An absent
   * list, set or map is empty. Any other component whose member is absent must be {@code Optional}
   * or carry an annotation named {@code Nullable}. In a data class of Kotlin with
   * {@code @JvmRecord}, it must have a type that permits null.
   *
   * <p>The record must be accessible: in a named module, its package must be open to {@code
   * io.boto4j}. A native image needs reflection metadata for it.
   *
   * <pre>{@code
   * record Instance(String instanceId, String instanceType, Optional<String> publicIpAddress) {}
   * Instance first = response.structure("Instances").to(Instance.class);
   * }</pre>
   *
   * @param <T> the type of the record
   * @param type the class of the record
   * @return a new record
   * @throws IllegalArgumentException if a member is missing or cannot be converted, or a component
   *     matches no member of the model; the message has the path of the component
   */
  <T> T to(Class<T> type);

  /**
   * Writes the members as JSON: timestamps as ISO 8601 text, blobs in Base64, NaN and the
   * infinities as text, and streams as a text with their length. Sensitive members are included.
   *
   * @return the document, without spaces; {@link Json#pretty} writes it in several lines
   */
  String toJson();
}
