package io.boto4j.benchmarks.plots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlotsTest {
  private static final String COLD_START =
      """
      task,jdk,scheme,archive,contestant,round,wall_ms
      DynamoDB GetItem,JDK 17,http,none,boto4j,1,116
      DynamoDB GetItem,JDK 17,https,none,boto4j,1,362
      DynamoDB GetItem,JDK 17,http,none,boto3,1,262
      S3 GetObject,JDK 25,http,none,boto4j,1,130
      RDS DescribeDBInstances,JDK 17,http,AppCDS,boto4j,1,90
      """;
  private static final String CALLS =
      """
      contestant,operation,threads,round,calls,nanos,cpu_nanos,bytes
      boto4j,GetItem,1,1,3000,100000000,1,1
      "AWS SDK 2.x, apache",GetItem,1,1,300,100000000,1,1
      boto4j,GetItem,16,1,5000,100000000,1,1
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void noScreen() {
    System.setProperty("java.awt.headless", "true");
  }

  @Test
  void main_results_areAPictureATaskAndAnOperation() throws IOException {
    write("cold-start.csv", COLD_START);
    write("calls.csv", CALLS);

    assertThat(draw()).containsExactly("calls-getitem.svg", "cold-start-getitem.svg");
  }

  @Test
  void main_sameResults_areTheSameBytesOnWhite() throws IOException {
    write("cold-start.csv", COLD_START);
    draw();
    String first = Files.readString(folder.resolve("images/cold-start-getitem.svg"));
    draw();

    assertThat(folder.resolve("images/cold-start-getitem.svg")).hasContent(first);
    assertThat(first)
        .containsPattern(
            "<rect height=\"440\" style=\"fill:rgb\\(255,255,255\\);[^>]* width=\"960\"");
  }

  @Test
  void main_noResults_isNoPicture() throws IOException {
    assertThat(draw()).isEmpty();
  }

  @Test
  void main_resultsOfAnOlderCommand_askForNewOnes() throws IOException {
    write("cold-start.csv", "group,contestant,round,wall_ms\nx,boto4j,1,116\n");

    assertThatThrownBy(this::draw)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No column jdk among [group, contestant, round, wall_ms]: measure again");
  }

  @Test
  void shortened_longFractions_losesNothingElse() {
    assertThat(
            Drawing.shortened(
                "version=\"1.0\" d=\"M-8.203125,-0.625 L-12.5,7\" id=\"clip902956512\""))
        .isEqualTo("version=\"1.0\" d=\"M-8.20,-0.62 L-12.5,7\" id=\"clip902956512\"");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private List<String> draw() throws IOException {
    Path images = folder.resolve("images");
    Plots.main(new String[] {folder.toString(), images.toString()});
    try (var files = Files.list(images)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
