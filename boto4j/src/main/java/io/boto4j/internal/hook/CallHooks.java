package io.boto4j.internal.hook;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.HttpTransport;
import io.boto4j.model.OperationModel;
import java.io.IOException;
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
   * Sends a request, unless {@link Interceptor#beforeSend} returns a response.
   *
   * @param transport the transport
   * @param request the signed request
   * @return the response, as {@link Interceptor#responseReceived} changed it
   * @throws IOException if the transport throws it
   */
  public HttpResponse send(HttpTransport transport, HttpRequest request) throws IOException {
    HttpResponse response = null;
    for (int i = 0; i < interceptors.size() && response == null; i++) {
      response = interceptors.get(i).beforeSend(context, request);
    }
    if (response == null) {
      response = transport.send(request);
    }
    for (Interceptor each : interceptors) {
      response = given(each.responseReceived(context, response), each, "responseReceived");
    }
    return response;
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
   * Applies {@link Interceptor#afterCall}.
   *
   * @param response the response of the call
   * @return the changed response
   */
  public Response afterCall(Response response) {
    Response changed = response;
    for (Interceptor each : interceptors) {
      changed = given(each.afterCall(context, changed), each, "afterCall");
    }
    return changed;
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
