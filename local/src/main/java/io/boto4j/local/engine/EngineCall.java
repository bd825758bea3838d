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
 */
public record EngineCall(String operation, Structure input, Caller caller, String requestId) {
  /**
   * The principal that signed a call.
   *
   * @param accessKeyId the access key, or an empty text for an unsigned call
   * @param arn the ARN of the user, role session or account root; empty for an unsigned call
   * @param account the account, 12 digits
   */
  public record Caller(String accessKeyId, String arn, String account) {}
}
