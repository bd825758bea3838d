package io.boto4j.micrometer;

import io.boto4j.Attempt;
import io.boto4j.CallContext;
import io.boto4j.Response;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.RequestReplySenderContext;

/**
 * The context of the observation of one call. {@link #getCarrier} returns the call, {@link
 * #getResponse} the response, if there is one, and {@link #getError} the failure.
 *
 * <p>The tracing context is not injected into the carrier: AWS ignores its headers.
 */
public final class CallObservationContext extends RequestReplySenderContext<CallContext, Response> {
  private final CallContext call;
  private int attempts;

  /**
   * Creates a context.
   *
   * @param call the call
   */
  public CallObservationContext(CallContext call) {
    super((carrier, key, value) -> {}, Kind.CLIENT);
    this.call = call;
    setCarrier(call);
    setRemoteServiceName(call.serviceId());
  }

  /**
   * Returns the call.
   *
   * @return service, operation and region of the call
   */
  public CallContext call() {
    return call;
  }

  /**
   * Returns the number of attempts that have ended so far.
   *
   * @return 0 if the request was not sent
   */
  public int attempts() {
    return attempts;
  }

  /**
   * Counts an attempt; returns false if it was counted, because the interceptor was added twice.
   */
  boolean attemptEnded(Attempt attempt) {
    boolean isNew = attempt.number() > attempts;
    attempts = Math.max(attempts, attempt.number());
    return isNew;
  }
}
