package io.boto4j.conformance;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.Response;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.util.Map;

/** An interceptor that throws at one stage of every call. */
final class ThrowingInterceptor implements Interceptor {
  /** The stages of a call. */
  enum Stage {
    APPLIES_TO,
    PARAMETERS,
    ANSWER,
    BEFORE_CALL,
    BEFORE_SIGN,
    BEFORE_SEND,
    RESPONSE_RECEIVED,
    NEEDS_RETRY,
    AFTER_CALL,
    AFTER_CALL_ERROR;

    /** Whether a call gets there only after an error. */
    boolean onError() {
      return this == NEEDS_RETRY || this == AFTER_CALL_ERROR;
    }
  }

  private final Stage stage;
  private final boolean error;

  /**
   * Creates the interceptor.
   *
   * @param stage where to throw
   * @param error whether to throw an error rather than an exception
   */
  ThrowingInterceptor(Stage stage, boolean error) {
    this.stage = stage;
    this.error = error;
  }

  private <T> T at(Stage here, T value) {
    if (stage != here) {
      return value;
    }
    if (error) {
      throw new AssertionError(stage.name());
    }
    throw new IllegalStateException(stage.name());
  }

  @Override
  public boolean appliesTo(String service, String operation) {
    return at(Stage.APPLIES_TO, true);
  }

  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    return at(Stage.PARAMETERS, parameters);
  }

  @Override
  public Response answer(CallContext call, Map<String, ?> input) {
    return at(Stage.ANSWER, null);
  }

  @Override
  public HttpRequest beforeCall(CallContext call, HttpRequest request) {
    return at(Stage.BEFORE_CALL, request);
  }

  @Override
  public HttpRequest beforeSign(CallContext call, HttpRequest request) {
    return at(Stage.BEFORE_SIGN, request);
  }

  @Override
  public HttpResponse beforeSend(CallContext call, HttpRequest request) {
    return at(Stage.BEFORE_SEND, null);
  }

  @Override
  public HttpResponse responseReceived(CallContext call, HttpResponse response) {
    return at(Stage.RESPONSE_RECEIVED, response);
  }

  @Override
  public Boolean needsRetry(CallContext call, int number, int statusCode, String code) {
    return at(Stage.NEEDS_RETRY, null);
  }

  @Override
  public Response afterCall(CallContext call, Response response) {
    return at(Stage.AFTER_CALL, response);
  }

  @Override
  public void afterCallError(CallContext call, RuntimeException failure) {
    at(Stage.AFTER_CALL_ERROR, failure);
  }
}
