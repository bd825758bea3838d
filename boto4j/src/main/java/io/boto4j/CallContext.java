package io.boto4j;

import io.boto4j.model.OperationModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One call under way, as its interceptors see it: each stage of a call is given the same context.
 *
 * <p>Used by the thread that makes the call.
 */
public final class CallContext {
  private final String service;
  private final OperationModel operation;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  /**
   * Makes a context, as for the test of an interceptor.
   *
   * @param service the service, as {@code dynamodb}
   * @param operation the operation
   */
  public CallContext(String service, OperationModel operation) {
    this.service = Objects.requireNonNull(service, "service");
    this.operation = Objects.requireNonNull(operation, "operation");
  }

  /**
   * The service.
   *
   * @return as {@code dynamodb}
   */
  public String service() {
    return service;
  }

  /**
   * The operation.
   *
   * @return as {@code PutItem}
   */
  public String operation() {
    return operation.name();
  }

  /**
   * The operation's model.
   *
   * @return its input, output and traits
   */
  public OperationModel model() {
    return operation;
  }

  /**
   * What interceptors hand on from one stage to a later one.
   *
   * @return the call's own map, to be written to
   */
  public Map<String, Object> attributes() {
    return attributes;
  }

  /**
   * Service and operation.
   *
   * @return as {@code dynamodb.PutItem}; no attributes, which may be secret
   */
  @Override
  public String toString() {
    return service + "." + operation.name();
  }
}
