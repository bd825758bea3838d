package io.boto4j.internal.transport;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * TLS on a connected socket. For cold start, the uses of {@code javax.net.ssl} are here, and are
 * loaded for https only.
 */
final class Tls {
  /** This JVM's own TLS, or null. */
  private final @Nullable JvmTls jvm;

  /** The user's certificates, if it is not this JVM's own. */
  private final @Nullable CertificateLoader files;

  private volatile @Nullable SSLSocketFactory factory;

  /** The ALPN name of the protocol to negotiate, or null for HTTP/1.1 without ALPN. */
  private final @Nullable String protocol;

  Tls(@Nullable TlsSource source) {
    this(source, null);
  }

  Tls(@Nullable TlsSource source, @Nullable String protocol) {
    this.jvm = source == null ? new JvmTls() : source instanceof JvmTls own ? own : null;
    this.files = source == null || jvm != null ? null : new CertificateLoader(source);
    this.protocol = protocol;
  }

  /** Forgets certificates, keys and TLS sessions; the next handshake reads them again. */
  void forget() {
    factory = null;
    if (jvm != null) {
      jvm.forget();
    }
  }

  /** Performs the handshake, and requires a trusted certificate for the host. */
  Socket layer(Socket beneath, SocketInput input, Route route) throws IOException {
    // TLS within TLS reads through the outer one, whose own reads have the time limits.
    Socket wire =
        beneath instanceof SSLSocket
            ? new Wire(beneath, input, beneath.getInputStream())
            : new Wire(beneath, input, null);
    SSLSocketFactory sockets = factory(input.deadline());
    SSLSocket secure = (SSLSocket) sockets.createSocket(wire, route.host, route.port, true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (protocol != null) {
      parameters.setApplicationProtocols(new String[] {protocol});
    }
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    if (protocol != null && !protocol.equals(secure.getApplicationProtocol())) {
      // The caller closes the channel: closing TLS would wait for the server.
      throw new IOException("the server does not speak " + protocol);
    }
    return secure;
  }

  /**
   * Loads and initializes what a handshake needs, by starting one without a server: up to the
   * client's first message, including its keys.
   */
  void warmUp() throws IOException {
    try (DeadEnd nobody = new DeadEnd();
        SSLSocket secure =
            (SSLSocket) factory(0).createSocket(nobody, "warm-up.invalid", 443, true)) {
      secure.startHandshake();
    } finally {
      if (jvm != null) {
        jvm.warmUp();
      }
    }
  }

  /**
   * Returns the factory. It is created on first use, and only once: the warm-up and the first call
   * share the work.
   *
   * @param deadline the time of nanoTime() until which the caller waits, or 0
   */
  private SSLSocketFactory factory(long deadline) throws IOException {
    SSLSocketFactory created = factory;
    if (created == null) {
      created = files == null ? requireNonNull(jvm).get() : files.get(deadline);
      factory = created;
    }
    return created;
  }

  /**
   * The socket that TLS reads from. It applies the time limits to each wait: one read through TLS
   * is many reads of the wire if a record or a handshake arrives slowly.
   */
  // It has no state to guard, and a monitor would pin a virtual thread to its carrier.
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  private static final class Wire extends Socket {
    private final Socket raw;
    private final SocketInput input;
    private final @Nullable InputStream outer;

    Wire(Socket raw, SocketInput input, @Nullable InputStream outer) {
      this.raw = raw;
      this.input = input;
      this.outer = outer;
    }

    @Override
    public InputStream getInputStream() {
      return new WireStream(input, outer);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return raw.getOutputStream();
    }

    @Override
    public boolean isConnected() {
      return raw.isConnected();
    }

    @Override
    public boolean isClosed() {
      return raw.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
      return raw.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
      return raw.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
      raw.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
      raw.shutdownOutput();
    }

    @Override
    public InetAddress getInetAddress() {
      return raw.getInetAddress();
    }

    @Override
    public int getPort() {
      return raw.getPort();
    }

    @Override
    public int getSoTimeout() throws SocketException {
      return raw.getSoTimeout();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
      raw.setSoTimeout(millis);
    }

    @Override
    public int getSoLinger() throws SocketException {
      return raw.getSoLinger();
    }

    @Override
    public void setSoLinger(boolean on, int seconds) throws SocketException {
      raw.setSoLinger(on, seconds);
    }

    @Override
    public void close() throws IOException {
      raw.close();
    }
  }

  private static final class WireStream extends InputStream {
    private final SocketInput input;

    /** The TLS to a proxy, or null to read from the socket itself. */
    private final @Nullable InputStream outer;

    WireStream(SocketInput input, @Nullable InputStream outer) {
      this.input = input;
      this.outer = outer;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count =
          outer == null
              ? input.readWire(target, offset, length)
              : outer.read(target, offset, length);
      if (count < 0) {
        input.layerEnded();
      }
      return count;
    }
  }

  /** A socket that accepts all output and is at the end of its input. */
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
