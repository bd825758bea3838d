package io.boto4j.conformance;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * A watch on stalls of the machine and the JVM: times in which a thread that wants to run does not
 * get to. It sleeps, starts a thread, and works for a moment, again and again, and records by how
 * much that took longer than usual. A thread that only sleeps would be preferred to those of calls.
 *
 * <p>As a task, which several threads may run at once, it runs until its thread is interrupted. It
 * measures the kind of thread it runs in.
 */
final class StallWatch implements Runnable {
  private static final long SAMPLE_MILLIS = 25;
  private static final int WORK_BYTES = 256 * 1024;

  private static final int REPEATS = 8;

  /** The number of pieces of work before the usual time for one is known. */
  private static final int TRIALS = 200;

  /** Shorter ones are not recorded: a scheduler alone takes that long. */
  private static final long NOTABLE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final long origin = System.nanoTime();
  private final byte[] work = new byte[WORK_BYTES];
  private final long usualNanos = usualNanos();

  /** The end of each stall by its beginning, both since the origin. */
  private final ConcurrentSkipListMap<Long, Long> stalls = new ConcurrentSkipListMap<>();

  @Override
  public void run() {
    try {
      while (true) {
        long due = time() + TimeUnit.MILLISECONDS.toNanos(SAMPLE_MILLIS);
        Thread.sleep(SAMPLE_MILLIS);
        Thread starting = new Thread(() -> {}, "stall-watch");
        starting.start();
        starting.join();
        due += workNanos() < 0 ? 0 : usualNanos;
        long now = time();
        if (now - due > NOTABLE_NANOS) {
          stalls.merge(due, now, Math::max);
        }
      }
    } catch (InterruptedException e) {
      // The end of the watch.
    }
  }

  private long usualNanos() {
    long shortest = Long.MAX_VALUE;
    for (int i = 0; i < TRIALS; i++) {
      shortest = Math.min(shortest, workNanos());
    }
    return shortest;
  }

  /** Works, and returns the time it took. */
  private long workNanos() {
    long begin = System.nanoTime();
    CRC32 crc = new CRC32();
    for (int i = 0; i < REPEATS; i++) {
      crc.update(work);
    }
    // The sum, which is never negative, keeps the compiler from leaving out the work.
    return System.nanoTime() - begin + Math.min(0, crc.getValue());
  }

  private long time() {
    return System.nanoTime() - origin;
  }

  /** Returns how much of the time between two values of {@link System#nanoTime} was a stall. */
  long nanosWithin(long from, long to) {
    long counted = from - origin;
    long end = to - origin;
    long sum = 0;
    // Stalls of several threads may overlap.
    for (Map.Entry<Long, Long> stall : stalls.headMap(end).entrySet()) {
      long begin = Math.max(counted, stall.getKey());
      counted = Math.max(counted, Math.min(end, stall.getValue()));
      sum += Math.max(0, counted - begin);
    }
    return sum;
  }

  long longestMillis() {
    long longest = 0;
    for (Map.Entry<Long, Long> stall : stalls.entrySet()) {
      longest = Math.max(longest, stall.getValue() - stall.getKey());
    }
    return TimeUnit.NANOSECONDS.toMillis(longest);
  }
}
