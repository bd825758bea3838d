package io.boto4j.internal.body;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.checksum.AwsChunkedBody;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: adds a checksum of the body where the operation supports one, by botocore's rules: with the
 * algorithm the user names, else with CRC32 where a checksum is required, or configured; none where
 * the user has set one.
 *
 * <p>A stream over TLS is read once, and its checksum follows in a trailer. Any other body is read
 * first, and has its checksum in a header; without TLS the body is signed too.
 */
public final class ChecksumRequest {
  /**
   * The trait of operations that support checksums. A compile-time constant, so that other
   * operations do not load this class.
   */
  public static final String TRAIT = "httpChecksum";

  /** The trait of operations that require a checksum. */
  public static final String REQUIRED_TRAIT = "httpChecksumRequired";

  private static final String DEFAULT_ALGORITHM = "CRC32";

  private ChecksumRequest() {}

  /**
   * Adds a checksum if the operation needs one.
   *
   * @param operation the operation
   * @param input its input, which may name an algorithm
   * @param request its request
   * @param whenSupported whether to add a checksum that is supported, but not required
   * @return the request with a checksum, or as it was
   * @throws FlexibleChecksumException if the user names an unknown algorithm
   * @throws RequestBodyException if the body cannot be read, or is a stream of unknown length that
   *     is too long to be kept
   */
  public static HttpRequest of(
      OperationModel operation, Map<String, ?> input, HttpRequest request, boolean whenSupported) {
    if (hasChecksum(request.headers())) {
      return request;
    }
    Map<String, Object> trait = operation.traits().map(TRAIT);
    String member = trait.get("requestAlgorithmMember") instanceof String name ? name : null;
    String named = member == null ? null : InputValues.text(input.get(member));
    boolean required =
        operation.traits().flag(REQUIRED_TRAIT)
            || Boolean.TRUE.equals(trait.get("requestChecksumRequired"));
    if (named == null && !required && (member == null || !whenSupported)) {
      return request;
    }
    String algorithm = (named == null ? DEFAULT_ALGORITHM : named).toLowerCase(Locale.ROOT);
    Checksum checksum = Checksum.of(algorithm);
    if (checksum == null) {
      throw new FlexibleChecksumException(
          "Unsupported checksum algorithm: " + Printable.of(algorithm));
    }
    boolean trailer = StreamingInput.is(operation) && "https".equals(request.uri().getScheme());
    HttpRequest withChecksum =
        trailer ? inTrailer(request, algorithm) : inHeader(request, algorithm, checksum);
    String announcing = named == null ? headerOf(operation.input(), member) : null;
    return announcing == null
        ? withChecksum
        : withChecksum.withHeader(announcing, DEFAULT_ALGORITHM);
  }

  /** Whether there is a checksum by botocore's pattern, which includes x-amz-checksum-type. */
  private static boolean hasChecksum(Headers headers) {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      int prefix = Checksum.HEADER_PREFIX.length();
      if (name.regionMatches(true, 0, Checksum.HEADER_PREFIX, 0, prefix)
          && name.indexOf('-', prefix) < 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String headerOf(@Nullable StructureShape shape, @Nullable String name) {
    Member member = shape == null || name == null ? null : shape.member(name);
    return member == null ? null : member.traits().text("locationName");
  }

  private static HttpRequest inHeader(HttpRequest request, String algorithm, Checksum checksum) {
    HttpRequest kept = request.body().replayable() ? request : KeepStream.of(request);
    try {
      checksum.update(kept.body());
    } catch (IOException e) {
      throw Errors.requestBody(request, "it cannot be read for a checksum: " + e.getMessage(), e);
    }
    return kept.withHeader(Checksum.HEADER_PREFIX + algorithm, checksum.base64());
  }

  /** S3 requires the length of the body beforehand: it comes from the body, or from the user. */
  private static HttpRequest inTrailer(HttpRequest request, String algorithm) {
    HttpRequest measured = request;
    long length = request.body().contentLength();
    if (length < 0) {
      length = announced(request.headers());
    }
    if (length < 0) {
      measured = KeepStream.of(request);
      length = measured.body().contentLength();
    }
    Headers.Builder headers = measured.headers().toBuilder().remove("Content-Length");
    ContentEncoding.append(headers, measured.headers(), "aws-chunked");
    headers
        .set("X-Amz-Trailer", Checksum.HEADER_PREFIX + algorithm)
        .set("X-Amz-Decoded-Content-Length", Long.toString(length))
        .set(SigV4Signer.CONTENT_SHA256, SigV4Signer.STREAMING_UNSIGNED_PAYLOAD_TRAILER);
    return measured
        .withHeaders(headers.build())
        .withBody(new AwsChunkedBody(measured.body(), length, algorithm));
  }

  private static long announced(Headers headers) {
    String length = headers.first("Content-Length");
    return length == null ? -1 : Long.parseLong(length);
  }
}
