package io.boto4j.internal.call;

import io.boto4j.Attempt;
import io.boto4j.CallOptions;
import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.RequestLimits;
import io.boto4j.model.OperationModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: what was asked, and what was tried. Lives as long as the call, through all
 * attempts and endpoints. Used by one thread.
 */
final class CallState {
  private final OperationModel operation;
  private final Map<String, ?> parameters;
  private final @Nullable CallOptions options;
  private final int maxAttempts;
  private final long totalTimeoutMillis;

  /** As {@link System#nanoTime()} tells time; 0 for none. */
  private final long deadlineNanos;

  private @Nullable String invocationId;

  /** What was tried before the present attempt. */
  private List<Attempt> past = List.of();

  private int number;
  private boolean sent;
  private Instant startedAt = Instant.EPOCH;
  private long startNanos;
  private long endNanos;
  private String endpoint = "";
  private int statusCode;
  private @Nullable Boolean connectionReused;

  private @Nullable String ttl;
  private int quotaCost;
  private boolean clockCorrected;
  private Clock signingClock;
  private @Nullable CallHooks hooks;
  private @Nullable Credentials signingKeys;

  /**
   * Makes the state of a call that begins.
   *
   * @param operation the operation
   * @param parameters what the user passed
   * @param options what the call has otherwise than its client, or null for nothing
   * @param parts what the client has
   * @param clock what is signed by
   */
  CallState(
      OperationModel operation,
      Map<String, ?> parameters,
      @Nullable CallOptions options,
      RetryParts parts,
      Clock clock) {
    this.signingClock = clock;
    this.operation = operation;
    this.parameters = parameters;
    this.options = options;
    Duration total = options == null ? null : options.totalTimeout();
    this.maxAttempts =
        options == null || options.maxAttempts() == 0 ? parts.maxAttempts() : options.maxAttempts();
    this.totalTimeoutMillis = total == null ? parts.totalTimeoutMillis() : total.toMillis();
    // 0 stands for no deadline, and a clock that may begin anywhere may show it.
    this.deadlineNanos =
        totalTimeoutMillis == 0 ? 0 : System.nanoTime() + totalTimeoutMillis * 1_000_000 | 1;
  }

  /** The call's interceptors; null if it has none. */
  @Nullable CallHooks hooks() {
    return hooks;
  }

  void hooks(@Nullable CallHooks hooks) {
    this.hooks = hooks;
  }

  OperationModel operation() {
    return operation;
  }

  Map<String, ?> parameters() {
    return parameters;
  }

  int maxAttempts() {
    return maxAttempts;
  }

  long totalTimeoutMillis() {
    return totalTimeoutMillis;
  }

  /** Whether a time from now would be after the call's deadline. */
  boolean isTooLate(Duration from) {
    return deadlineNanos != 0 && deadlineNanos - System.nanoTime() <= from.toNanos();
  }

  /** How long an answer is waited for. */
  long readTimeoutMillis(long ofClient) {
    Duration own = options == null ? null : options.readTimeout();
    return own == null ? ofClient : own.toMillis();
  }

  /** The request with the headers that the call's options have. */
  HttpRequest withOwnHeaders(HttpRequest request) {
    HttpRequest changed = request;
    for (int i = 0; options != null && i < options.headers().size(); i++) {
      changed = changed.withHeader(options.headers().nameAt(i), options.headers().valueAt(i));
    }
    return changed;
  }

  /** Whether the call has been named. */
  boolean isNamed() {
    return invocationId != null;
  }

  void name(String id) {
    invocationId = id;
  }

  /** By which the present attempt was signed. */
  Clock signingClock() {
    return signingClock;
  }

  /** The client's own credentials if the present attempt is signed with them, or null. */
  @Nullable Credentials signingKeys() {
    return signingKeys;
  }

  void signingKeys(Credentials keys) {
    signingKeys = keys;
  }

  boolean clockCorrected() {
    return clockCorrected;
  }

