package io.boto4j;

import io.boto4j.http.Headers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Metadata about a response: boto3's {@code ResponseMetadata}. Immutable.
 *
 * @param requestId the request id, to be quoted to AWS support; null if the response has none
 * @param statusCode the HTTP status
 * @param headers the HTTP headers
 * @param attempts the attempts of the call, in order; the last one received this response
 * @param checksumAlgorithm the checksum with which the body is verified, such as {@code crc64nvme},
 *     or null if it is not; a streaming body is verified when its end is read
 */
public record ResponseMetadata(
    @Nullable String requestId,
    int statusCode,
    Headers headers,
    List<Attempt> attempts,
    @Nullable String checksumAlgorithm) {
  /**
   * Creates metadata.
   *
   * @param requestId the request id, or null
   * @param statusCode the HTTP status
   * @param headers the HTTP headers
   * @param attempts the attempts of the call, copied
   * @param checksumAlgorithm the checksum with which the body is verified, or null
   */
  public ResponseMetadata {
    Objects.requireNonNull(headers, "headers");
    attempts = List.copyOf(attempts);
  }

  /**
   * Returns the number of retries: boto3's {@code RetryAttempts}.
   *
   * @return 0 if the first attempt received the response
   */
  public int retryAttempts() {
    return Math.max(0, attempts.size() - 1);
  }

  /**
   * Returns S3's extended request id, to be quoted to AWS support with the request id: boto3's
   * {@code HostId}.
   *
   * @return the header {@code x-amz-id-2}, or null if the response has none
   */
  public @Nullable String hostId() {
    return headers.first("x-amz-id-2");
  }
}
