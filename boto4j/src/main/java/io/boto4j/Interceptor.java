package io.boto4j;

import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hook into the stages of every call, which can observe and change requests and responses:
 * boto3's event system, with one method per event.
 *
 * <p>Interceptors are added to a session ({@link Session.Builder#interceptor}), to a client ({@link
 * ClientConfig.Builder#interceptor}), or to a copy of a client ({@link Client#with(Interceptor)}).
 * At each stage they run in the order in which they were added, those of the session first. An
 * exception that one throws fails the call, and what the caller does not get is closed. {@link
 * Client#explain} runs {@link #parameters}, {@link #beforeCall} and {@link #beforeSign} only;
 * {@link Client#presign presigning} a URL runs {@link #parameters} and {@link #beforeSign}, and a
 * form {@link #parameters} only. {@link CallContext#isSent} is false for these.
 *
 * <p>One instance serves all calls and must be safe for use by multiple threads. Data of a single
 * call belongs in {@link CallContext#attributes()}.
 *
 * <pre>{@code
 * final class Tenant implements Interceptor {
 *   @Override
 *   public HttpRequest beforeSign(CallContext call, HttpRequest request) {
 *     return request.withHeader("x-tenant", "42");
 *   }
 * }
 * Client s3 = session.client("s3", c -> c.interceptor(new Tenant()));
 * }</pre>
 */
public interface Interceptor {
  /**
   * Whether this interceptor applies to an operation. Called once per call, before all other
   * methods.
   *
   * @param service the service's name, such as {@code dynamodb}
   * @param operation the operation's name, such as {@code PutItem}
   * @return true unless overridden; false excludes this interceptor from the call
   */
  default boolean appliesTo(String service, String operation) {
    return true;
  }

  /**
   * Changes the input, before default values are filled in and the input is checked: boto3's {@code
   * provide-client-params} and {@code before-parameter-build}.
   *
   * @param call the call
   * @param parameters the input from the caller or the previous interceptor; must not be modified
   * @return {@code parameters}, or another map; not null
   */
  default Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    return parameters;
  }

  /**
   * Supplies the response instead of the service, once the input is checked: like a handler of
   * boto3's {@code before-call} that returns a response. No endpoint, credentials or network are
   * needed then.
   *
   * <p>The first interceptor that returns a response decides; {@link #afterCall} still runs. To
   * return an error, throw it. {@link Client#responses()} creates responses and errors.
   *
   * @param call the call
   * @param input the complete input; must not be modified
   * @return the response, or null to continue the call
   */
  default @Nullable Response answer(CallContext call, Map<String, ?> input) {
    return null;
  }

  /**
   * Changes the request once per call, before its body is compressed and its checksum computed:
   * boto3's {@code before-call}.
   *
   * @param call the call
   * @param request the unsigned request
   * @return {@code request}, or another; not null
   */
  default HttpRequest beforeCall(CallContext call, HttpRequest request) {
    return request;
  }

  /**
   * Changes the request of an attempt before it is signed: boto3's {@code request-created} and
   * {@code before-sign}.
   *
   * <p>Each attempt starts from the same request. Do not change the body: its checksum is already
   * in the headers. A request to be presigned has no body, its parameters are in the query, and
   * whoever uses the URL must send the headers that are added here.
   *
   * @param call the call
   * @param request the unsigned request
   * @return {@code request}, or another; not null
   */
  default HttpRequest beforeSign(CallContext call, HttpRequest request) {
    return request;
  }

  /**
   * Observes the signed request of an attempt, and may supply the HTTP response instead of the
   * service: boto3's {@code before-send}.
   *
   * <p>The first interceptor that returns a response decides, and the request is not sent. The
   * request contains a signature, which is a secret while it is valid.
   *
   * @param call the call
   * @param request the signed request; changes would invalidate the signature
   * @return a response to be processed like one of the service, or null to send the request
   */
  default @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
    return null;
  }

  /**
   * Observes or changes the HTTP response of an attempt before it is parsed: boto3's {@code
   * before-parse} and {@code response-received}.
   *
   * <p>An interceptor that reads the body must return a response with the same bytes. If it returns
   * a response with another body, the first body is closed when the new one ends or is closed.
   *
   * @param call the call
   * @param response the response, whose body has not been read
   * @return {@code response}, or another; not null
   */
  default HttpResponse responseReceived(CallContext call, HttpResponse response) {
    return response;
  }

  /**
   * Decides whether a failed attempt is retried: boto3's {@code needs-retry}.
   *
   * <p>The first interceptor that does not return null decides. The maximum number of attempts, the
   * retry quota and the total timeout still apply.
   *
   * @param call the call
   * @param number the number of the failed attempt, from 1
   * @param statusCode the HTTP status, or 0 if there was no response
   * @param error the service's error code, or the simple name of the exception
   * @return true to retry, false to fail, null to leave the decision to the retry mode
   */
  default @Nullable Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
    return null;
  }

  /**
   * Observes an attempt that has ended, before the delay that may follow it. An attempt that is not
   * sent, because it could not be signed for example, is not observed.
   *
   * @param call the call
   * @param attempt the attempt, its outcome and the decision that follows; a redirect to another
   *     endpoint is decided later, and is not known yet
   */
  default void attemptEnded(CallContext call, Attempt attempt) {}

  /**
   * Observes or changes the response of the call: boto3's {@code after-call}.
   *
   * <p>If the response is replaced, its stream is closed: at once, or, if the new response has a
   * stream, with that or at its end. The new stream may therefore read from the first one.
   *
   * @param call the call
   * @param response the response
   * @return {@code response}, or another; not null
   */
  default Response afterCall(CallContext call, Response response) {
    return response;
  }

  /**
   * Observes the exception with which the call fails, including an error from the service: boto3's
   * {@code after-call-error}. An exception that this method throws replaces it, also for the
   * interceptors that follow.
   *
   * @param call the call
   * @param failure the exception
   */
  default void afterCallError(CallContext call, RuntimeException failure) {}

  /**
   * Releases what this interceptor holds for the call, such as a span. It runs last and once for
   * every call that is {@linkplain CallContext#isSent sent}, on the thread that made it, even if
   * another interceptor failed before this one had seen the call.
   *
   * <p>The interceptors run in reverse order, so that what was opened last is closed first. The
   * body of a streamed response may not have been read yet. An exception that this method throws
   * fails the call, or is suppressed if the call failed before.
   *
   * @param call the call
   * @param failure the exception or error with which the call fails, or null if it succeeds
   */
  default void callEnded(CallContext call, @Nullable Throwable failure) {}

  /**
   * Wraps a task that is about to be passed to the session's executor, so that values of the
   * calling thread are available on the other one. It runs on the thread that calls {@link
   * Client#callAsync} or that requests a page from a {@linkplain Pages#publisher() publisher}; the
   * task makes the call.
   *
   * @param task the task
   * @return {@code task}, or a task that runs it exactly once; not null
   */
  default Runnable asyncTask(Runnable task) {
    return task;
  }
}
