package io.boto4j.internal.client;

import io.boto4j.internal.transport.SocketTransport;

/**
 * Loads on a second thread the classes that the first call needs, while the client and its first
 * request are still being created. With TLS that is the JDK's TLS, which takes a fresh process a
 * third of a second; without it, the JDK's sockets, 3 to 11 ms, and the classes at the end of a
 * call's road.
 *
 * <p>No thread waits for it: a call that comes first loads the classes itself. A session starts
 * each kind once. In a process that has loaded them already this costs the second thread 5 ms of
 * CPU with TLS, 0.6 ms without.
 */
final class WarmUp implements Runnable {
  /**
   * Classes that every call needs late, and no client earlier, in the order in which they are
   * needed. None needs another class of boto4j to be initialized, so no two threads can wait for
   * each other.
   */
  static final String[] LATE = {
    "io.boto4j.internal.transport.Route",
    "io.boto4j.internal.transport.RequestWriter",
    "io.boto4j.internal.transport.Connection",
    "io.boto4j.internal.transport.SocketInput",
    "io.boto4j.internal.transport.ResponseReader",
    "io.boto4j.http.HttpResponse",
    "io.boto4j.internal.transport.Dropped",
    "io.boto4j.model.codec.JsonReader",
    "io.boto4j.internal.protocol.JsonParser",
    "io.boto4j.internal.value.SlotStructure",
    "io.boto4j.internal.value.ResponseView",
    "io.boto4j.ResponseMetadata",
    "io.boto4j.internal.signing.SigV4Signer",
    "io.boto4j.internal.signing.CanonicalRequest",
    "io.boto4j.internal.signing.SigningKey",
    "io.boto4j.internal.signing.HmacSha256",
    "io.boto4j.internal.text.Timestamps",
    "io.boto4j.model.codec.JsonWriter",
    "io.boto4j.internal.protocol.JsonSerializer",
  };

  private final SocketTransport transport;
  private final boolean tls;

  WarmUp(SocketTransport transport, boolean tls) {
    this.transport = transport;
    this.tls = tls;
  }

  static void start(SocketTransport transport, boolean tls) {
    Thread thread = new Thread(new WarmUp(transport, tls), "boto4j-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    if (tls) {
      transport.warmTls();
      return;
    }
    SocketTransport.warmSockets();
    try {
      for (String name : LATE) {
        Class.forName(name);
      }
    } catch (ClassNotFoundException | LinkageError e) {
      // The call that needs the class reports the error.
    }
  }
}
