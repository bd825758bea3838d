package io.boto4j.reference.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.reference.search.GuideHeadings.Heading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GuideHeadingsTest {
  @Test
  void headings_areGroupedByPage_andEscaped() {
    byte[] json =
        GuideHeadings.of(
            List.of(
                new Heading("Zoo", "Zoo", "guides/zoo.html"),
                new Heading("Farm", "Farm", "guides/farm.html"),
                new Heading("A \"lion\"\n\\", "Zoo", "guides/zoo.html#lion"),
                new Heading("Bär", "Zoo", "guides/zoo.html#baer")));
    assertThat(new String(json, StandardCharsets.UTF_8))
        .isEqualTo(
            """
            [["Zoo","guides/zoo.html",["A \\"lion\\"\\u000a\\\\","lion","Bär","baer"]],
            ["Farm","guides/farm.html",[]]]
            """);
  }

  @Test
  void headings_ofNoGuides_areAnEmptyList() {
    assertThat(GuideHeadings.of(List.of())).asString(StandardCharsets.UTF_8).isEqualTo("[]\n");
  }
}
