package io.boto4j.benchmarks.coldstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportTest {
  private static final Group PLAIN = new Group(Task.GET_ITEM, "JDK 17", "http", Group.NO_ARCHIVE);
  private static final Group ARCHIVED = new Group(Task.GET_ITEM, "JDK 17", "http", "AppCDS");

  private final List<Line> lines = new ArrayList<>();

  /** In the middle round the machine was busy for all: medians of ratios are not affected. */
  @Test
  void markdown_noisyRounds_ratioIsTheMedianOfTheRoundsRatios() {
    add(PLAIN, Kind.FLOOR, 100, 300, 110);
    add(PLAIN, Kind.BOTO4J, 150, 450, 121);
    add(PLAIN, Kind.AWS_SDK, 600, 900, 1210);

    assertThat(new Report(lines).markdown())
        .contains("**DynamoDB GetItem, JDK 17, http**")
        .contains(
            "| boto4j | 150 (121–450) | 300 (242–900) | 2 | 1000 | 1.50 | 1.50 | 0.25 | 0.25 |");
  }

  @Test
  void text_archive_isATableOfItsOwnWithRatiosToItsOwnFloor() {
    add(PLAIN, Kind.FLOOR, 100);
    add(ARCHIVED, Kind.FLOOR, 50);
    add(ARCHIVED, Kind.BOTO4J, 60);

    String archived = new Report(lines).text().split("AppCDS\n", -1)[1];
    assertThat(archived).containsPattern("boto4j +60 \\(60–60\\) .* 1\\.20 +1\\.20 *\n");
  }

  @Test
  void markdown_baseline_addsTwoColumnsOfRoundsRatios() {
    add(PLAIN, Kind.FLOOR, 100, 300, 110);
    add(PLAIN, Kind.BOTO4J, 150, 450, 121);
    add(PLAIN, Kind.BASELINE, 200, 500, 121);

    assertThat(new Report(lines).markdown())
        .contains("| CPU ÷ floor | wall ÷ baseline | CPU ÷ baseline |")
        .containsPattern("[|] boto4j [|] .* [|] 1.50 [|] 1.50 [|] 0.90 [|] 0.90 [|]")
        .containsPattern("[|] boto4j, baseline [|] .* [|] 1.00 [|] 1.00 [|]");
  }

  @Test
  void markdown_typed_addsTwoColumnsOfRoundsDifferences() {
    add(PLAIN, Kind.BOTO4J, 100, 300, 110);
    add(PLAIN, Kind.GENERATED, 104, 299, 116);

    assertThat(new Report(lines).markdown())
        .contains("| classes | wall ms − boto4j | CPU ms − boto4j |")
        .containsPattern("[|] boto4j [|] .* [|] [+]0 [|] [+]0 [|]")
        .containsPattern("[|] boto4j, generated types [|] .* [|] [+]4 [|] [+]8 [|]");
  }

  @Test
  void markdown_boto3_isABaseOfRecipesAlone() {
    add(PLAIN, Kind.BOTO4J, 100);
    add(PLAIN, Kind.BOTO3, 200);
    assertThat(new Report(lines).markdown()).doesNotContain("÷");

    add(ARCHIVED, Kind.BOTO4J, 100);
    add(ARCHIVED, Kind.BOTO3, 200);
    assertThat(new Report(lines).markdown())
        .contains("| classes | wall ÷ boto3 | CPU ÷ boto3 |")
        .containsPattern("[|] boto4j [|] .* [|] 0.50 [|] 0.50 [|]");
  }

  @Test
  void csv_everyProcess_isALine() {
    add(PLAIN, Kind.AWS_SDK, 600, 700);

    assertThat(new Report(lines).csv())
        .isEqualTo(
            """
            task,jdk,scheme,archive,contestant,round,\
            wall_ms,cpu_ms,peak_kib,classes,classes_outside_archive
            DynamoDB GetItem,JDK 17,http,none,"AWS SDK 2.x, url-connection",1,600,1200,2048,1000,10
            DynamoDB GetItem,JDK 17,http,none,"AWS SDK 2.x, url-connection",2,700,1400,2048,1000,10
            """);
  }

  private void add(Group group, Kind kind, int... wallMillis) {
    Line line = new Line(new Contestant(group, kind, List.of(), Map.of(), List.of()));
    for (int wall : wallMillis) {
      line.measurements.add(new Measurement(wall, wall * 2, 2048));
    }
    line.classes = 1000;
    line.classesOutsideArchive = 10;
    lines.add(line);
  }
}
