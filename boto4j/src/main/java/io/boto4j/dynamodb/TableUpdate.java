package io.boto4j.dynamodb;

import io.boto4j.Structure;
import io.boto4j.Structures;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An update of one item, created by {@link Table#update}. Nothing is sent until {@link #run()}.
 *
 * <pre>{@code
 * Structure user = users.update("user_id", id)
 *     .set("role", "admin").add("logins", 1).remove("invited_by")
 *     .when(attr("role").ne("admin"))
 *     .returning(ReturnValues.ALL_NEW)
 *     .run();
 * }</pre>
 *
 * <p>As in DynamoDB, an update of an item that does not exist creates it, unless a condition such
 * as {@code attr("user_id").exists()} prevents that.
 */
public final class TableUpdate extends UpdateActions<TableUpdate> {
  private final TableCalls calls;
  private final Map<String, Object> key;
  private final @Nullable Versions versions;
  private ReturnValues returning = ReturnValues.NONE;

  TableUpdate(TableCalls calls, Map<String, Object> key, @Nullable Versions versions) {
    this.calls = calls;
    this.key = key;
    this.versions = versions;
    if (versions != null) {
      versions.increment(this);
    }
  }

  @Override
  TableUpdate self() {
    return this;
  }

  /**
   * Makes the update of a {@linkplain Table#versioned versioned} table depend on the version of the
   * item.
   *
   * @param number the version that was read
   * @return this
   * @throws IllegalStateException if the table is not versioned
   */
  public TableUpdate version(long number) {
    return when(Versions.require(versions, number));
  }

  /**
   * Sets which attributes {@link #run()} returns.
   *
   * @param attributes the attributes
   * @return this
   */
  public TableUpdate returning(ReturnValues attributes) {
    returning = Objects.requireNonNull(attributes, "attributes");
    return this;
  }

  /**
   * Sends the update.
   *
   * @return the attributes that {@link #returning} asks for; empty if it was not called, or the
   *     item has none
   * @throws io.boto4j.error.ServiceException if the service refuses the update; with the code
   *     {@code ConditionalCheckFailedException}, {@code response().structure("Item")} is the
   *     present item in plain values, if it exists
   * @throws IllegalArgumentException if a value cannot be stored; nothing is sent
   */
  public Structure run() {
    RawRequest request = calls.request().with("Key", key);
    ExpressionWriter writer = new ExpressionWriter();
    writeInto(request, writer);
    writer.putInto(request);
    if (returning != ReturnValues.NONE) {
      request.put("ReturnValues", returning.name());
    }
    if (hasCondition()) {
      request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    }
    Structure attributes = TableCalls.plain(calls.call("UpdateItem", request), "Attributes");
    return attributes == null ? Structures.of(Map.of()) : attributes;
  }

  /**
   * Returns the table, without the key and the values, which may be secret.
   *
   * @return a text such as {@code TableUpdate[auth-users]}
   */
  @Override
  public String toString() {
    return "TableUpdate[" + calls.table() + "]";
  }
}
