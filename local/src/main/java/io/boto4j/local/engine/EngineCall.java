package io.boto4j.local.engine;

import io.boto4j.Structure;

/**
 * A call of an operation.
 *
 * @param operation the operation, such as {@code PutItem}
 * @param input the input: strings, {@code Integer}, {@code Long}, {@code Double}, {@code Float},
 *     {@code Boolean}, {@code Instant}, {@code byte[]}, lists, maps and structures; a streaming
 *     body is an {@code InputStream}, which {@link Structure#get} returns
 * @param caller who calls
 * @param requestId the id of the request, which errors and logs have
 * @param endpoint the address that the client used, such as {@code http://localhost:4566}, for
 *     answers that contain addresses; empty for calls that services make themselves
 */
public record EngineCall(
    String operation, Structure input, Caller caller, String requestId, String endpoint) {
  /**
   * Creates a call that did not come over a protocol.
   *
   * @param operation the operation
   * @param input the input
   * @param caller who calls
   * @param requestId the id of the request
   */
  public EngineCall(String operation, Structure input, Caller caller, String requestId) {
    this(operation, input, caller, requestId, "");
  }

  /**
   * The principal that signed a call.
   *
   * @param accessKeyId the access key, or an empty text for an unsigned call
   * @param arn the ARN of the user, role session or account root; empty for an unsigned call
   * @param account the account, 12 digits
   */
  public record Caller(String accessKeyId, String arn, String account) {}
}
