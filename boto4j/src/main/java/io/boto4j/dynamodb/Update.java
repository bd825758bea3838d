package io.boto4j.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update that is not sent by itself: in a {@link Transaction}, or as the {@code
 * UpdateExpression} of a call to a client of {@link Documents}.
 *
 * <pre>{@code
 * documents.call("UpdateItem", Params.of("TableName", "auth-users", "Key", Params.of("user_id", id),
 *     "UpdateExpression", new Update().set("role", "admin").add("logins", 1)));
 * }</pre>
 */
public final class Update extends UpdateActions<Update> {
  /** Creates an update without actions. */
  public Update() {}

  @Override
  Update self() {
    return this;
  }

  /**
   * Returns the actions in DynamoDB's form, without the values, which may be secret.
   *
   * @return a text such as <code>SET #n0 = :v0 {#n0=role}</code>
   */
  @Override
  public String toString() {
    ExpressionWriter writer = new ExpressionWriter();
    Map<String, Object> request = new LinkedHashMap<>();
    writeInto(request, writer);
    return request.getOrDefault("UpdateExpression", "") + " " + writer.names();
  }
}
