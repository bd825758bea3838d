package io.boto4j.error;

import io.boto4j.Attempt;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service answered with an error: boto3's {@code ClientError}.
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

  /** The codes the AWS SDKs agree to read as "slower", whatever the status. */
  private static final Set<String> THROTTLING =
      Set.of(
          "Throttling",
          "ThrottlingException",
          // Its name within the event streams of Bedrock.
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

  /** The service, as {@code dynamodb}. */
  private final String service;

  /** The operation, as {@code PutItem}. */
  private final String operation;

  /** The error code. */
  private final String code;

  /** The code the model gives the error, where the answer has another; else null. */
  private final @Nullable String modelCode;

  /** What the service says. */
  private final String serviceMessage;

  /** The HTTP status. */
  private final int statusCode;

  /** The request id, or null. */
  private final @Nullable String requestId;

  private final transient Structure response;
  private final transient ResponseMetadata metadata;

  /**
   * Makes an exception with boto3's text: {@code An error occurred (CODE) when calling the
   * OPERATION operation: MESSAGE}; {@code (reached max retries: N)} before the colon if the call
   * had all its attempts.
   *
   * @param service the service, as {@code dynamodb}
   * @param operation the operation, as {@code PutItem}
   * @param code the error code
   * @param message what the service says, may be empty
   * @param response the parsed answer: {@code Error} with {@code Code} and {@code Message}, and the
   *     members the model gives this error
   * @param metadata how it came
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
   * Whether a code asks for fewer calls, whatever the service and the HTTP status.
   *
   * @param code an error code
   * @return true for the codes that the AWS SDKs agree on
   */
  public static boolean isThrottlingCode(String code) {
    return THROTTLING.contains(code);
  }

  /**
   * Whether the error has a code.
   *
   * <p>Some services have two for an error: {@link #code()} is the one of their old protocol, as
   * SQS's {@code AWS.SimpleQueueService.NonExistentQueue}, and the model's is {@code
   * QueueDoesNotExist}. Either will do.
   *
   * @param errorCode the code, as {@code ResourceNotFoundException}
   * @return true if it is this one's
   */
  public boolean is(String errorCode) {
    return code.equals(errorCode) || errorCode.equals(modelCode);
  }

  /**
   * Whether the service asks for fewer calls.
   *
   * @return true for a throttling code or HTTP status 429
   */
  public boolean isThrottling() {
    return THROTTLING.contains(code) || statusCode() == 429;
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
    return operation;
  }

  /**
   * The error code.
   *
   * @return as {@code ConditionalCheckFailedException}
   */
  public String code() {
    return code;
  }

  /**
   * What the service says.
   *
   * @return its message alone, may be empty
   */
  public String message() {
    return serviceMessage;
  }

  /**
   * The HTTP status.
   *
   * @return 300 to 999; below 300 where the error came within an event stream
   */
  public int statusCode() {
    return statusCode;
  }

  /**
   * The id to quote to AWS support.
   *
   * @return the id, or null if the answer had none
   */
  public @Nullable String requestId() {
    return requestId;
  }

  /**
   * What was tried, the attempt that brought this answer last.
   *
   * @return the attempts, in order
   */
  @Override
  public List<Attempt> attempts() {
    return metadata.attempts();
  }

  /**
   * The parsed answer: {@code Error} with {@code Code} and {@code Message}, and the members the
   * model gives this error.
   *
   * @return the answer
   */
  public Structure response() {
    return response;
  }

  /**
   * How the answer came: headers and all.
   *
   * @return the metadata
   */
  public ResponseMetadata metadata() {
    return metadata;
  }
}
