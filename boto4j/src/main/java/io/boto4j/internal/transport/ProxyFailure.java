package io.boto4j.internal.transport;

import java.io.IOException;
import java.net.UnknownHostException;

/** The proxy was not reached, or refused: whatever it was, the endpoint has not heard of it. */
final class ProxyFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final String maskedUrl;
  private final String why;

  ProxyFailure(Proxy proxy, IOException cause) {
    super(cause);
    this.maskedUrl = proxy.maskedUrl;
    this.why = cause instanceof UnknownHostException ? "unknown host" : Failures.reason(cause);
  }

  /** What was seen, in words that hold no secret. */
  String why() {
    return why;
  }

  String maskedUrl() {
    return maskedUrl;
  }
}
