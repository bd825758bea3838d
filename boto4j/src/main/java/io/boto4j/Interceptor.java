package io.boto4j;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees, changes or answers calls at the stages of their road: boto3's events, one method each.
 *
 * <p>Given to a session or a client ({@link ClientConfig.Builder#interceptor}), or to a client's
 * twin ({@link Client#with(Interceptor)}). At each stage the interceptors are asked in the order
 * they were given in, the session's before the client's. What one throws ends the call. A client
 * without interceptors loads none of this.
 *
 * <p>An interceptor is shared by all calls, so it must be safe to share between threads; what
 * belongs to a call goes into {@link CallContext#attributes()}.
 *
 * <pre>{@code
 * final class Tenant implements Interceptor {
 *   public HttpRequest beforeSign(CallContext call, HttpRequest request) {
 *     return request.withHeader("x-tenant", "42");
 *   }
 * }
 * Client s3 = session.client("s3", c -> c.interceptor(new Tenant()));
 * }</pre>
 */
public interface Interceptor {
  /**
   * Whether this is about an operation. Asked once a call.
   *
   * @param service as {@code dynamodb}
   * @param operation as {@code PutItem}
   * @return true, unless overridden
   */
  default boolean appliesTo(String service, String operation) {
    return true;
  }

  /**
   * Changes the input, before defaults are filled in and anything is checked: boto3's {@code
   * provide-client-params} and {@code before-parameter-build}.
   *
   * @param call the call
   * @param parameters what the user passed, or the interceptor before gave; leave it as it is
   * @return the same, or other parameters
   */
  default Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    return parameters;
  }

  /**
   * Answers the call once its input is checked, so that no endpoint, credentials or network are
   * needed: what a handler of boto3's {@code before-call} may do. To answer with an error, throw
   * it. {@link Client#responses()} makes both.
   *
   * @param call the call
   * @param input the complete input; leave it as it is
   * @return the answer, or null for none
   */
  default @Nullable Response answer(CallContext call, Map<String, ?> input) {
    return null;
  }

  /**
   * Changes the request, once a call, before its body is compressed and checked: boto3's {@code
   * before-call}.
   *
   * @param call the call
   * @param request the request, to its endpoint, not signed
   * @return the same, or another request
   */
  default HttpRequest beforeCall(CallContext call, HttpRequest request) {
    return request;
  }

  /**
   * Changes the request of an attempt before it is signed: boto3's {@code request-created} and
   * {@code before-sign}. Each attempt begins with the same request. The body is not to be changed:
   * its checksum is in the headers by now.
   *
   * @param call the call
   * @param request the request
   * @return the same, or another request
   */
  default HttpRequest beforeSign(CallContext call, HttpRequest request) {
    return request;
  }

  /**
   * Sees the request of an attempt as it will be sent, and may answer in the service's stead:
   * boto3's {@code before-send}. The request holds a signature, which is a secret for minutes.
   *
   * @param call the call
   * @param request the signed request
   * @return an answer to be parsed as if the service had given it, or null to have it sent
   */
  default @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
    return null;
  }

  /**
   * Sees or changes the answer to an attempt before it is parsed: boto3's {@code before-parse} and
   * {@code response-received}. Whoever reads the body gives another with the same bytes.
   *
   * @param call the call
   * @param response the answer, its body not yet read
   * @return the same, or another answer
   */
  default HttpResponse responseReceived(CallContext call, HttpResponse response) {
    return response;
  }

  /**
   * Says whether to try again after an attempt that failed: boto3's {@code needs-retry}. The first
   * interceptor with an opinion counts; attempts, quota and time left still bound it.
   *
   * @param call the call
   * @param number the attempt, from 1 on
   * @param statusCode the HTTP status, or 0 if no answer came
   * @param error the service's error code, or the name of the exception
   * @return true for yes, false for no, null to leave it to the retry mode
   */
  default @Nullable Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
    return null;
  }

  /**
   * Sees or changes the answer: boto3's {@code after-call}.
   *
   * @param call the call
   * @param response the answer
   * @return the same, or another answer
   */
  default Response afterCall(CallContext call, Response response) {
    return response;
  }

  /**
   * Sees what a call failed with, an error the service answered among it: boto3's {@code
   * after-call-error}. What it throws takes the exception's place.
   *
   * @param call the call
   * @param failure the exception
   */
  default void afterCallError(CallContext call, RuntimeException failure) {}
}
