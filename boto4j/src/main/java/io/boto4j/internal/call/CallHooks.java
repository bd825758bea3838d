package io.boto4j.internal.call;

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

/** The interceptors of one call. Calls that have none load nothing of this. */
final class CallHooks {
  private final CallContext context;
  private final List<Interceptor> interceptors;

  private CallHooks(CallContext context, List<Interceptor> interceptors) {
    this.context = context;
    this.interceptors = interceptors;
  }

  /** The hooks of a call; null if none of the interceptors is about it. */
  static @Nullable CallHooks of(
      List<Interceptor> interceptors, String service, OperationModel operation) {
    List<Interceptor> applying = new ArrayList<>(interceptors.size());
    for (Interceptor each : interceptors) {
      if (each.appliesTo(service, operation.name())) {
        applying.add(each);
      }
    }
    return applying.isEmpty() ? null : new CallHooks(new CallContext(service, operation), applying);
  }

  Map<String, ?> parameters(Map<String, ?> parameters) {
    Map<String, ?> changed = parameters;
    for (Interceptor each : interceptors) {
      changed = given(each.parameters(context, changed), each, "parameters");
    }
    return changed;
  }

  HttpRequest beforeCall(HttpRequest request) {
    HttpRequest changed = request;
    for (Interceptor each : interceptors) {
      changed = given(each.beforeCall(context, changed), each, "beforeCall");
    }
    return changed;
  }

  @Nullable Response answer(Map<String, ?> input) {
    for (Interceptor each : interceptors) {
      Response answer = each.answer(context, input);
      if (answer != null) {
        return answer;
      }
    }
    return null;
  }

  HttpRequest beforeSign(HttpRequest request) {
    HttpRequest changed = request;
    for (Interceptor each : interceptors) {
      changed = given(each.beforeSign(context, changed), each, "beforeSign");
    }
    return changed;
  }

  HttpResponse send(HttpTransport transport, HttpRequest request) throws IOException {
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

  @Nullable Boolean needsRetry(int number, int statusCode, String error) {
    for (Interceptor each : interceptors) {
      Boolean wanted = each.needsRetry(context, number, statusCode, error);
      if (wanted != null) {
        return wanted;
      }
    }
    return null;
  }

  Response afterCall(Response response) {
    Response changed = response;
    for (Interceptor each : interceptors) {
      changed = given(each.afterCall(context, changed), each, "afterCall");
    }
    return changed;
  }

  void afterCallError(RuntimeException failure) {
    for (Interceptor each : interceptors) {
      each.afterCallError(context, failure);
    }
  }

  /** Says who gave nothing, where a later step would only say that there is nothing. */
  private static <T> T given(@Nullable T value, Interceptor interceptor, String stage) {
    if (value == null) {
      throw new IllegalStateException(
          "The interceptor " + interceptor.getClass().getName() + " gave null for " + stage);
    }
    return value;
  }
}
