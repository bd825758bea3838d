package io.boto4j.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressBarTest {
  private static final long MIB = 1024 * 1024;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  private static TransferProgress at(long mib, long total, long seconds, boolean ended) {
    long parts = total < 0 ? -1 : 10;
    return new TransferProgress(
        mib * MIB,
        total < 0 ? -1 : total * MIB,
        2.0 * MIB,
        mib / 10,
        parts,
        0,
        Duration.ofSeconds(seconds),
        ended);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void terminal_progress_redrawsOneLine() {
    ProgressBar bar = new ProgressBar(out, true);
    bar.onProgress(at(50, 100, 25, false));
    bar.onProgress(at(100, 100, 50, true));
    bar.onProgress(at(100, 100, 51, true));

    String[] lines = text().split("\r");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).isEmpty();
    assertThat(lines[1])
        .isEqualTo(" 50% [##########..........] 50.0 MiB of 100.0 MiB, 2.0 MiB/s, 5/10, 0:25 left");
    assertThat(lines[2])
        .startsWith("100% [####################] 100.0 MiB, 2.0 MiB/s, 10/10, took 0:50")
        .endsWith("\n");
    // The end of the longer line is overwritten.
    assertThat(lines[2].stripTrailing()).hasSizeLessThan(lines[1].length());
    assertThat(lines[2]).hasSize(lines[1].length() + 1);
  }

  @Test
  void log_progress_printsALinePerTenth() {
    ProgressBar bar = new ProgressBar(out, false);
    for (int mib = 0; mib <= 100; mib++) {
      bar.onProgress(at(mib, 100, mib / 2, mib == 100));
    }
    assertThat(text()).hasLineCount(10).doesNotContain("\r").endsWith("\n");
    assertThat(text().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).startsWith(" 10% 10.0 MiB of 100.0 MiB"));
  }

  @Test
  void log_unknownTotal_printsALinePerTenSeconds() {
    ProgressBar bar = new ProgressBar(out, false);
    for (int second = 0; second <= 35; second++) {
      bar.onProgress(at(second * 10L, -1, second, second == 35));
    }
    assertThat(text().lines().toList())
        .containsExactly(
            "100.0 MiB, 2.0 MiB/s, 10 done",
            "200.0 MiB, 2.0 MiB/s, 20 done",
            "300.0 MiB, 2.0 MiB/s, 30 done",
            "350.0 MiB, 2.0 MiB/s, 35 done, took 0:35");
  }

  @Test
  void retries_some_areShown() {
    new ProgressBar(out, false)
        .onProgress(new TransferProgress(1, 1, 0, 1, 1, 3, Duration.ofHours(2), true));
    assertThat(text()).isEqualTo("100% 1 byte, 0 bytes/s, 3 retries, took 2:00:00\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "1023, 1023 bytes",
    "1024, 1.0 KiB",
    "1536, 1.5 KiB",
    "1048575, 1.0 MiB",
    "1048576, 1.0 MiB",
    "5368709120, 5.0 GiB",
    "9223372036854775807, 8192.0 PiB"
  })
  void size_forPeople_hasBinaryUnits(long bytes, String text) {
    assertThat(ProgressBar.size(bytes)).isEqualTo(text);
  }
}
