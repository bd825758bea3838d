package io.boto4j.error;

import io.boto4j.Attempt;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a service sends an error response: boto3's {@code ClientError}.
 *
 * <pre>{@code
 * try {
 *   dynamodb.call("PutItem", params);
 * } catch (ServiceException e) {
 *   if (e.is("ConditionalCheckFailedException")) { … }
 * }
 * }</pre>
 */
public final class ServiceException extends Boto4jException {
  private static final long serialVersionUID = 1L;

  /** The codes that all AWS SDKs treat as throttling, whatever the HTTP status. */
  private static final Set<String> THROTTLING =
      Set.of(
          "Throttling",
          "ThrottlingException",
          // Bedrock's spelling in event streams.
          "throttlingException",
          "ThrottledException",
          "RequestThrottledException",
          "TooManyRequestsException",
          "ProvisionedThroughputExceededException",
          "TransactionInProgressException",
          "RequestLimitExceeded",
          "BandwidthLimitExceeded",
          "LimitExceededException",
          "RequestThrottled",
          "SlowDown",
          "PriorRequestNotComplete",
          "EC2ThrottledException");

  /** The service, such as {@code dynamodb}. */
  private final String service;

  /** The operation, such as {@code PutItem}. */
  private final String operation;

  /** The error code. */
  private final String code;

  /** The code of the error in the model if the response has a different one, else null. */
  private final @Nullable String modelCode;

  /** The message of the service. */
  private final String serviceMessage;

  /** The HTTP status. */
  private final int statusCode;

  /** The request id, or null. */
  private final @Nullable String requestId;

  private final transient Structure response;
  private final transient ResponseMetadata metadata;

  /**
   * Creates an exception with boto3's text: {@code An error occurred (CODE) when calling the
   * OPERATION operation: MESSAGE}; {@code (reached max retries: N)} precedes the colon if the call
   * used all its attempts.
   *
   * @param service the service, such as {@code dynamodb}
   * @param operation the operation, such as {@code PutItem}
   * @param code the error code
   * @param message the message of the service; may be empty
   * @param response the parsed response: {@code Error} with {@code Code} and {@code Message}, and
   *     the members that the model defines for this error
   * @param metadata the metadata of the response
   */
  public ServiceException(
      String service,
      String operation,
      String code,
      String message,
      Structure response,
      ResponseMetadata metadata) {
    super(
        "An error occurred ("
            + code
            + ") when calling the "
            + operation
            + " operation"
            + reached(metadata)
            + ": "
            + message);
    this.service = service;
    this.operation = operation;
    this.code = code;
    this.modelCode =
        response.get("Error") instanceof Structure error
                && error.get("QueryErrorCode") instanceof String queryCode
            ? queryCode
            : null;
    this.serviceMessage = message;
    this.statusCode = metadata.statusCode();
    this.requestId = metadata.requestId();
    this.response = response;
    this.metadata = metadata;
  }

  private static String reached(ResponseMetadata metadata) {
    List<Attempt> attempts = metadata.attempts();
    Attempt last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
    return last != null && last.decision() == Attempt.Decision.MAX_ATTEMPTS_REACHED
        ? " (reached max retries: " + metadata.retryAttempts() + ")"
        : "";
  }

  /**
   * Whether a code means throttling, whatever the service and the HTTP status.
   *
   * @param code an error code
   * @return true for the codes that all AWS SDKs treat as throttling
   */
  public static boolean isThrottlingCode(String code) {
    return THROTTLING.contains(code);
  }

  /**
   * Whether the error has the given code.
   *
   * <p>Some services have two codes for an error: {@link #code()} returns the code of their older
   * protocol, such as SQS's {@code AWS.SimpleQueueService.NonExistentQueue}, while the model's code
   * is {@code QueueDoesNotExist}. This method accepts both.
   *
   * @param errorCode the code, such as {@code ResourceNotFoundException}
   * @return true if it is a code of this error
   */
  public boolean is(String errorCode) {
    return code.equals(errorCode) || errorCode.equals(modelCode);
  }

  /**
   * Whether the service throttled the call.
   *
   * @return true for a throttling code or HTTP status 429
   */
  public boolean isThrottling() {
    return THROTTLING.contains(code) || statusCode() == 429;
  }

  /**
   * The service.
   *
   * @return the name, such as {@code dynamodb}
   */
  public String service() {
    return service;
  }

  /**
   * The operation.
   *
   * @return the name, such as {@code PutItem}
   */
  public String operation() {
    return operation;
  }

  /**
   * The error code.
   *
   * @return the code, such as {@code ConditionalCheckFailedException}
   */
  public String code() {
    return code;
  }

  /**
   * The message of the service.
   *
   * @return the message alone, without the text of {@link #getMessage()} around it; may be empty
   */
  public String message() {
    return serviceMessage;
  }

  /**
   * The HTTP status.
   *
   * @return 300 to 999; below 300 if the error arrived in an event stream
   */
  public int statusCode() {
    return statusCode;
  }

  /**
   * The id of the request, to quote to AWS Support.
   *
   * @return the id, or null if the response had none
   */
  public @Nullable String requestId() {
    return requestId;
  }

  /**
   * The attempts of the call; the last one received this response.
   *
   * @return the attempts, in order
   */
  @Override
  public List<Attempt> attempts() {
    return metadata.attempts();
  }

  /**
   * The parsed response: {@code Error} with {@code Code} and {@code Message}, and the members that
   * the model defines for this error.
   *
   * @return the response
   */
  public Structure response() {
    return response;
  }

  /**
   * The metadata of the response, such as its headers.
   *
   * @return the metadata
   */
  public ResponseMetadata metadata() {
    return metadata;
  }
}
