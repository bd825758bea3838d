package io.boto4j.benchmarks.contestants;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Repeats the same call on several threads and measures the number of calls, the time, and the CPU
 * time and allocated bytes of the whole process, including the compiler and the collector.
 */
final class CallLoad {
  /** One call, which fails if its response is not the expected one. */
  interface Call {
    void make() throws Exception;
  }

  private final boolean virtual;
  private final long measureMillis;
  private volatile boolean stopped;

  /**
   * Creates a load.
   *
   * @param threads {@code platform} or {@code virtual}
   * @param measureMillis the duration of a measurement, in milliseconds
   */
  CallLoad(String threads, long measureMillis) {
    this.virtual = threads.equals("virtual");
    this.measureMillis = measureMillis;
  }

  /**
   * Warms a call up on two threads and prints nothing.
   *
   * @param call the call
   * @param millis the duration, in milliseconds
   */
  void warmUp(Call call, long millis) throws Exception {
    measure(call, 2, millis);
  }

  /**
   * Prints one line per number of threads: operation, threads, calls, nanoseconds of wall time,
   * nanoseconds of CPU time, bytes.
   */
  void measure(String operation, Call call, String threads) throws Exception {
    for (String each : threads.split(",", -1)) {
      System.out.println(
          operation + "," + each + "," + measure(call, Integer.parseInt(each), measureMillis));
    }
  }

  private String measure(Call call, int threads, long millis) throws Exception {
    CountDownLatch ready = new CountDownLatch(threads);
    CountDownLatch start = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(threads);
    CountDownLatch read = new CountDownLatch(1);
    AtomicLong calls = new AtomicLong();
    AtomicReference<Exception> failure = new AtomicReference<>();
    ExecutorService pool = pool(threads);
    stopped = false;
    for (int i = 0; i < threads; i++) {
      // The first call of a thread opens its connection, which is not measured here.
      pool.execute(new Worker(call, ready, start, done, read, calls, failure));
    }
    ready.await();
    long bytes = allocated();
    long cpu = cpu();
    long time = System.nanoTime();
    start.countDown();
    Thread.sleep(millis);
    stopped = true;
    done.await();
    time = System.nanoTime() - time;
    cpu = cpu() - cpu;
    bytes = allocated() - bytes;
    read.countDown();
    pool.shutdown();
    if (failure.get() != null) {
      throw failure.get();
    }
    return calls + "," + time + "," + cpu + "," + bytes;
  }

  /** Creates virtual threads by reflection, because this is compiled for Java 17. */
  private ExecutorService pool(int threads) throws ReflectiveOperationException {
    return virtual
        ? (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null)
        : Executors.newFixedThreadPool(threads);
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /**
   * Returns the bytes allocated by all live threads: workers, and the carriers of virtual threads,
   * live until this is read.
   */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long each : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, each);
    }
    return sum;
  }

  private final class Worker implements Runnable {
    private final Call call;
    private final CountDownLatch ready;
    private final CountDownLatch start;
    private final CountDownLatch done;
    private final CountDownLatch read;
    private final AtomicLong calls;
    private final AtomicReference<Exception> failure;

    Worker(
        Call call,
        CountDownLatch ready,
        CountDownLatch start,
        CountDownLatch done,
        CountDownLatch read,
        AtomicLong calls,
        AtomicReference<Exception> failure) {
      this.call = call;
      this.ready = ready;
      this.start = start;
      this.done = done;
      this.read = read;
      this.calls = calls;
      this.failure = failure;
    }

    @Override
    public void run() {
      long count = 0;
      try {
        try {
          call.make();
        } finally {
          ready.countDown();
        }
        start.await();
        while (!stopped) {
          call.make();
          count++;
        }
      } catch (Exception e) {
        failure.compareAndSet(null, e);
      }
      calls.addAndGet(count);
      done.countDown();
      try {
        read.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
