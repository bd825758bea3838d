package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.conformance.TransferLane.Outcome;
import io.boto4j.conformance.page.SuiteRecord;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes transfers that meet random faults: of the connection, of the store, and of what is
 * transferred. Each either succeeds and the result is complete and identical, or fails with an
 * exception of a name and leaves nothing that looks like a result.
 *
 * <p>A build makes a few hundred; {@code -Dboto4j.transfers=3000} makes more, and {@code
 * -Dboto4j.transfers.seed=} one again that has failed.
 */
final class TransferFaultsTest {
  private static final int FEW = 240;
  private static final int LANES = 4;

  /** A client makes so many, so that its quota of retries is not used up. */
  private static final int PER_CLIENT = 15;

  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir Path folder;

  @Test
  void transfers_withFaults_areCompleteOrAbsent() throws Exception {
    Long seed = Long.getLong("boto4j.transfers.seed");
    int count = seed == null ? Integer.getInteger("boto4j.transfers", FEW) : 1;
    long first = seed == null ? System.nanoTime() : seed;
    List<Outcome> outcomes = new ArrayList<>();
    ExecutorService lanes = Executors.newFixedThreadPool(LANES);
    try (LocalAws aws = LocalAws.start()) {
      AtomicInteger next = new AtomicInteger();
      List<Future<List<Outcome>>> running = new ArrayList<>();
      for (int lane = 0; lane < LANES; lane++) {
        String name = "lane-" + lane;
        running.add(lanes.submit(() -> run(aws, name, first, count, next)));
      }
      for (Future<List<Outcome>> each : running) {
        outcomes.addAll(each.get());
      }
    } finally {
      lanes.shutdownNow();
    }
    print(outcomes);
    assertThat(problems(outcomes)).isEmpty();
    if (count == FEW) {
      record(outcomes.size());
    }
    await(() -> threads().isEmpty());
    assertThat(threads()).as("threads that are left").isEmpty();
  }

  private List<Outcome> run(LocalAws aws, String name, long first, int count, AtomicInteger next)
      throws IOException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    for (int client = 0; next.get() < count; client++) {
      String bucket = name + "-" + client;
      TransferLane lane = new TransferLane(aws, bucket, folder.resolve(bucket));
      try (lane) {
        for (int i = 0; i < PER_CLIENT; i++) {
          int number = next.getAndIncrement();
          if (number >= count) {
            break;
          }
          outcomes.add(lane.run(TransferCase.of(first + number)));
        }
      }
      await(() -> lane.openConnections() == 0);
      assertThat(lane.openConnections()).as("connections of " + bucket).isZero();
    }
    return outcomes;
  }

  private static List<String> problems(List<Outcome> outcomes) {
    List<String> problems = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      for (String problem : outcome.problems()) {
        problems.add("\n  " + outcome.of() + ", " + outcome.text() + ": " + problem);
      }
    }
    return problems;
  }

  /** Records what is the same in every run: the seed, and with it each outcome, is not. */
  private static void record(int count) throws IOException {
    SuiteRecord record = new SuiteRecord("transfer-faults");
    record.passed("all", count);
    for (TransferFault fault : TransferFault.values()) {
      if (fault != TransferFault.NONE) {
        List<String> kinds = new ArrayList<>();
        for (TransferCase.Kind kind : TransferCase.Kind.values()) {
          if (kind.faults().contains(fault)) {
            kinds.add(words(kind));
          }
        }
        boolean all = kinds.size() == TransferCase.Kind.values().length;
        record.row(List.of(words(fault), all ? "all" : String.join(", ", kinds)));
      }
    }
    record.write();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void print(List<Outcome> outcomes) {
    int struck = 0;
    int complete = 0;
    int continued = 0;
    Map<String, Integer> failures = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      struck += outcome.struck() ? 1 : 0;
      if (outcome.text().equals("complete with its journal")) {
        complete++;
        continued++;
      } else if (outcome.text().equals("complete")) {
        complete++;
      } else {
        failures.merge(outcome.text(), 1, Integer::sum);
      }
    }
    System.out.println(
        "Transfers: "
            + outcomes.size()
            + ", "
            + struck
            + " of them with faults; "
            + complete
            + " complete and identical, "
            + continued
            + " of them at the second try with their journal; "
            + (outcomes.size() - complete)
            + " failed and left nothing: "
            + failures);
  }

  private static List<String> threads() {
    List<String> names = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("boto4j-s3-")) {
        names.add(thread.getName());
      }
    }
    return names;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean() && System.currentTimeMillis() < end) {
      // Threads and sockets end on their own, without anything to wait for.
      Thread.sleep(20);
    }
  }
}
