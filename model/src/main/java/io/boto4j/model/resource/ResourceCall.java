package io.boto4j.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that a resource makes: its load operation, an action, a batch action, a collection or a
 * waiter.
 *
 * @param name the name in the spelling of AWS, such as {@code CreateBucket}
 * @param operation the operation; the name of the waiter for a waiter
 * @param parameters the parameters that are filled in
 * @param result the resource that the call leads to; null if the response is the result
 * @param path without a result, the JMESPath expression of the value in the response; null for the
 *     whole response
 * @param reason why the call was derived from the service's model; null if it was not derived
 */
public record ResourceCall(
    String name,
    String operation,
    List<Binding> parameters,
    @Nullable ResourceResult result,
    @Nullable String path,
    @Nullable String reason) {
  /**
   * Creates a call, with copies of the collections.
   *
   * @param name the name in the spelling of AWS, such as {@code CreateBucket}
   * @param operation the operation; the name of the waiter for a waiter
   * @param parameters the parameters that are filled in
   * @param result the resource that the call leads to; null if the response is the result
   * @param path without a result, the JMESPath expression of the value in the response; null for
   *     the whole response
   * @param reason why the call was derived from the service's model; null if it was not derived
   */
  public ResourceCall {
    parameters = List.copyOf(parameters);
  }

  /** Returns the call as definitions write it. */
  @Override
  public String toString() {
    String called = name.equals(operation) ? "" : name + " = ";
    return called
        + operation
        + (parameters.isEmpty() ? "" : Notation.list(parameters))
        + (result == null ? Notation.path(path) : " -> " + result)
        + Notation.reason(reason);
  }
}
