package io.boto4j.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallReportTest {
  private final List<Result> results = new ArrayList<>();

  /** In the second round the machine was busy for both: medians of ratios are not affected. */
  @Test
  void tables_baseline_addsRatiosToTheSameJdkAndThreads() {
    add("boto4j", 1000, 300, 1210);
    add("boto4j, baseline", 500, 200, 1100);
    add("boto4j, JDK 25", 600, 600, 600);
    add("boto4j, baseline, JDK 25", 800, 800, 800);
    add("bytes alone", 2000, 2000, 2000);

    assertThat(new CallReport(results).tables(true))
        .contains("| calls/s ÷ baseline | CPU ÷ baseline | bytes ÷ baseline |")
        .containsPattern("[|] boto4j [|] 1000 .* [|] 1.50 [|] 0.67 [|] 0.67 [|]")
        .containsPattern("[|] boto4j, baseline [|] 500 .* [|] 1.00 [|] 1.00 [|] 1.00 [|]")
        .containsPattern("[|] boto4j, JDK 25 [|] 600 .* [|] 0.75 [|] 1.33 [|] 1.33 [|]")
        .containsPattern("[|] bytes alone [|] 2000 .* [|] – [|] – [|] – [|]");
  }

  @Test
  void tables_noBaseline_haveNoSuchColumns() {
    add("boto4j", 1000);

    assertThat(new CallReport(results).tables(true)).doesNotContain("baseline");
  }

  /** Adds a result per round: with as much CPU and memory in all, whatever the number of calls. */
  private void add(String contestant, long... calls) {
    for (int i = 0; i < calls.length; i++) {
      results.add(
          new Result(contestant, "GetItem", 16, i + 1, calls[i], 1_000_000_000, 6_000_000, 48_000));
    }
  }
}
