package io.boto4j.internal.hook;

import io.boto4j.Attempt;
import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.value.OpenStreams;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The interceptors that apply to one call. Calls without interceptors do not load this class. */
public final class CallHooks {
  private final CallContext context;
  private final List<Interceptor> interceptors;

  private CallHooks(CallContext context, List<Interceptor> interceptors) {
    this.context = context;
    this.interceptors = interceptors;
  }

  /**
   * Returns the interceptors that apply to a call.
   *
   * @param interceptors the interceptors of the client
   * @param service the service
   * @param operation the operation
   * @param region the region of the client
   * @param sent whether the call is sent
   * @return the hooks, or null if no interceptor applies
   */
  public static @Nullable CallHooks of(
      List<Interceptor> interceptors,
      ServiceModel service,
      OperationModel operation,
      String region,
      boolean sent) {
    List<Interceptor> applying = new ArrayList<>(interceptors.size());
    for (Interceptor each : interceptors) {
      if (each.appliesTo(service.name(), operation.name())) {
        applying.add(each);
      }
    }
    return applying.isEmpty()
        ? null
        : new CallHooks(new CallContext(service, operation, region, sent), applying);
  }

  /**
   * Applies {@link Interceptor#parameters}.
   *
   * @param parameters the parameters the user passed
   * @return the changed parameters
   */
  public Map<String, ?> parameters(Map<String, ?> parameters) {
    Map<String, ?> changed = parameters;
    for (Interceptor each : interceptors) {
      changed = given(each.parameters(context, changed), each, "parameters");
    }
    return changed;
  }

  /**
   * Applies {@link Interceptor#beforeCall}.
   *
   * @param request the request
   * @return the changed request
   */
  public HttpRequest beforeCall(HttpRequest request) {
    HttpRequest changed = request;
    for (Interceptor each : interceptors) {
      changed = given(each.beforeCall(context, changed), each, "beforeCall");
    }
    return changed;
  }

  /**
   * Asks each interceptor for a response, with {@link Interceptor#answer}.
   *
   * @param input the complete, validated input
   * @return the first response, or null if the call goes on
   */
  public @Nullable Response answer(Map<String, ?> input) {
    for (Interceptor each : interceptors) {
      Response response = each.answer(context, input);
      if (response != null) {
        return response;
      }
    }
    return null;
  }

  /**
   * Applies {@link Interceptor#beforeSign}.
   *
   * @param request the request of an attempt, not signed yet
   * @return the changed request
   */
  public HttpRequest beforeSign(HttpRequest request) {
    HttpRequest changed = request;
    for (Interceptor each : interceptors) {
      changed = given(each.beforeSign(context, changed), each, "beforeSign");
    }
    return changed;
  }

  /**
   * Asks each interceptor for a response, with {@link Interceptor#beforeSend}.
   *
   * @param request the signed request
   * @return the first response, or null if the request is to be sent
   */
  public @Nullable HttpResponse beforeSend(HttpRequest request) {
    for (Interceptor each : interceptors) {
      HttpResponse response = each.beforeSend(context, request);
      if (response != null) {
        return response;
      }
    }
    return null;
  }

  /**
   * Applies {@link Interceptor#responseReceived}. The response is closed if an interceptor fails.
   *
   * @param response the response
   * @return the changed response, which closes those that it replaces
   */
  public HttpResponse responseReceived(HttpResponse response) {
    HttpResponse changed = response;
    boolean complete = false;
    try {
      for (Interceptor each : interceptors) {
        InputStream body = changed.body();
        changed = given(each.responseReceived(context, changed), each, "responseReceived");
        changed = ReplacedBody.in(changed, body);
      }
      complete = true;
      return changed;
    } finally {
      if (!complete) {
        close(changed);
      }
    }
  }

  private static void close(HttpResponse response) {
    try {
      response.close();
    } catch (IOException | RuntimeException e) {
      // The failure of the interceptor is the one to report.
    }
  }

