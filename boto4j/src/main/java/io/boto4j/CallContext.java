package io.boto4j;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
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
  private final ServiceModel service;
  private final OperationModel operation;
  private final String region;
  private final boolean sent;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  /**
   * Creates a context; only tests of interceptors need to.
   *
   * @param service the service's model: {@code client.model()}
   * @param operation the operation's model, such as {@code client.model().operation("PutItem")}
   * @param region the client's region
   * @param sent whether the call is sent: false for an explanation or a presigned URL
   */
  public CallContext(ServiceModel service, OperationModel operation, String region, boolean sent) {
    this.service = Objects.requireNonNull(service, "service");
    this.operation = Objects.requireNonNull(operation, "operation");
    this.region = Objects.requireNonNull(region, "region");
    this.sent = sent;
  }

  /**
   * Returns the service's name.
   *
   * @return the name, such as {@code dynamodb}
   */
  public String service() {
    return service.name();
  }

  /**
   * Returns the id by which AWS's SDKs and documentation name the service.
   *
   * @return the id, such as {@code DynamoDB} or {@code Secrets Manager}
   */
  public String serviceId() {
    return service.serviceId();
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
   * Returns the client's region.
   *
   * @return the region, such as {@code eu-west-1}; for a service that has one endpoint for all
   *     regions, a name such as {@code aws-global}
   */
  public String region() {
    return region;
  }

  /**
   * Whether the request is sent. An interceptor that observes calls ignores the others.
   *
   * @return false for an {@linkplain Client#explain explanation} or a {@linkplain Client#presign
   *     presigned URL or form}, for which only some stages run and neither {@link
   *     Interceptor#afterCall} nor {@link Interceptor#callEnded} does
   */
  public boolean isSent() {
    return sent;
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
    return service.name() + "." + operation.name();
  }
}
