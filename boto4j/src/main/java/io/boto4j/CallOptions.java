package io.boto4j;

import io.boto4j.http.Headers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a single call, which override those of the client. Immutable.
 *
 * <pre>{@code
 * dynamodb.call("GetItem", params, o -> o.totalTimeout(Duration.ofMillis(300)).maxAttempts(2));
 * }</pre>
 */
public final class CallOptions {
  private static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

  /** Headers that frame the message, or that boto4j signs or sets itself. */
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
   * Returns a builder of options, with nothing set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the limit on the time to connect to the server, per attempt.
   *
   * @return the timeout, or null if the client's applies
   */
  public @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  /**
   * Returns the limit on each wait for more bytes of the response.
   *
   * @return the timeout, or null if the client's applies
   */
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  /**
   * Returns the limit on the time of the whole call, with all its attempts.
   *
   * @return the timeout, or null if the client's applies
   */
  public @Nullable Duration totalTimeout() {
    return totalTimeout;
  }

  /**
   * Returns the maximum number of attempts, including the first.
   *
   * @return the number, or 0 if the client's applies
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * Returns the headers that are added to the request.
   *
   * @return the headers, empty if none were set
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

  /** A builder of options. Not safe for use by multiple threads. */
  public static final class Builder {
    private @Nullable Duration connectTimeout;
    private @Nullable Duration readTimeout;
    private @Nullable Duration totalTimeout;
    private int maxAttempts;
    private final Headers.Builder headers = Headers.builder();

    private Builder() {}

    /**
     * Sets the limit on the time to connect to the server, per attempt.
     *
     * @param timeout 1 millisecond to 24 days
     * @return this builder
     * @throws IllegalArgumentException if {@code timeout} is out of range
     */
    public Builder connectTimeout(Duration timeout) {
      this.connectTimeout = checked("connectTimeout", timeout);
      return this;
    }

    /**
     * Sets the limit on each wait for more bytes of the response.
     *
     * @param timeout 1 millisecond to 24 days
     * @return this builder
     * @throws IllegalArgumentException if {@code timeout} is out of range
     */
    public Builder readTimeout(Duration timeout) {
      this.readTimeout = checked("readTimeout", timeout);
      return this;
    }

    /**
     * Sets the limit on the time of the whole call: all attempts and the delays between them and,
     * if the response is a stream, reading it to its last byte.
     *
     * @param timeout 1 millisecond to 24 days
     * @return this builder
     * @throws IllegalArgumentException if {@code timeout} is out of range
     */
    public Builder totalTimeout(Duration timeout) {
      this.totalTimeout = checked("totalTimeout", timeout);
      return this;
    }

    /**
     * Sets the maximum number of attempts.
     *
     * @param total the number including the first attempt, at least 1, which means no retries
     * @return this builder
     * @throws IllegalArgumentException if {@code total} is less than 1
     */
    public Builder maxAttempts(int total) {
      if (total < 1) {
        throw new IllegalArgumentException("maxAttempts is less than 1: " + total);
      }
      this.maxAttempts = total;
      return this;
    }

    /**
     * Sets a header of the request, which is signed like the others. It replaces a header of the
     * same name that the operation may have.
     *
     * @param name the header's name, in any case
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if {@code name} is not a valid header name, or is a header
     *     that boto4j sets to sign or frame the request; or if {@code value} contains CR, LF or NUL
     */
    public Builder header(String name, String value) {
      String lower = Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT);
      if (OWNED.contains(lower) || lower.startsWith("x-amz-checksum-")) {
        throw new IllegalArgumentException(
            "The header " + name + " is set by boto4j alone: it signs or frames the request");
      }
      Headers own = Headers.of(Map.of(name, Objects.requireNonNull(value, "value")));
      headers.set(name, own.requireSendable().valueAt(0));
      return this;
    }

    /**
     * Returns the options.
     *
     * @return the options
     */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
