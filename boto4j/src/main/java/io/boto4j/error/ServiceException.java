package io.boto4j.error;

import io.boto4j.Attempt;
import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import java.util.ArrayList;
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
 *
 * <p>A serialized exception keeps its message, its names, the HTTP status and the request id, but
 * not {@link #response()}, {@link #metadata()} and {@link #attempts()}.
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

  /** The names of the error in the model, possibly with the code among them. */
  private final String[] names;

  /** The message of the service. */
  private final String serviceMessage;

  /** The HTTP status. */
  private final int statusCode;

  /** The request id, or null. */
  private final @Nullable String requestId;

  // Both are null in an exception that was deserialized.
  private final transient @Nullable Structure response;
  private final transient @Nullable ResponseMetadata metadata;

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
    this(service, operation, code, message, response, metadata, List.of());
  }

  /**
   * Creates an exception for an error that has further names in the model of its service.
   *
   * @param service the service, such as {@code rds}
   * @param operation the operation, such as {@code DescribeDBInstances}
   * @param code the error code, such as {@code DBInstanceNotFound}
   * @param message the message of the service; may be empty
   * @param response the parsed response: {@code Error} with {@code Code} and {@code Message}, and
   *     the members that the model defines for this error
   * @param metadata the metadata of the response
   * @param names the further names, such as {@code DBInstanceNotFoundFault}; {@code
   *     ServiceModel.errorNames} returns them
   */
  public ServiceException(
      String service,
      String operation,
      String code,
      String message,
      Structure response,
      ResponseMetadata metadata,
      List<String> names) {
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
    this.names = withQueryErrorCode(names, response).toArray(new String[0]);
    this.serviceMessage = message;
    this.statusCode = metadata.statusCode();
    this.requestId = metadata.requestId();
    this.response = response;
    this.metadata = metadata;
  }

  /** Adds the code of the model, which the response has in addition to that of the old protocol. */
  private static List<String> withQueryErrorCode(List<String> names, Structure response) {
    if (response.get("Error") instanceof Structure error
        && error.get("QueryErrorCode") instanceof String code
        && !names.contains(code)) {
      List<String> all = new ArrayList<>(names);
      all.add(code);
      return all;
    }
    return names;
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
   * Whether the error has the given name: its code, or the name of its shape in the model.
   *
   * <p>The two differ for one error in twelve. IAM sends {@code NoSuchEntity}, and the shape, which
   * gives boto3's exception class its name, is {@code NoSuchEntityException}; RDS sends {@code
   * DBInstanceNotFound} for {@code DBInstanceNotFoundFault}. SQS sends {@code
   * AWS.SimpleQueueService.NonExistentQueue} for {@code QueueDoesNotExist}. An event stream sends
   * {@code throttlingException} for {@code ThrottlingException}. This method accepts both, and
   * {@link #code()} returns the code that the service sent.
   *
   * <p>Any other name is false, even one that no error of the service has: services send codes that
   * no model lists, such as {@code ExpiredToken}.
   *
   * @param name the name, such as {@code ResourceNotFoundException}; case matters
   * @return true if it is a name of this error
   */
  public boolean is(String name) {
    if (code.equals(name)) {
      return true;
    }
    for (String each : names) {
      if (each.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the error has one of the given names.
   *
   * @param anyOf the names, as in {@link #is(String)}
   * @return true if one of them is a name of this error; false if no name is given
   */
  public boolean is(String... anyOf) {
    for (String name : anyOf) {
      if (is(name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the error has one of the given names: another name for {@link #is(String...)}, since
   * {@code is} is a keyword in Kotlin and a method of every object in Groovy.
   *
   * @param anyOf the names, as in {@link #is(String)}
   * @return true if one of them is a name of this error; false if no name is given
   */
  public boolean hasCode(String... anyOf) {
    return is(anyOf);
  }

  /**
   * Throws this exception unless it has one of the given names, and so leaves a {@code catch}
   * clause with the expected errors only.
   *
   * <pre>{@code
   * try {
   *   return Optional.of(iam.call("GetRole", Map.of("RoleName", name)));
   * } catch (ServiceException e) {
   *   e.rethrowUnless("NoSuchEntity");
   *   return Optional.empty();
   * }
   * }</pre>
   *
   * @param anyOf the names of the expected errors, as in {@link #is(String)}
   * @throws ServiceException this exception, with its stack trace unchanged, if it has none of them
   */
  public void rethrowUnless(String... anyOf) {
    if (!is(anyOf)) {
      throw this;
    }
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
   * @return the attempts, in order; empty in an exception that was deserialized
   */
  @Override
  public List<Attempt> attempts() {
    return metadata == null ? List.of() : metadata.attempts();
  }

  /**
   * The parsed response: {@code Error} with {@code Code} and {@code Message}, and the members that
   * the model defines for this error.
   *
   * @return the response
   * @throws IllegalStateException if the exception was deserialized: the response is not part of
   *     its serialized form
   */
  public Structure response() {
    return kept(response, "response");
  }

  /**
   * The metadata of the response, such as its headers.
   *
   * @return the metadata
   * @throws IllegalStateException if the exception was deserialized: the metadata are not part of
   *     its serialized form
   */
  public ResponseMetadata metadata() {
    return kept(metadata, "metadata");
  }

  private static <T> T kept(@Nullable T part, String name) {
    if (part == null) {
      throw new IllegalStateException(
          "The exception was deserialized, and its " + name + " is not serialized");
    }
    return part;
  }
}
