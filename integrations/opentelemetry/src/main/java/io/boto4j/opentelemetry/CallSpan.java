package io.boto4j.opentelemetry;

import io.boto4j.Attempt;
import io.boto4j.ResponseMetadata;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one call while it is under way. Used by the thread of the call, which has the span
 * as its current one until {@link #end}.
 */
final class CallSpan {
  private final OperationFacts facts;
  private final Span span;
  private final Context context;
  private final @Nullable Scope scope;
  private final long startNanos = System.nanoTime();

  /** The span of the attempt under way, or null. */
  private @Nullable Span attempt;

  private int sent;
  private int ended;

  /** Makes the span current until {@link #end}, which every call that is sent reaches. */
  @SuppressWarnings("MustBeClosedChecker")
  CallSpan(OperationFacts facts, Span span, Context parent) {
    this.facts = facts;
    this.span = span;
    this.context = parent.with(span);
    // Without a tracer there is nothing to make current.
    this.scope = span.getSpanContext().isValid() ? context.makeCurrent() : null;
  }

  OperationFacts facts() {
    return facts;
  }

  Context context() {
    return context;
  }

  boolean isRecording() {
    return span.isRecording();
  }

  Span span() {
    return span;
  }

  long nanos() {
    return System.nanoTime() - startNanos;
  }

  /** Begins an attempt. The URL is left out: path and query contain parameters. */
  void send(HttpRequest request, @Nullable Tracer tracerOfAttempts) {
    sent = ended + 1;
    ServerAddress server = ServerAddress.of(request.uri());
    server.into(span);
    if (tracerOfAttempts == null || attempt != null) {
      return;
    }
    attempt =
        tracerOfAttempts
            .spanBuilder(request.method())
            .setParent(context)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(Keys.HTTP_METHOD, request.method())
            .startSpan();
    server.into(attempt);
    resends(attempt);
  }

  private void resends(Span of) {
    if (sent > 1) {
      of.setAttribute(Keys.HTTP_RESEND_COUNT, (long) sent - 1);
    }
  }

  /** Ends an attempt; returns false if it had ended, because the interceptor was added twice. */
  boolean attemptEnded(Attempt last) {
    if (last.number() <= ended) {
      return false;
    }
    ended = last.number();
    if (attempt != null) {
      if (last.statusCode() > 0) {
        attempt.setAttribute(Keys.HTTP_STATUS, (long) last.statusCode());
      }
      String error = last.error();
      if (error != null) {
        attempt.setAttribute(Keys.ERROR_TYPE, ErrorType.ofCode(error));
        attempt.setStatus(StatusCode.ERROR);
      }
      endAttempt();
    }
    return true;
  }

  private void endAttempt() {
    if (attempt != null) {
      attempt.end();
      attempt = null;
    }
  }

  void metadata(ResponseMetadata metadata) {
    Values.text(span, Keys.REQUEST_ID, metadata.requestId());
    Values.text(span, Keys.EXTENDED_REQUEST_ID, metadata.hostId());
    if (metadata.statusCode() > 0) {
      span.setAttribute(Keys.HTTP_STATUS, (long) metadata.statusCode());
    }
  }

  /**
   * Ends the spans, and makes the previous one current again.
   *
   * @param failure the failure of the call, or null
   * @param messages whether the message and the stack of the failure are recorded
   */
  void end(@Nullable Throwable failure, boolean messages) {
    if (scope != null) {
      scope.close();
    }
    endAttempt();
    resends(span);
    if (failure != null) {
      fail(failure, messages);
    }
    span.end();
  }

  private void fail(Throwable failure, boolean messages) {
    if (failure instanceof ServiceException error) {
      metadata(error.metadata());
    }
    span.setStatus(StatusCode.ERROR);
    span.setAttribute(Keys.ERROR_TYPE, ErrorType.of(failure));
    if (messages) {
      span.recordException(failure);
    } else {
      // The message and the first line of the stack may repeat the input.
      span.addEvent("exception", Attributes.of(Keys.EXCEPTION_TYPE, failure.getClass().getName()));
    }
  }
}
