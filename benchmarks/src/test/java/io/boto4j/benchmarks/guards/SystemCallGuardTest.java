package io.boto4j.benchmarks.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.boto4j.benchmarks.coldstart.CannedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bounds the reads and writes of a warm call, which no profile of Java code shows. The child
 * process runs in the interpreter, so that no compiler thread is counted.
 */
final class SystemCallGuardTest {
  /**
   * One read checks whether the server has closed the idle connection and one gets the whole
   * response. Whether there is another before it, because the response has not arrived yet, depends
   * on the machine.
   */
  private static final double READS = 3.1;

  /** Head and body are sent in one write. */
  private static final double WRITES = 1.01;

  @Test
  void getItem_warm_readsAndWritesSeldom(@TempDir Path folder) throws Exception {
    assumeThat(SystemCallProbe.COUNTERS).exists();

    String[] counts =
        ChildJvm.run(folder, List.of("-Xint"), SystemCallProbe.class, CannedServer.http().url())
            .split(" ", -1);

    assertThat(perCall(counts[0])).isBetween(2.0, READS);
    assertThat(perCall(counts[1])).isBetween(1.0, WRITES);
  }

  private static double perCall(String count) {
    return (double) Long.parseLong(count) / SystemCallProbe.CALLS;
  }
}
