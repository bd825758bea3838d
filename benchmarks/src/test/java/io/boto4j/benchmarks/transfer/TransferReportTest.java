package io.boto4j.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TransferReportTest {
  private static Run run(String contestant, int round, int millis) {
    return new Run(Scenario.FILES_UP, contestant, round, millis, 1500, 2048, 10_000, 40);
  }

  private final List<Run> runs =
      List.of(
          run(Contestant.FLOOR, 1, 1000),
          run(Contestant.BOTO4J, 1, 1100),
          run(Contestant.BOTO3, 1, 2200),
          run(Contestant.FLOOR, 2, 2000),
          run(Contestant.BOTO4J, 2, 2200),
          run(Contestant.BOTO3, 2, 4400));

  @Test
  void tables_severalRounds_haveMediansAndTheRatiosOfRounds() {
    TransferOptions options = TransferOptions.parse(List.of("--markdown"));
    assertThat(new TransferReport(runs, options).tables())
        .contains("### 10000 × 4096 bytes: small files up, http")
        .contains("| boto4j | 1.65 | 1.10 | 1.00 | 1.50 | 1.00 | 2 | 10,000 | 0.04 |");
  }

  @Test
  void tables_budgets_areKeptOrMissed() {
    assertThat(new TransferReport(runs, TransferOptions.parse(List.of())).tables())
        .contains("- boto4j ÷ floor: 1.10, budget at most 1.2\n")
        .contains("- boto3 ÷ boto4j: 2.00, budget at least 3.0: MISSED\n");
  }
}
