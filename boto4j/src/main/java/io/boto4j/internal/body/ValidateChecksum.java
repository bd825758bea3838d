package io.boto4j.internal.body;

import io.boto4j.http.Headers;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.input.FillDefaults;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: validates a good response against the checksum in its headers, if the request asked for one
 * and the checksum covers exactly the bytes of the response. A stream is validated while it is
 * read.
 */
public final class ValidateChecksum {
  private static final String TYPE = Checksum.HEADER_PREFIX + "type";
  private static final String WHOLE_OBJECT = "FULL_OBJECT";
  private static final int PARTIAL_CONTENT = 206;
  private static final String FROM_START = "bytes 0-";

  private ValidateChecksum() {}

  /**
   * Validates a response.
   *
   * @param operation the operation
   * @param input its input
   * @param response the response
   * @param streams whether its body is still open
   * @return the response, with the name of the algorithm if it has a checksum
   * @throws io.boto4j.error.FlexibleChecksumException if the body was read and does not match
   */
  public static WireResponse of(
      OperationModel operation, Map<String, ?> input, WireResponse response, boolean streams) {
    String mode = FillDefaults.modeMember(operation);
    if (mode == null || !input.containsKey(mode) || response.statusCode() >= 300) {
      return response;
    }
    String algorithm = coversBody(response) ? algorithm(operation, response.headers()) : null;
    Checksum checksum = algorithm == null ? null : Checksum.of(algorithm);
    String expected = response.headers().first(Checksum.HEADER_PREFIX + algorithm);
    if (algorithm == null || checksum == null || expected == null) {
      return response;
    }
    if (!streams) {
      checksum.update(response.body(), 0, response.body().length);
      checksum.require(expected);
      return response.validatedWith(algorithm);
    }
    InputStream body =
        new ChecksumStream(response.stream(), response.contentLength(), checksum, expected);
    return WireResponse.open(response.statusCode(), response.headers(), body)
        .validatedWith(algorithm);
  }

  /**
   * Whether a checksum in the headers is that of the body. A composite one is made of the checksums
   * of an object's parts, even where it lacks the number of parts that usually marks it. One of a
   * whole object cannot be compared with a range of it, and some stores send it with every range.
   */
  private static boolean coversBody(WireResponse response) {
    String type = response.headers().first(TYPE);
    if (type != null && !type.equalsIgnoreCase(WHOLE_OBJECT)) {
      return false;
    }
    String range = response.headers().first("Content-Range");
    return range == null ? response.statusCode() != PARTIAL_CONTENT : isWhole(range);
  }

  /** Whether a range such as {@code bytes 0-4/5} is the whole object (RFC 9110, section 14.4). */
  private static boolean isWhole(String range) {
    int slash = range.indexOf('/');
    if (slash < 0 || !range.regionMatches(true, 0, FROM_START, 0, FROM_START.length())) {
      return false;
    }
    try {
      long last = Long.parseLong(range, FROM_START.length(), slash, 10);
      return last >= 0 && last + 1 == Long.parseLong(range, slash + 1, range.length(), 10);
    } catch (NumberFormatException e) {
      // A total of "*" is unknown, and any other text is invalid.
      return false;
    }
  }

  /** Returns the first algorithm that response and operation both have, in botocore's order. */
  private static @Nullable String algorithm(OperationModel operation, Headers headers) {
    Object modelled = operation.traits().map(ChecksumRequest.TRAIT).get("responseAlgorithms");
    for (String name : Checksum.NAMES) {
      String value = headers.first(Checksum.HEADER_PREFIX + name);
      // With a hyphen and a number it is a checksum of the checksums of the parts of an object.
      if (value != null
          && value.indexOf('-') < 0
          && modelled instanceof Collection<?> algorithms
          && algorithms.contains(name.toUpperCase(Locale.ROOT))) {
        return name;
      }
    }
    return null;
  }
}
