package io.boto4j;

import io.boto4j.model.OperationModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The context of one call, which its {@linkplain Interceptor interceptors} receive at every stage.
 *
 * <p>A new context is created for each call. It is used by the thread that makes the call, and is
 * not safe for use by others.
 */
public final class CallContext {
  private final String service;
  private final OperationModel operation;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  /**
   * Creates a context; only tests of interceptors need to.
   *
   * @param service the service's name, such as {@code dynamodb}
   * @param operation the operation's model, such as {@code client.model().operation("PutItem")}
   */
  public CallContext(String service, OperationModel operation) {
    this.service = Objects.requireNonNull(service, "service");
    this.operation = Objects.requireNonNull(operation, "operation");
  }

  /**
   * Returns the service's name.
   *
   * @return the name, such as {@code dynamodb}
   */
  public String service() {
    return service;
  }

  /**
   * Returns the operation's name.
   *
   * @return the name, such as {@code PutItem}
   */
  public String operation() {
    return operation.name();
  }

  /**
   * Returns the operation's model: its input, output and traits.
   *
   * @return the model
   */
  public OperationModel model() {
    return operation;
  }

  /**
   * Returns the attributes with which interceptors pass data to a later stage of the same call.
   *
   * @return the call's own map, modifiable, empty at the start of the call
   */
  public Map<String, Object> attributes() {
    return attributes;
  }

  /**
   * Returns service and operation.
   *
   * @return a text such as {@code dynamodb.PutItem}, without the attributes, which may be secret
   */
  @Override
  public String toString() {
    return service + "." + operation.name();
  }
}
