package io.boto4j.benchmarks.plots;

import java.awt.Color;
import java.util.List;

/**
 * The colours of the contestants, the same in every picture: the eight of Okabe and Ito, which
 * colour-blind readers can distinguish (https://jfly.uni-koeln.de/color/), with a darker yellow for
 * white paper.
 */
final class Palette {
  private static final Color BLACK = new Color(0, 0, 0);
  private static final Color GREY = new Color(153, 153, 153);
  private static final Color BLUE = new Color(0, 114, 178);
  private static final Color SKY = new Color(86, 180, 233);
  private static final Color GREEN = new Color(0, 158, 115);
  private static final Color ORANGE = new Color(230, 159, 0);
  private static final Color VERMILLION = new Color(213, 94, 0);
  private static final Color PURPLE = new Color(204, 121, 167);
  private static final Color YELLOW = new Color(196, 178, 30);

  /** More special names first. */
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("empty JVM", GREY),
          new Entry("bytes alone", GREY),
          new Entry("hand-written", BLACK),
          new Entry("url-connection", ORANGE),
          new Entry("apache5", PURPLE),
          new Entry("apache", VERMILLION),
          new Entry("virtual", YELLOW),
          new Entry("boto4j, JDK", SKY),
          new Entry("boto4j", BLUE),
          new Entry("boto3", GREEN));

  private record Entry(String part, Color color) {}

  private Palette() {}

  static Color color(String contestant) {
    for (Entry entry : ENTRIES) {
      if (contestant.contains(entry.part())) {
        return entry.color();
      }
    }
    return BLACK;
  }
}
