package io.boto4j;

import io.boto4j.http.Headers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came.
 *
 * @param requestId the id to quote to AWS support, or null if the answer had none
 * @param statusCode the HTTP status
 * @param headers the HTTP headers
 * @param attempts what was tried, in order; the last brought the answer
 * @param checksumAlgorithm what the answer is checked with, as {@code crc64nvme}, or null if it is
 *     not; a body that streams is checked where it ends
 */
public record ResponseMetadata(
    @Nullable String requestId,
    int statusCode,
    Headers headers,
    List<Attempt> attempts,
    @Nullable String checksumAlgorithm) {
  /**
   * Makes metadata.
   *
   * @param requestId the request id, or null
   * @param statusCode the HTTP status
   * @param headers the HTTP headers
   * @param attempts what was tried, copied
   * @param checksumAlgorithm what the answer is checked with, or null
   */
  public ResponseMetadata {
    Objects.requireNonNull(headers, "headers");
    attempts = List.copyOf(attempts);
  }

  /**
   * How often the call was tried again: boto3's {@code RetryAttempts}.
   *
   * @return 0 if the first attempt brought the answer
   */
  public int retryAttempts() {
    return Math.max(0, attempts.size() - 1);
  }

  /**
   * The second id that S3 and its kin give, to be quoted to AWS support with the first.
   *
   * @return the header {@code x-amz-id-2}, or null if the answer had none
   */
  public @Nullable String hostId() {
    return headers.first("x-amz-id-2");
  }
}
