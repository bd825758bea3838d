package io.boto4j.micrometer;

import io.boto4j.Attempt;
import io.boto4j.Attempt.Decision;
import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An interceptor that makes an observation of each call, which the handlers of the registry turn
 * into spans, timers or both.
 *
 * <pre>{@code
 * Session session =
 *     Session.builder().interceptor(ObservationInterceptor.create(observationRegistry)).build();
 * }</pre>
 *
 * <p>The parent of an observation is the current one of the calling thread, also for {@code
 * callAsync}. The observation has a scope on the thread that makes the call, and stops when the
 * call returns, even if the body of the response is a stream that has not been read. Parameters and
 * messages of errors are not among its keys; handlers see the exception itself. Safe for use by
 * multiple threads.
 */
public final class ObservationInterceptor implements Interceptor {
  private static final CallObservationConvention DEFAULT = new DefaultCallObservationConvention();

  private final ObservationRegistry registry;
  private final @Nullable CallObservationConvention convention;

  /** The attribute of a call that has its observation: each interceptor has its own. */
  private final String key = "io.boto4j.micrometer." + System.identityHashCode(this);

  private ObservationInterceptor(
      ObservationRegistry registry, @Nullable CallObservationConvention convention) {
    this.registry = Objects.requireNonNull(registry, "registry");
    this.convention = convention;
  }

  /**
   * Creates an interceptor with the default convention, or the one of the registry's configuration.
   *
   * @param registry the registry
   * @return a new interceptor
   */
  public static ObservationInterceptor create(ObservationRegistry registry) {
    return new ObservationInterceptor(registry, null);
  }

  /**
   * Creates an interceptor with a convention of its own.
   *
   * @param registry the registry
   * @param convention the names and keys
   * @return a new interceptor
   */
  public static ObservationInterceptor create(
      ObservationRegistry registry, CallObservationConvention convention) {
    return new ObservationInterceptor(registry, Objects.requireNonNull(convention, "convention"));
  }

  /** An observation under way. */
  private record Open(
      Observation observation, CallObservationContext context, Observation.Scope scope) {}

  private @Nullable Open openOf(CallContext call) {
    return (Open) call.attributes().get(key);
  }

  /** The scope is closed by {@link #callEnded}, which every call that is sent reaches. */
  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    if (!call.isSent() || registry.isNoop() || openOf(call) != null) {
      return parameters;
    }
    CallObservationContext context = new CallObservationContext(call);
    Observation observation =
        CallObservationDocumentation.CALL.start(convention, DEFAULT, () -> context, registry);
    call.attributes().put(key, new Open(observation, context, observation.openScope()));
    return parameters;
  }

  @Override
  public void attemptEnded(CallContext call, Attempt attempt) {
    Open open = openOf(call);
    if (open == null || !open.context.attemptEnded(attempt)) {
      return;
    }
    Decision decision = attempt.decision();
    if (decision == Decision.RETRIED || decision == Decision.CLOCK_CORRECTED) {
      open.observation.event(CallObservationDocumentation.Events.RETRY);
    }
  }

  @Override
  public Response afterCall(CallContext call, Response response) {
    Open open = openOf(call);
    if (open != null) {
      open.context.setResponse(response);
    }
    return response;
  }

  @Override
  public void callEnded(CallContext call, @Nullable Throwable failure) {
    Open open = (Open) call.attributes().remove(key);
    if (open == null) {
      return;
    }
    open.scope.close();
    if (failure != null) {
      open.observation.error(failure);
    }
    open.observation.stop();
  }

  @Override
  public Runnable asyncTask(Runnable task) {
    Observation current = registry.getCurrentObservation();
    return current == null ? task : () -> current.scoped(task);
  }
}