  /**
   * Asks each interceptor for its decision, with {@link Interceptor#needsRetry}.
   *
   * @param number the number of the attempt, from 1
   * @param statusCode the status of the response, or 0 if there is none
   * @param error the error code, or the name of the exception
   * @return the first decision, or null if no interceptor decides
   */
  public @Nullable Boolean needsRetry(int number, int statusCode, String error) {
    for (Interceptor each : interceptors) {
      Boolean wanted = each.needsRetry(context, number, statusCode, error);
      if (wanted != null) {
        return wanted;
      }
    }
    return null;
  }

  /**
   * Applies {@link Interceptor#afterCall}. The streams of the response are closed if an interceptor
   * fails, and with the streams of a response that an interceptor returns in its place.
   *
   * @param response the response of the call
   * @return the changed response
   */
  public Response afterCall(Response response) {
    Response changed = response;
    boolean complete = false;
    try {
      for (Interceptor each : interceptors) {
        Response previous = changed;
        changed = given(each.afterCall(context, previous), each, "afterCall");
        if (changed != previous) {
          changed = OpenStreams.replace(previous, changed);
        }
      }
      complete = true;
      return changed;
    } finally {
      if (!complete) {
        OpenStreams.close(changed);
      }
    }
  }

  /**
   * Informs the interceptors with {@link Interceptor#attemptEnded}.
   *
   * @param attempt the attempt
   */
  public void attemptEnded(Attempt attempt) {
    for (Interceptor each : interceptors) {
      each.attemptEnded(context, attempt);
    }
  }

  /**
   * Informs the interceptors with {@link Interceptor#afterCallError}.
   *
   * @param failure the exception that ends the call
   * @return the exception to throw: the failure, or the last one that an interceptor threw
   */
  public RuntimeException afterCallError(RuntimeException failure) {
    RuntimeException last = failure;
    for (Interceptor each : interceptors) {
      try {
        each.afterCallError(context, last);
      } catch (RuntimeException e) {
        last = e;
      }
    }
    return last;
  }

  /**
   * Informs all interceptors with {@link Interceptor#callEnded}, the last one first. The streams of
   * the response are closed if one of them fails.
   *
   * @param response the response of the call, or null if it failed
   * @param failure the exception or error of the call, or null if it succeeded
   */
  public void callEnded(@Nullable Response response, @Nullable Throwable failure) {
    RuntimeException ofInterceptor = null;
    boolean complete = false;
    try {
      for (int i = interceptors.size() - 1; i >= 0; i--) {
        try {
          interceptors.get(i).callEnded(context, failure);
        } catch (RuntimeException e) {
          ofInterceptor = kept(ofInterceptor, e, failure);
        }
      }
      complete = ofInterceptor == null;
    } finally {
      if (!complete && response != null) {
        OpenStreams.close(response);
      }
    }
    if (ofInterceptor != null) {
      throw ofInterceptor;
    }
  }

  /** Returns the exception to throw: the first one, unless the call failed before. */
  private static @Nullable RuntimeException kept(
      @Nullable RuntimeException first, RuntimeException e, @Nullable Throwable failure) {
    Throwable reported = failure == null ? first : failure;
    if (reported != null && reported != e) {
      reported.addSuppressed(e);
    }
    return failure == null && first == null ? e : first;
  }

  /**
   * Applies {@link Interceptor#asyncTask}, which has no call yet.
   *
   * @param interceptors the interceptors of the client
   * @param task the task
   * @return the wrapped task: the first interceptor's wrapper is the outermost
   */
  public static Runnable asyncTask(List<Interceptor> interceptors, Runnable task) {
    Runnable wrapped = task;
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      Interceptor each = interceptors.get(i);
      wrapped = given(each.asyncTask(wrapped), each, "asyncTask");
    }
    return wrapped;
  }

  /** Names the interceptor that returned null: a later step could not. */
  private static <T> T given(@Nullable T value, Interceptor interceptor, String stage) {
    if (value == null) {
      throw new IllegalStateException(
          "The interceptor " + interceptor.getClass().getName() + " returned null from " + stage);
    }
    return value;
  }
}
