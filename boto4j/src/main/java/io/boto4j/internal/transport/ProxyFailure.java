package io.boto4j.internal.transport;

import java.io.IOException;
import java.net.UnknownHostException;

/** A failure to reach the proxy, or a refusal by it. The endpoint has not seen the request. */
final class ProxyFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private final String maskedUrl;
  private final String why;

  ProxyFailure(Proxy proxy, IOException cause) {
    super(cause);
    this.maskedUrl = proxy.maskedUrl;
    this.why = cause instanceof UnknownHostException ? "unknown host" : Failures.reason(cause);
  }

  /** Returns the reason, without secrets. */
  String why() {
    return why;
  }

  String maskedUrl() {
    return maskedUrl;
  }
}
