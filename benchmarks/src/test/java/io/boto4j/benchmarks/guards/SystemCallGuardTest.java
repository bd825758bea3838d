package io.boto4j.benchmarks.guards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.boto4j.benchmarks.coldstart.CannedServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How often a warm call goes to the kernel to read and to write, which no profile of Java code
 * shows. The child interprets, so that no compiler's thread is counted with it.
 */
final class SystemCallGuardTest {
  /**
   * One that asks whether the server has left the idle connection, one for the whole answer, and
   * one more before it where the answer was not there at once: that depends on the machine.
   */
  private static final double READS = 3.1;

  /** Head and body together. */
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
