package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS upon a connected socket. All that names {@code javax.net.ssl} is here, and is loaded for
 * https alone.
 */
final class Tls {
  private final @Nullable Supplier<SSLSocketFactory> source;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable SSLSocketFactory factory;

  /** What is spoken within, as ALPN names it; null if that goes without saying. */
  private final @Nullable String protocol;

  Tls(@Nullable Supplier<SSLSocketFactory> source) {
    this(source, null);
  }

  Tls(@Nullable Supplier<SSLSocketFactory> source, @Nullable String protocol) {
    this.source = source;
    this.protocol = protocol;
  }

  /** Shakes hands; the certificate must be trusted and be the host's own. */
  Socket layer(Socket socket, Route route) throws IOException {
    SSLSocket secure = (SSLSocket) factory().createSocket(socket, route.host, route.port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (protocol != null) {
      parameters.setApplicationProtocols(new String[] {protocol});
    }
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    if (protocol != null && !protocol.equals(secure.getApplicationProtocol())) {
      secure.close();
      throw new IOException("the server does not speak " + protocol);
    }
    return secure;
  }

  /**
   * Loads and initialises what a handshake needs, by beginning one with nobody: up to the first
   * message a client sends, keys and all.
   */
  void warmUp() throws IOException {
    try (DeadEnd nobody = new DeadEnd();
        SSLSocket secure =
            (SSLSocket) factory().createSocket(nobody, "warm-up.invalid", 443, true)) {
      secure.startHandshake();
    }
  }

  /** Made once: a thread that warms up and one that calls share the work. */
  private SSLSocketFactory factory() {
    lock.lock();
    try {
      SSLSocketFactory made = factory;
      if (made == null) {
        made = source == null ? SSLContext.getDefault().getSocketFactory() : source.get();
        factory = made;
      }
      return made;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no default SSL context", e);
    } finally {
      lock.unlock();
    }
  }

  /** Takes whatever is said, and hangs up. */
  private static final class DeadEnd extends Socket {
    @Override
    public boolean isConnected() {
      return true;
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }
  }
}
