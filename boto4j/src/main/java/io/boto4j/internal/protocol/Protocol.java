package io.boto4j.internal.protocol;

import io.boto4j.ResponseMetadata;
import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.internal.error.Errors;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wire protocol, for one service. Stateless and safe to share between threads. */
public interface Protocol {
  /**
   * Serializes the input of an operation.
   *
   * @param operation the operation
   * @param input the parameters, which fit the model
   * @return the request, without a host
   */
  WireRequest serialize(OperationModel operation, Map<String, ?> input);

  /**
   * Whether the output of an operation contains the body as a stream, so that a successful response
   * must not be read to its end.
   *
   * @param operation the operation
   * @return true if {@link #parseOutput} needs a response whose body is open
   */
  default boolean streams(OperationModel operation) {
    return operation.eventOutput() != null;
  }

  /**
   * Parses a successful response.
   *
   * @param operation the operation
   * @param response a response with a status below 300
   * @return the output, and the request id if it is in the body
   * @throws io.boto4j.error.ResponseParseException if the response does not fit the model
   */
  ServiceOutput parseOutput(OperationModel operation, WireResponse response);

  /**
   * Parses the beginning of a successful response with an event stream. The output reads the rest
   * of the response during its iteration.
   *
   * @param operation the operation, which has an event output
   * @param response a response with a status below 300 and an open body
   * @param metadata the metadata of the response, for errors among the events
   * @return the output
   * @throws io.boto4j.error.ResponseParseException if the response does not fit the model
   * @throws io.boto4j.error.ServiceException if the first event is an error
   */
  default ServiceOutput parseEvents(
      OperationModel operation, WireResponse response, ResponseMetadata metadata) {
    throw Errors.unsupportedProtocol(
        "The operation "
            + operation.name()
            + " returns an event stream, which its protocol does not support");
  }

  /**
   * Parses an error. Never fails: a response that cannot be parsed results in an error with its
   * status.
   *
   * @param operation the operation
   * @param response a response with a status of 300 or more
   * @return the error
   */
  ServiceError parseError(OperationModel operation, WireResponse response);

  /**
   * A serialized request, without a host and a signature.
   *
   * @param method the HTTP method
   * @param target the path and query, percent-encoded
   * @param headers the headers of the protocol
   * @param body the bytes
   */
  record WireRequest(String method, String target, Headers headers, io.boto4j.http.HttpBody body) {}

  /** A response, either read to its end or with its body still open. */
  final class WireResponse {
    private static final byte[] UNREAD = {};

    private final int statusCode;
    private final Headers headers;
    private final byte[] body;
    private final @Nullable InputStream open;
    private final @Nullable String checksumAlgorithm;

    /**
     * Creates a response that was read to its end.
     *
     * @param statusCode the HTTP status
     * @param headers the headers
     * @param body the complete body, not copied
     */
    public WireResponse(int statusCode, Headers headers, byte[] body) {
      this(statusCode, headers, body, null, null);
    }

    private WireResponse(
        int statusCode,
        Headers headers,
        byte[] body,
        @Nullable InputStream open,
        @Nullable String checksumAlgorithm) {
      this.statusCode = statusCode;
      this.headers = headers;
      this.body = body;
      this.open = open;
      this.checksumAlgorithm = checksumAlgorithm;
    }

    /**
     * Creates a response whose body has yet to be read and closed.
     *
     * @param statusCode the HTTP status
     * @param headers the headers
     * @param body the open body
     * @return the response
     */
    public static WireResponse open(int statusCode, Headers headers, InputStream body) {
      return new WireResponse(statusCode, headers, UNREAD, body, null);
    }

    /**
     * Returns the HTTP status.
     *
     * @return the status, from 100 to 999
     */
    public int statusCode() {
      return statusCode;
    }

    /**
     * Returns the headers.
     *
     * @return the headers
     */
    public Headers headers() {
      return headers;
    }

    /**
     * Returns the body if it was read.
     *
     * @return the bytes, not a copy; empty if the body is open
     */
    public byte[] body() {
      return body;
    }

    /**
     * Returns the body as a stream.
     *
     * @return the open body, or the bytes as a stream
     */
    public InputStream stream() {
      return open == null ? new ByteArrayInputStream(body) : open;
    }

    /**
     * Returns this response with another head. The body is shared, not copied.
     *
     * @param statusCode the HTTP status
     * @param headers the headers
     * @return the response
     */
    public WireResponse with(int statusCode, Headers headers) {
      return new WireResponse(statusCode, headers, body, open, checksumAlgorithm);
    }

    /**
     * Returns this response, marked as validated.
     *
     * @param algorithm the algorithm of the checksum that the body is validated with
     * @return the response
     */
    public WireResponse validatedWith(String algorithm) {
      return new WireResponse(statusCode, headers, body, open, algorithm);
    }

    /**
     * Returns the algorithm of the checksum that the body is validated with.
     *
     * @return the name, such as {@code crc32}, or null if the body is not validated
     */
    public @Nullable String checksumAlgorithm() {
      return checksumAlgorithm;
    }

    /**
     * Returns the length of the body that the response announces.
     *
     * @return the length in bytes, or −1 if it is known only when the body ends
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
        // The rest of the body is not needed.
      }
    }
  }

  /**
   * The output of an operation.
   *
   * @param members the members of the output
   * @param requestId the request id if it was in the body, or null if it is in the headers
   */
  record ServiceOutput(Structure members, @Nullable String requestId) {}

  /**
   * An error of a service.
   *
   * @param code the code, such as {@code ResourceNotFoundException}
   * @param message the message; may be empty
   * @param response {@code Error}, and the modelled members of the error
   * @param requestId the request id if it was in the body, or null
   * @param shapeName the name of the error's shape if the response contains it, else null
   */
  record ServiceError(
      String code,
      String message,
      Structure response,
      @Nullable String requestId,
      @Nullable String shapeName) {
    /**
     * Returns the further names of the error in a model, by which users may know it.
     *
     * @param service the model
     * @return the names, possibly with the code among them
     */
    public List<String> names(ServiceModel service) {
      List<String> names = service.errorNames(code);
      if (shapeName == null || shapeName.equals(code)) {
        return names;
      }
      List<String> all = new ArrayList<>(names);
      all.add(shapeName);
      all.addAll(service.errorNames(shapeName));
      return all;
    }
  }
}
