package io.boto4j.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps parts of streams until they are sent: in memory up to a limit for all transfers together,
 * and large ones in temporary files, which are deleted when they are closed.
 */
final class Buffers {
  private static final int BLOCK = 64 * 1024;

  private final long most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition freed = lock.newCondition();
  private final Set<Runnable> waiting = new HashSet<>();
  private long used;

  Buffers(long most) {
    this.most = most;
  }

  /** A part of a stream. */
  record Kept(PartSource source, long size) {}

  /**
   * Reads a part of a stream. Waits for memory that other parts occupy.
   *
   * @param size the size of the part in bytes
   * @return the part, which is shorter only if the stream has ended
   */
  Kept read(InputStream in, long size) throws IOException {
    return size > most / 2 ? spool(in, size) : keep(in, (int) size);
  }

  /** Takes memory, which must be {@linkplain #release released}. */
  void acquire(long size) throws IOException {
    lock.lock();
    try {
      while (used > 0 && used + size > most) {
        freed.await();
      }
      used += size;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for memory");
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes memory if there is enough, or in any case.
   *
   * @param whenFreed runs when it may be worth trying again
   * @return whether it was taken
   */
  boolean tryAcquire(long size, boolean inAnyCase, Runnable whenFreed) {
    lock.lock();
    try {
      if (!inAnyCase && used > 0 && used + size > most) {
        waiting.add(whenFreed);
        return false;
      }
      used += size;
      return true;
    } finally {
      lock.unlock();
    }
  }

  void release(long size) {
    List<Runnable> woken;
    lock.lock();
    try {
      used -= size;
      freed.signalAll();
      woken = List.copyOf(waiting);
      waiting.clear();
    } finally {
      lock.unlock();
    }
    woken.forEach(Runnable::run);
  }

  /** The size of a part that leaves room for others. */
  long share(long size) {
    return Math.max(1, Math.min(size, most / 4));
  }

  private Kept keep(InputStream in, int size) throws IOException {
    acquire(size);
    try {
      byte[] bytes = in.readNBytes(size);
      return new Kept(new InMemory(this, bytes, size), bytes.length);
    } catch (IOException | RuntimeException e) {
      release(size);
      throw e;
    }
  }

  private static Kept spool(InputStream in, long size) throws IOException {
    Path path = Files.createTempFile("boto4j-s3-", ".part");
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      byte[] block = new byte[BLOCK];
      long count = 0;
      while (count < size) {
        int read = in.readNBytes(block, 0, (int) Math.min(block.length, size - count));
        if (read == 0) {
          break;
        }
        ByteBuffer rest = ByteBuffer.wrap(block, 0, read);
        while (rest.hasRemaining()) {
          file.write(rest);
        }
        count += read;
      }
      return new Kept(new Spooled(file), count);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static final class InMemory implements PartSource {
    private final Buffers owner;
    private final byte[] bytes;
    private final long taken;

    InMemory(Buffers owner, byte[] bytes, long taken) {
      this.owner = owner;
      this.bytes = bytes;
      this.taken = taken;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) {
      int count = (int) Math.min(length, bytes.length - position);
      System.arraycopy(bytes, (int) position, target, offset, count);
      return count;
    }

    @Override
    public void close() {
      owner.release(taken);
    }
  }

  private record Spooled(FileChannel file) implements PartSource {
    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
      int count = file.read(ByteBuffer.wrap(target, offset, length), position);
      if (count <= 0) {
        throw new EOFException("The temporary file of a part was cut");
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
