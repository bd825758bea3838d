package io.boto4j.internal.transport;

import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the trust store and the providers of this JVM, created on first use. The clients of a
 * session share one, and with it the TLS sessions that can be resumed. Thread-safe.
 */
public final class JvmTls implements TlsSource {
  /** Not a monitor: reading the trust store would pin a virtual thread. */
  private final ReentrantLock lock = new ReentrantLock();

  private volatile @Nullable SSLSocketFactory factory;
  private volatile @Nullable JvmTrust trust;
  private @Nullable SSLContext context;

  JvmTls() {}

  /**
   * Creates a source, without reading the trust store.
   *
   * @return a new source
   */
  public static TlsSource create() {
    return new JvmTls();
  }

  /**
   * Returns the factory.
   *
   * @return a factory of sockets, the same for all callers
   * @throws IllegalStateException if this JVM has no TLS
   */
  @Override
  public SSLSocketFactory get() {
    SSLSocketFactory created = factory;
    if (created == null) {
      lock.lock();
      try {
        created = factory;
        if (created == null) {
          SSLContext fresh = newContext();
          created = fresh.getSocketFactory();
          context = fresh;
          factory = created;
        }
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This JVM cannot use TLS: " + e.getMessage(), e);
      } finally {
        lock.unlock();
      }
    }
    return created;
  }

  /** Loads what the end of a handshake needs; to be called after {@link #get}. */
  void warmUp() {
    JvmTrust found = trust;
    if (found != null) {
      found.warmUp();
    }
  }

  /**
   * Ends the TLS sessions and drops the context; the next use reads the trust store again. The
   * secrets of a session would be in a checkpoint of the process, and several restored processes
   * would resume the same session.
   */
  void forget() {
    lock.lock();
    try {
      SSLContext old = context;
      context = null;
      factory = null;
      trust = null;
      if (old != null) {
        endSessions(old.getClientSessionContext());
      }
    } finally {
      lock.unlock();
    }
  }

  private static void endSessions(SSLSessionContext sessions) {
    for (byte[] id : Collections.list(sessions.getIds())) {
      SSLSession session = sessions.getSession(id);
      if (session != null) {
        session.invalidate();
      }
    }
  }

  /** The default context parses the whole trust store: 30 to 75 ms of CPU of a cold JDK 17. */
  private SSLContext newContext() throws GeneralSecurityException {
    JvmTrust found = JvmTrust.find();
    if (found == null) {
      return SSLContext.getDefault();
    }
    trust = found;
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {found}, null);
    return context;
  }
}
