package io.boto4j.benchmarks.contestants;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Creates clients and prints their cost: one line per figure, with its name and value. */
final class ClientLoad {
  static final List<String> SERVICES = List.of("dynamodb", "s3", "sqs", "rds", "ec2", "cloudwatch");

  private static final int WARM = 300;
  private static final int DROPPED = 10_000;

  /** Creates a client. */
  interface Maker {
    AutoCloseable make(String service) throws Exception;
  }

  private ClientLoad() {}

  /** Prints the figures of the six services. */
  static void measure(Maker maker) throws Exception {
    long before = heap();
    List<AutoCloseable> kept = new ArrayList<>();
    for (String service : SERVICES) {
      long start = System.nanoTime();
      kept.add(maker.make(service));
      String which = kept.size() == 1 ? "first in the process" : "first of its service";
      print("ms, " + which + ": " + service, (System.nanoTime() - start) / 1e6);
    }
    print("KB of heap for the six", (heap() - before) / 1e3);
    for (String service : SERVICES) {
      double[] millis = new double[WARM];
      for (int i = 0; i < WARM; i++) {
        long start = System.nanoTime();
        AutoCloseable client = maker.make(service);
        millis[i] = (System.nanoTime() - start) / 1e6;
        client.close();
      }
      double[] last = Arrays.copyOfRange(millis, WARM / 2, WARM);
      Arrays.sort(last);
      print("ms, warm: " + service, last[last.length / 2]);
    }
    // Twice: what the first ten thousand leave is kept once per session, not once per client.
    drop(maker);
    long flat = heap();
    drop(maker);
    print("KB of heap left by 10,000 closed", Math.max(0, heap() - flat) / 1e3);
    close(kept);
  }

  private static void drop(Maker maker) throws Exception {
    for (int i = 0; i < DROPPED; i++) {
      maker.make("dynamodb").close();
    }
  }

  /** Prints the figures of all services. */
  static void measureAll(List<String> services, Maker maker) throws Exception {
    long before = heap();
    long start = System.nanoTime();
    List<AutoCloseable> kept = new ArrayList<>();
    for (String service : services) {
      kept.add(maker.make(service));
    }
    print("ms for all " + services.size() + " services", (System.nanoTime() - start) / 1e6);
    print("KB of heap for all services", (heap() - before) / 1e3);
    close(kept);
  }

  private static void close(List<AutoCloseable> clients) throws Exception {
    for (AutoCloseable each : clients) {
      each.close();
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static void print(String name, double value) {
    System.out.println(name + "\t" + value);
  }
}
