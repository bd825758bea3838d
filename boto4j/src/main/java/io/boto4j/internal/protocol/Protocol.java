package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.internal.error.Errors;
import io.boto4j.model.OperationModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wire protocol, for one service. Stateless: used by any number of threads at once. */
public interface Protocol {
  /**
   * Turns an operation's input into what is sent.
   *
   * @param operation the operation
   * @param input its parameters, which fit the model
   * @return the request without its host
   */
  WireRequest serialize(OperationModel operation, Map<String, ?> input);

  /**
   * Whether the output of an operation holds the body as it arrives, so that a good answer must not
   * be read to its end.
   *
   * @param operation the operation
   * @return true if {@link #parseOutput} wants an open answer
   */
  default boolean streams(OperationModel operation) {
    return operation.eventOutput() != null;
  }

  /**
   * Turns a good answer into the operation's output.
   *
   * @param operation the operation
   * @param answer an answer with a status below 300
   * @return the output, and the request id if the body has one
   * @throws io.boto4j.error.ResponseParseException if the answer does not fit the model
   */
  ServiceOutput parseOutput(OperationModel operation, WireResponse response);

  /**
   * Turns a good answer with a stream of events into the operation's output, which goes on reading
   * the answer as it is iterated.
   *
   * @param operation the operation, which has an event output
   * @param answer an open answer with a status below 300
   * @param metadata how the answer came, for the errors that are among the events
   * @return the output
   * @throws io.boto4j.error.ResponseParseException if the answer does not fit the model
   * @throws io.boto4j.error.ServiceException if the first event is an error where output should be
   */
  default ServiceOutput parseEvents(
      OperationModel operation, WireResponse response, ResponseMetadata metadata) {
    throw Errors.unsupportedProtocol(
        "The operation "
            + operation.name()
            + " returns an event stream, which its protocol does not support");
  }

  /**
   * Turns a bad answer into an error. Never fails: an answer that makes no sense gives an error
   * that says its status.
   *
   * @param operation the operation
   * @param answer an answer with a status from 300 on
   * @return the error
   */
  ServiceError parseError(OperationModel operation, WireResponse response);

  /**
   * A request as the protocol makes it: no host, no signature.
   *
   * @param method the HTTP method
   * @param target path and query, percent-encoded
   * @param headers the protocol's headers
   * @param body the bytes
   */
  record WireRequest(String method, String target, Headers headers, io.boto4j.http.HttpBody body) {}

  /** An answer: read to its end, or with its body still open. */
  final class WireResponse {
    private static final byte[] UNREAD = {};

    private final int statusCode;
    private final Headers headers;
    private final byte[] body;
    private final @Nullable InputStream open;

    /**
     * Makes an answer that was read to its end.
     *
     * @param statusCode the HTTP status
     * @param headers the headers
     * @param body all of the body, not copied
     */
    public WireResponse(int statusCode, Headers headers, byte[] body) {
      this(statusCode, headers, body, null);
    }

    private WireResponse(int statusCode, Headers headers, byte[] body, @Nullable InputStream open) {
      this.statusCode = statusCode;
      this.headers = headers;
      this.body = body;
      this.open = open;
    }

    /**
     * Makes an answer whose body is still to be read, and closed.
     *
     * @param statusCode the HTTP status
     * @param headers the headers
     * @param body the open body
     * @return the answer
     */
    public static WireResponse open(int statusCode, Headers headers, InputStream body) {
      return new WireResponse(statusCode, headers, UNREAD, body);
    }

    /**
     * The HTTP status.
     *
     * @return 100 to 999
     */
    public int statusCode() {
      return statusCode;
    }

    /**
     * The headers.
     *
     * @return the headers
     */
    public Headers headers() {
      return headers;
    }

    /**
     * The body, read.
     *
     * @return the bytes, not a copy; none if the body is open
     */
    public byte[] body() {
      return body;
    }

    /**
     * The body, to be read.
     *
     * @return the open body, or the bytes as a stream
     */
    public InputStream stream() {
      return open == null ? new ByteArrayInputStream(body) : open;
    }

    /**
     * This answer with another head. The body is shared, not copied.
     *
     * @param statusCode the HTTP status
     * @param headers the headers
     * @return the answer
     */
    public WireResponse with(int statusCode, Headers headers) {
      return new WireResponse(statusCode, headers, body, open);
    }

    /**
     * How many bytes the answer announces its body to have.
     *
     * @return the count, or −1 if it is known only when the body ends
     */
    public long contentLength() {
      // RFC 9112, section 6.3: a transfer coding overrides the length.
      String length =
          headers.contains("Transfer-Encoding") ? null : headers.first("Content-Length");
      try {
        return length == null ? -1 : Long.parseLong(length.strip());
      } catch (NumberFormatException e) {
        return -1;
      }
    }

    /** Closes the body if it is open. */
    public void close() {
      try {
        if (open != null) {
          open.close();
        }
      } catch (IOException e) {
        // Nobody wants the rest of it.
      }
    }
  }

  /**
   * What a service answered.
   *
   * @param members the operation's output
   * @param requestId the request id if the protocol has it in the body, else null: then it is in
   *     the headers
   */
  record ServiceOutput(Structure members, @Nullable String requestId) {}

  /**
   * An error a service answered with.
   *
   * @param code the code, as {@code ResourceNotFoundException}
   * @param message what the service says, may be empty
   * @param response {@code Error}, and the members the model gives this error
   * @param requestId the request id if the protocol has it in the body, else null
   */
  record ServiceError(
      String code, String message, Structure response, @Nullable String requestId) {}
}
