package io.boto4j.internal.client;

import io.boto4j.internal.transport.SocketTransport;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Loads on a second thread what the first call will need, while the client and its first request
 * are still being made: TLS, which takes a JVM a third of a second, or without it the JDK's way to
 * a socket and the classes at the end of a call's road.
 *
 * <p>Nobody waits for it, and a call that comes first loads for itself. Each is done once in a
 * process.
 */
public final class WarmUp implements Runnable {
  /**
   * Classes that every call needs late and no client needs before, in the order they are needed. To
   * be initialised none needs another of ours, so that no two threads wait for each other.
   */
  static final String[] LATE = {
    "io.boto4j.internal.transport.Route",
    "io.boto4j.internal.transport.RequestWriter",
    "io.boto4j.internal.transport.Connection",
    "io.boto4j.internal.transport.SocketInput",
    "io.boto4j.internal.transport.ResponseReader",
    "io.boto4j.http.HttpResponse",
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

  /** Whether done: not AtomicBoolean, which makes a process load variable handles. */
  private static final AtomicInteger TLS = new AtomicInteger();

  private static final AtomicInteger PLAIN = new AtomicInteger();

  private final SocketTransport transport;
  private final boolean tls;

  WarmUp(SocketTransport transport, boolean tls) {
    this.transport = transport;
    this.tls = tls;
  }

  public static void start(SocketTransport transport, boolean tls) {
    if ((tls ? TLS : PLAIN).compareAndSet(0, 1)) {
      Thread thread = new Thread(new WarmUp(transport, tls), "boto4j-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
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
      // The call that needs it will say so.
    }
  }
}
