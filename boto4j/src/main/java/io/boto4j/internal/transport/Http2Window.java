package io.boto4j.internal.transport;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The flow control window of what is sent: the smaller of the connection's and the stream's. */
final class Http2Window {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long connection;
  private long stream;
  private int initial;
  private boolean closed;

  Http2Window(int initial) {
    this.initial = initial;
    this.connection = initial;
    this.stream = initial;
  }

  /** Waits until the window is open, and takes as much of it as fits in a frame. */
  int take(int most) throws IOException, InterruptedException {
    lock.lock();
    try {
      while (!closed && Math.min(connection, stream) <= 0) {
        changed.await();
      }
      if (closed) {
        throw new IOException("The exchange has ended");
      }
      int count =
          (int) Math.min(Math.min(connection, stream), Math.min(most, Http2Frames.MAX_FRAME));
      connection -= count;
      stream -= count;
      return count;
    } finally {
      lock.unlock();
    }
  }

  void grow(int streamId, int by) throws ProtocolException {
    lock.lock();
    try {
      if (streamId == 0) {
        connection = checked(connection + by);
      } else {
        stream = checked(stream + by);
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Changes the window by the difference, even below zero (RFC 9113, section 6.9.2). */
  void initial(int size) throws ProtocolException {
    lock.lock();
    try {
      stream = checked(stream + checked(Integer.toUnsignedLong(size)) - initial);
      initial = size;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends all waits. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static long checked(long size) throws ProtocolException {
    if (size > Integer.MAX_VALUE) {
      throw new ProtocolException("an HTTP/2 window of more than 2^31-1 bytes");
    }
    return size;
  }
}
