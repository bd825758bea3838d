package io.boto4j.crac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A door to a server on 127.0.0.1, which counts the connections through it. */
final class CountingDoor implements AutoCloseable {
  private final ServerSocket listener;
  private final URI behind;
  private final AtomicInteger total = new AtomicInteger();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int open;

  private CountingDoor(ServerSocket listener, URI behind) {
    this.listener = listener;
    this.behind = behind;
  }

  static CountingDoor to(URI behind) throws IOException {
    CountingDoor door =
        new CountingDoor(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behind);
    start(door::accept);
    return door;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "counting-door");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The number of connections that were ever opened. */
  int total() {
    return total.get();
  }

  /** The number of connections that the client has not closed. */
  int open() {
    lock.lock();
    try {
      return open;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until clients have closed all connections. */
  void awaitClosed() throws InterruptedException {
    lock.lock();
    try {
      while (open > 0) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Socket server = new Socket(behind.getHost(), behind.getPort());
        total.incrementAndGet();
        count(1);
        start(
            () -> {
              pump(client, server);
              count(-1);
            });
        start(() -> pump(server, client));
      }
    } catch (IOException e) {
      // The test has closed the door.
    }
  }

  private void count(int change) {
    lock.lock();
    try {
      open += change;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has closed the connection, which ends both.
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
