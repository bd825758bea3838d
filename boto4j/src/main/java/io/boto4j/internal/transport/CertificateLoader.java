package io.boto4j.internal.transport;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Creates a factory of sockets from certificates in files. To open a file may block for any time,
 * and an interrupt does not end that: a thread of its own reads the files, and callers only wait.
 * Clients without certificates of their own do not load this class. Thread-safe.
 */
final class CertificateLoader {
  private final TlsSource source;
  private final ReentrantLock lock = new ReentrantLock();

  /** The thread's work, or null; guarded by the lock. */
  private @Nullable FutureTask<SSLSocketFactory> loading;

  CertificateLoader(TlsSource source) {
    this.source = source;
  }

  /**
   * Returns the factory, once the files have been read.
   *
   * @param deadline the time of nanoTime() until which the caller waits, or 0
   * @throws RuntimeException if the files cannot be used; the next call reads them again
   */
  SSLSocketFactory get(long deadline) throws IOException {
    FutureTask<SSLSocketFactory> task = loading();
    try {
      return deadline == 0
          ? task.get()
          : task.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new SocketTimeoutException("The certificates could not be read in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while the certificates are read");
    } catch (ExecutionException e) {
      forget(task);
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    }
  }

  private FutureTask<SSLSocketFactory> loading() {
    lock.lock();
    try {
      FutureTask<SSLSocketFactory> task = loading;
      if (task == null) {
        task = new FutureTask<>(source::get);
        loading = task;
        Thread thread = new Thread(task, "boto4j-certificates");
        thread.setDaemon(true);
        thread.start();
      }
      return task;
    } finally {
      lock.unlock();
    }
  }

  private void forget(FutureTask<SSLSocketFactory> failed) {
    lock.lock();
    try {
      loading = failed.equals(loading) ? null : loading;
    } finally {
      lock.unlock();
    }
  }
}
