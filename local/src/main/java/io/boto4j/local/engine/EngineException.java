package io.boto4j.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error of a service, which the wire sends in the form of its protocol. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The name of the error's shape or its code. */
  private final String code;

  /** The HTTP status, or 0 for the model's. */
  private final int status;

  private final transient Map<String, Object> members;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /**
   * Creates an error.
   *
   * @param code the name of the error's shape in the model, such as {@code
   *     ResourceNotFoundException}, or a code that the model does not have, such as {@code
   *     ValidationException}
   * @param message the message of the service
   */
  public EngineException(String code, String message) {
    this(code, message, 0, Map.of());
  }

  /**
   * Creates an error.
   *
   * @param code the name of the error's shape, or a code that the model does not have
   * @param message the message of the service
   * @param status the HTTP status, or 0 for the model's, which is 400 unless the model says
   *     otherwise
   * @param members the further members of the error's shape
   */
  public EngineException(String code, String message, int status, Map<String, ?> members) {
    super(message);
    this.code = code;
    this.status = status;
    this.members = new LinkedHashMap<>(members);
  }

  /**
   * Returns the name of the error's shape or its code.
   *
   * @return the code
   */
  public String code() {
    return code;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 for the model's
   */
  public int status() {
    return status;
  }

  /**
   * Returns the further members of the error's shape.
   *
   * @return the members by name
   */
  public Map<String, Object> members() {
    return members;
  }

  /**
   * Adds a header to the answer, which the model does not have: an error of S3 that is about a
   * delete marker has {@code x-amz-delete-marker}.
   *
   * @param name the name
   * @param value the value
   * @return this
   */
  public EngineException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /**
   * Returns the headers that the model does not have.
   *
   * @return the headers by name
   */
  public Map<String, String> headers() {
    return headers;
  }

  /** Expected errors are frequent, and their stack traces are never read. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  /**
   * Returns the message of the service.
   *
   * @return the message
   */
  public String serviceMessage() {
    @Nullable String message = getMessage();
    return message == null ? "" : message;
  }
}
