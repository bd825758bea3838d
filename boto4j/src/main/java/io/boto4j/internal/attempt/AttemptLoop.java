package io.boto4j.internal.attempt;

import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.body.ChecksumRequest;
import io.boto4j.internal.body.ValidateChecksum;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.protocol.Protocol;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.model.OperationModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes attempts at a call until one succeeds, or no further one is due. Each attempt signs, sends
 * and parses: reading {@link #attempt} is reading that part of the architecture.
 *
 * <p>A call may come here again with another endpoint; its state keeps the transcript. Classes that
 * only a failure needs are loaded at the first failure. Thread-safe.
 */
public final class AttemptLoop {
  private final RetryParts retryParts;
  private final CallParts parts;
  private final Protocol protocol;
  private final SignRequest signRequest;
  private final AttemptHeaders headers;
  private final boolean usesAccountId;
  private final SendRequest sendRequest;
  private final ParseResponse parseResponse;

  /**
   * Created on first use, and only once: it has the retry quota, and the clock that was corrected.
   * Adaptive mode, which measures the first request already, has it from the start.
   */
  private volatile @Nullable Retries retries;

  /**
   * Creates the loop of one client.
   *
   * @param parts the parts of the client
   * @param client the client for customizations
   * @param usesAccountId whether the account id of the credentials becomes part of endpoints
   */
  public AttemptLoop(CallParts parts, CustomizationClient client, boolean usesAccountId) {
    this.parts = parts;
    this.retryParts = parts.retries();
    this.protocol = parts.protocol();
    this.signRequest = new SignRequest(parts, client);
    this.headers = parts.headers();
    this.usesAccountId = usesAccountId;
    this.sendRequest = new SendRequest(parts.transport(), parts.clock());
    this.parseResponse = new ParseResponse(parts);
    this.retries = retryParts.mode().equals("adaptive") ? new Retries(parts) : null;
  }

  /**
   * Returns the step that signs requests.
   *
   * @return the step
   */
  public SignRequest signRequest() {
    return signRequest;
  }

  /**
   * Returns the clock that signatures are made by now. An error of another call may correct it.
   *
   * @return the clock
   */
  public Clock signingClock() {
    Retries learned = retries;
    return learned == null ? parts.clock() : learned.signingClock();
  }

  /**
   * Begins a call.
   *
   * @param call the call
   * @return its state, without attempts
   */
  public CallState begin(Call call) {
    UUID id =
        retryParts.invocationIds() == null
            ? new UUID(randomBits(), randomBits())
            : retryParts.invocationIds().get();
    return new CallState(call, id.toString());
  }

  /** Returns 64 bits. They need not be unguessable: a double alone has 53 random ones. */
  private long randomBits() {
    return (long) (retryParts.random().getAsDouble() * 0x1p53) << 11 ^ System.nanoTime();
  }

  /**
   * Makes attempts until one succeeds or no further one is due.
   *
   * @param state the state of the call, which may have attempts behind it
   * @param prepared the request
   * @return the response
   * @throws RuntimeException the failure of the last attempt
   */
  public Response send(CallState state, PreparedRequest prepared) {
    while (true) {
      Retries measuring = retries;
      if (measuring != null) {
        measuring.beforeAttempt(state);
      }
      OpenAttempt attempt = state.begin(signingClock());
      try {
        Response response = attempt(state, attempt, prepared);
        if (response != null) {
          return response;
        }
      } catch (RuntimeException e) {
        retries().afterException(state, attempt, prepared.request(), e);
      }
    }
  }

  /** Makes one attempt. Returns null if it failed and another one is due. */
  private @Nullable Response attempt(
      CallState state, OpenAttempt attempt, PreparedRequest prepared) {
    Call call = state.call();
    HttpRequest request = signed(state, attempt, prepared, /* trace= */ null);
    if (call.isTooLate(Duration.ZERO)) {
      throw retries().tooLate(state, null);
    }
    boolean streams = protocol.streams(call.operation());
    WireResponse received = sendRequest.send(call, request, attempt, streams);
    Response output = null;
    try {
      output = outcome(state, attempt, prepared, received, streams);
      return output;
    } finally {
      if (output == null) {
        received.close();
      }
    }
  }

  /** Returns the output in a response, or null if it is an error and another attempt is due. */
  private @Nullable Response outcome(
      CallState state,
      OpenAttempt attempt,
      PreparedRequest prepared,
      WireResponse fromTransport,
      boolean streams) {
    Call call = state.call();
    WireResponse received =
        validateChecksum(call.operation(), prepared.input(), fromTransport, streams);
    WireResponse response = parseResponse.corrected(call.operation(), received);
    boolean good = response.statusCode() < 300;
    RuntimeException damage = good ? parseResponse.damage(response) : null;
    if (good && damage == null) {
      Retries measuring = retries;
      if (measuring != null) {
        measuring.afterSuccess(state);
      }
      return parseResponse.output(call, received, response, state.succeeded(attempt.succeeded()));
    }
    retries()
        .afterResponse(
            state, attempt, prepared.request(), received, response, damage, parseResponse);
    return null;
  }

  /** Signs a request, and adds the headers that describe the attempt. */
  private HttpRequest signed(
      CallState state,
      OpenAttempt attempt,
      PreparedRequest prepared,
      @Nullable SigningTrace trace) {
    Call call = state.call();
    HttpRequest unsigned = call.beforeSign(prepared.request());
    Signed signed =
        signRequest.sign(
            call.operation(), unsigned, prepared.authSchemes(), attempt.signingClock(), trace);
    return headers.into(signed, state, attempt.number(), usesAccountId);
  }

  /**
   * Returns the request of the first attempt at a call, and sends nothing.
   *
   * @param call the call
   * @param prepared the request
   * @param trace receives how and why the request is signed
   * @return the request as it would be sent
   */
  public HttpRequest explain(Call call, PreparedRequest prepared, SigningTrace trace) {
    CallState state = begin(call);
    return signed(state, state.begin(signingClock()), prepared, trace);
  }

  /** Most operations have no checksum in their responses, and load no class for it. */
  private static WireResponse validateChecksum(
      OperationModel operation, Map<String, ?> input, WireResponse received, boolean streams) {
    return operation.traits().flag(ChecksumRequest.TRAIT)
        ? ValidateChecksum.of(operation, input, received, streams)
        : received;
  }

  /** Ends the calls that wait for another attempt. */
  public void close() {
    Retries created = retries;
    if (created != null) {
      created.close();
    }
  }

  /** Drops the correction of the clock, and the keys that were derived from credentials. */
  public void forget() {
    signRequest.forget();
    Retries created = retries;
    if (created != null) {
      created.forgetClock();
    }
  }

  private Retries retries() {
    Retries created = retries;
    if (created == null) {
      synchronized (this) {
        created = retries;
        if (created == null) {
          created = new Retries(parts);
          retries = created;
        }
      }
    }
    return created;
  }
}
