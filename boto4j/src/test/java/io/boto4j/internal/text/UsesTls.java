package io.boto4j.internal.text;

import javax.net.ssl.SSLParameters;

/** Uses TLS outside the transport. */
public final class UsesTls {
  SSLParameters parameters() {
    return new SSLParameters();
  }
}
