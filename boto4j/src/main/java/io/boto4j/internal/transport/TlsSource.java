package io.boto4j.internal.transport;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** A source of TLS, used when the first connection with https needs it. */
public interface TlsSource {
  /**
   * Returns the factory of sockets.
   *
   * @return the factory
   * @throws RuntimeException if the certificates, or this JVM's TLS, cannot be used
   */
  SSLSocketFactory get();

  /**
   * Returns the TLS of a context.
   *
   * @param context the context of the user
   * @return its source
   */
  static TlsSource of(SSLContext context) {
    return context::getSocketFactory;
  }
}
