package io.boto4j.internal.call;

import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.endpoint.RuleTrace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The purpose a request is prepared for: the one thing in which a call, an explanation and a
 * presigned URL differ on their way through {@link CallRoad#prepare}.
 *
 * <p>An explanation is a purpose of its own, {@link ExplainCall}, which keeps notes on the way.
 */
class Purpose {
  /** The request is sent. */
  static final Purpose CALL = new Purpose(/* sends= */ true, /* forUrl= */ false);

  /**
   * The request becomes a URL or a form for someone else, who sends another body and only the
   * headers that the URL or form requires.
   */
  static final Purpose URL = new Purpose(/* sends= */ false, /* forUrl= */ true);

  private final boolean sends;
  private final boolean forUrl;

  Purpose(boolean sends, boolean forUrl) {
    this.sends = sends;
    this.forUrl = forUrl;
  }

  /** Whether the service is called: if not, no step may call it. */
  final boolean sends() {
    return sends;
  }

  final boolean forUrl() {
    return forUrl;
  }

  /** The trace that the endpoint rules fill, or null if nobody reads it. */
  @Nullable RuleTrace trace() {
    return null;
  }

  /** Takes note of the validated input. */
  void validated(Map<String, ?> input) {}

  /** Takes note of the endpoint. */
  void resolved(ResolvedEndpoint endpoint) {}
}
