package io.boto4j.internal.call;

import io.boto4j.http.Headers;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: holds a good answer against the checksum that came with it, where one was asked for; a body
 * that streams is checked as it is read.
 */
final class ValidateChecksum {
  private ValidateChecksum() {}

  /**
   * The answer, checked, or about to be.
   *
   * @param streams whether its body is still open
   * @throws io.boto4j.error.FlexibleChecksumException if it was read and is not what was sent
   */
  static SendRequest.Answer of(
      OperationModel operation, Map<String, ?> input, SendRequest.Answer answer, boolean streams) {
    WireResponse response = answer.response();
    String mode = FillDefaults.modeMember(operation);
    if (mode == null || !input.containsKey(mode) || response.statusCode() >= 300) {
      return answer;
    }
    String algorithm = algorithm(operation, response.headers());
    Checksum checksum = algorithm == null ? null : Checksum.of(algorithm);
    String expected = response.headers().first(Checksum.HEADER_PREFIX + algorithm);
    if (algorithm == null || checksum == null || expected == null) {
      return answer;
    }
    if (!streams) {
      checksum.update(response.body(), 0, response.body().length);
      checksum.require(expected);
      return new SendRequest.Answer(response, algorithm);
    }
    InputStream body =
        new ChecksumStream(response.stream(), response.contentLength(), checksum, expected);
    return new SendRequest.Answer(
        WireResponse.open(response.statusCode(), response.headers(), body), algorithm);
  }

  /** The first that the answer has and the operation may have, in botocore's order. */
  private static @Nullable String algorithm(OperationModel operation, Headers headers) {
    Object modelled = operation.traits().map(ChecksumRequest.TRAIT).get("responseAlgorithms");
    for (String name : Checksum.NAMES) {
      String value = headers.first(Checksum.HEADER_PREFIX + name);
      // With a hyphen and a number it is a checksum of the checksums of an object's parts.
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
