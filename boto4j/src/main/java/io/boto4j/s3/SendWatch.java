package io.boto4j.s3;

import io.boto4j.CallContext;
import io.boto4j.Interceptor;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the body of a request when it is being sent, and when only hashed; and sends small bodies
 * with their heads.
 */
final class SendWatch implements Interceptor {
  private static final String BODY = SendWatch.class.getName();

  /**
   * Bodies up to this size are sent without waiting for a 100 (Continue): to send one for nothing
   * costs less than another exchange for each file. AWS SDK for Java 2.x draws the line here too.
   */
  private static final long SMALL = 1024 * 1024;

  @Override
  public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
    if (parameters.get("Body") instanceof PartBody body) {
      call.attributes().put(BODY, body);
    }
    return parameters;
  }

  @Override
  public HttpRequest beforeSign(CallContext call, HttpRequest request) {
    sending(call, false);
    boolean small =
        call.attributes().get(BODY) instanceof PartBody body && body.contentLength() <= SMALL;
    return small && request.headers().first("Expect") != null
        ? request.withHeaders(request.headers().toBuilder().remove("Expect").build())
        : request;
  }

  @Override
  public @Nullable HttpResponse beforeSend(CallContext call, HttpRequest request) {
    sending(call, true);
    return null;
  }

  private static void sending(CallContext call, boolean now) {
    if (call.attributes().get(BODY) instanceof PartBody body) {
      body.sending(now);
    }
  }
}
