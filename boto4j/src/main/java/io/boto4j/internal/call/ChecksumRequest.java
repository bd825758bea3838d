package io.boto4j.internal.call;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.checksum.AwsChunkedBody;
import io.boto4j.internal.checksum.Checksum;
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
 * Step: adds a checksum of the body where the operation takes one, by botocore's rules: the
 * algorithm the user names, else CRC32 where a checksum is required, or supported and wanted; none
 * where the user has set one himself.
 *
 * <p>A body that streams over TLS has it in a trailer, and is read once. Any other is read first,
 * and has it in a header; without TLS the body is signed too.
 */
final class ChecksumRequest {
  /** What the model marks its operations with; constants, so other operations load no class. */
  static final String TRAIT = "httpChecksum";

  static final String REQUIRED_TRAIT = "httpChecksumRequired";

  private static final String DEFAULT_ALGORITHM = "CRC32";

  private ChecksumRequest() {}

  /**
   * The request with a checksum, or as it was.
   *
   * @param whenSupported whether a checksum is wanted that is not required
   * @throws FlexibleChecksumException if the user names an algorithm that is not known
   * @throws RequestBodyException if the body cannot be read, or has a length that is not known and
   *     too long to find out
   */
  static HttpRequest of(
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
    HttpRequest summed =
        trailer ? inTrailer(request, algorithm) : inHeader(request, algorithm, checksum);
    String announcing = named == null ? headerOf(operation.input(), member) : null;
    return announcing == null ? summed : summed.withHeader(announcing, DEFAULT_ALGORITHM);
  }

  /** By botocore's pattern, which takes x-amz-checksum-type for one too. */
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
      throw new RequestBodyException(
          SendRequest.address(request), "it cannot be read for a checksum: " + e.getMessage(), e);
    }
    return kept.withHeader(Checksum.HEADER_PREFIX + algorithm, checksum.base64());
  }

  /** The length must be known, as S3 wants it beforehand: from the body, or from the user. */
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
        .set(SignRequest.CONTENT_SHA256, SigV4Signer.STREAMING_UNSIGNED_PAYLOAD_TRAILER);
    return measured
        .withHeaders(headers.build())
        .withBody(new AwsChunkedBody(measured.body(), length, algorithm));
  }

  private static long announced(Headers headers) {
    String length = headers.first("Content-Length");
    return length == null ? -1 : Long.parseLong(length);
  }
}
