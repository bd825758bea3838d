package io.boto4j.internal.hook;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.value.OpenStreams;
import io.boto4j.model.OperationModel;
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
   * @param service the name of the service
   * @param operation the operation
   * @return the hooks, or null if no interceptor applies
   */
  public static @Nullable CallHooks of(
      List<Interceptor> interceptors, String service, OperationModel operation) {
    List<Interceptor> applying = new ArrayList<>(interceptors.size());
    for (Interceptor each : interceptors) {
      if (each.appliesTo(service, operation.name())) {
        applying.add(each);
      }
    }
    return applying.isEmpty() ? null : new CallHooks(new CallContext(service, operation), applying);
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
   * Informs the interceptors with {@link Interceptor#afterCallError}.
   *
   * @param failure the exception that ends the call
   */
  public void afterCallError(RuntimeException failure) {
    for (Interceptor each : interceptors) {
      each.afterCallError(context, failure);
    }
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