  void correctClock() {
    clockCorrected = true;
  }

  /** 1 for the first attempt. */
  int number() {
    return number;
  }

  /** Whether the present attempt came as far as the transport. */
  boolean sent() {
    return sent;
  }

  /** The status that the present attempt was answered with, 0 if it was not. */
  int statusCode() {
    return statusCode;
  }

  int quotaCost() {
    return quotaCost;
  }

  void quotaCost(int cost) {
    quotaCost = cost;
  }

  /** What the service shall know of the deadline of the next attempt, once it is known. */
  void ttl(String ttl) {
    this.ttl = ttl;
  }

  /** Begins an attempt. */
  void begin(Clock clock) {
    number++;
    signingClock = clock;
    signingKeys = null;
    sent = false;
    statusCode = 0;
    connectionReused = null;
  }

  /** Not signed, as in botocore: who retries a request for us may change them. */
  HttpRequest describe(HttpRequest signed, String userAgent) {
    String attempt = "attempt=" + number + "; max=" + maxAttempts;
    Headers headers =
        signed.headers().toBuilder()
            .add("User-Agent", userAgent)
            .add("amz-sdk-invocation-id", Objects.requireNonNull(invocationId))
            .add("amz-sdk-request", ttl == null ? attempt : "ttl=" + ttl + "; " + attempt)
            .build();
    return signed.withHeaders(headers).withLimits(limits(signed.limits()));
  }

  /**
   * The limits of an attempt: an interceptor's own timeouts win over the call's, and of two
   * deadlines the earlier one holds.
   */
  private @Nullable RequestLimits limits(@Nullable RequestLimits set) {
    RequestLimits ofCall = limits();
    return set == null || ofCall == null ? (set == null ? ofCall : set) : set.within(ofCall);
  }

  private @Nullable RequestLimits limits() {
    if (options == null) {
      return deadlineNanos == 0 ? null : RequestLimits.until(deadlineNanos);
    }
    return new RequestLimits(
        millis(options.connectTimeout()), millis(options.readTimeout()), deadlineNanos);
  }

  private static int millis(@Nullable Duration timeout) {
    return timeout == null ? 0 : (int) timeout.toMillis();
  }

  /** The request goes to the transport. */
  void send(Instant now, HttpRequest request) {
    sent = true;
    startedAt = now;
    startNanos = System.nanoTime();
    endNanos = startNanos;
    endpoint = request.uri().getRawAuthority();
  }

  /** The head of the answer is here. */
  void head(int status, @Nullable Boolean reused) {
    endNanos = System.nanoTime();
    statusCode = status;
    connectionReused = reused;
  }

  /** Ends the call with a good answer. */
  List<Attempt> succeeded() {
    sent = false;
    Attempt last = attempt(null, null, Duration.ZERO, -1);
    if (past.isEmpty()) {
      past = List.of(last);
    } else {
      past.add(last);
    }
    return past;
  }

  /** Ends an attempt that failed. */
  void failed(String error, Attempt.Decision decision, Duration delay, int quotaLeft) {
    if (statusCode == 0) {
      endNanos = System.nanoTime();
    }
    sent = false;
    if (past.isEmpty()) {
      past = new ArrayList<>(4);
    }
    past.add(attempt(error, decision, delay, quotaLeft));
  }

  /** What was tried so far. */
  List<Attempt> attempts() {
    return past;
  }

  private Attempt attempt(
      @Nullable String error, Attempt.@Nullable Decision decision, Duration delay, int quotaLeft) {
    return new Attempt(
        number,
        startedAt,
        Duration.ofNanos(endNanos - startNanos),
        endpoint,
        connectionReused,
        statusCode,
        error,
        decision,
        delay,
        quotaLeft);
  }

  /** What was decided after the last attempt turned out otherwise: the call goes on elsewhere. */
  void goOn(Attempt.Decision decision) {
    int last = past.size() - 1;
    past.set(last, past.get(last).with(decision));
  }
}
