package io.boto4j;

import io.boto4j.http.Headers;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one call has otherwise than its client. Immutable.
 *
 * <pre>{@code
 * dynamodb.call("GetItem", params, o -> o.totalTimeout(Duration.ofMillis(300)).maxAttempts(2));
 * }</pre>
 */
public final class CallOptions {
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  /** What frames the message, or what boto4j signs or says itself. */
  private static final Set<String> OWNED =
      Set.of(
          "accept-encoding",
          "amz-sdk-invocation-id",
          "amz-sdk-request",
          "authorization",
          "connection",
          "content-encoding",
          "content-length",
          "date",
          "expect",
          "host",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "user-agent",
          "x-amz-content-sha256",
          "x-amz-date",
          "x-amz-decoded-content-length",
          "x-amz-region-set",
          "x-amz-s3session-token",
          "x-amz-security-token",
          "x-amz-trailer");

  private final @Nullable Duration connectTimeout;
  private final @Nullable Duration readTimeout;
  private final @Nullable Duration totalTimeout;
  private final int maxAttempts;
  private final Headers headers;

  private CallOptions(Builder set) {
    this.connectTimeout = set.connectTimeout;
    this.readTimeout = set.readTimeout;
    this.totalTimeout = set.totalTimeout;
    this.maxAttempts = set.maxAttempts;
    this.headers = set.headers.build();
  }

  /**
   * Begins options with nothing set.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How long reaching the server may take.
   *
   * @return the time, or null for the client's
   */
  public @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * How long each wait for more of the answer may take.
   *
   * @return the time, or null for the client's
   */
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  /**
   * How long the call may take with all its attempts.
   *
   * @return the time, or null for the client's
   */
  public @Nullable Duration totalTimeout() {
    return totalTimeout;
  }

  /**
   * How many attempts the call has.
   *
   * @return the attempts in all, or 0 for the client's
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * Headers of the request beside those that it has anyway.
   *
   * @return the headers
   */
  public Headers headers() {
    return headers;
  }

  static Duration checked(String option, Duration timeout) {
    if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(option + " is not within 1 ms to 24 days: " + timeout);
    }
    return timeout;
  }

  /** Collects options. Used by one thread. */
  public static final class Builder {
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;
    private @Nullable Duration totalTimeout;
    private int maxAttempts;
    private final Headers.Builder headers = Headers.builder();

    private Builder() {}

    /**
     * Sets how long reaching the server may take, at each attempt.
     *
     * @param timeout 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = checked("connectTimeout", timeout);
      return this;
    }

    /**
     * Sets how long each wait for more of an answer may take.
     *
     * @param timeout 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder readTimeout(Duration timeout) {
      this.readTimeout = checked("readTimeout", timeout);
      return this;
    }

    /**
     * Sets how long the call may take in all, attempts and the delays between them; where the body
     * of the answer is a stream, to its last byte.
     *
     * @param timeout 1 ms to 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is out of range
     */
    public Builder totalTimeout(Duration timeout) {
      this.totalTimeout = checked("totalTimeout", timeout);
      return this;
    }

    /**
     * Sets how many attempts the call has.
     *
     * @param total the first attempt counts too, so that 1 means no retries
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder maxAttempts(int total) {
      if (total < 1) {
        throw new IllegalArgumentException("maxAttempts is less than 1: " + total);
      }
      this.maxAttempts = total;
      return this;
    }

    /**
     * Sets a header of the request. It is signed as others are.
     *
     * @param name the header; instead of the one that the operation may have of that name
     * @param value its value
     * @return this builder
     * @throws IllegalArgumentException if the name is none, or belongs to the signature, to the
     *     framing of the message or to boto4j; or the value holds CR, LF or NUL
     */
    public Builder header(String name, String value) {
      String lower = Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT);
      if (OWNED.contains(lower) || lower.startsWith("x-amz-checksum-")) {
        throw new IllegalArgumentException(
            "The header " + name + " is set by boto4j alone: it signs or frames the request");
      }
      headers.set(name, Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * The options collected.
     *
     * @return the options
     */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
