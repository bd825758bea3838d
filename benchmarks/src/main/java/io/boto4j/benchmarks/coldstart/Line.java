package io.boto4j.benchmarks.coldstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/** The measurements of one contestant. */
final class Line {
  final Contestant contestant;
  final List<Measurement> measurements = new ArrayList<>();
  int classes = -1;
  int classesOutsideArchive = -1;

  Line(Contestant contestant) {
    this.contestant = contestant;
  }

  /** Returns the minimum, the median and the maximum. */
  int[] spread(ToIntFunction<Measurement> of) {
    int[] sorted = measurements.stream().mapToInt(of).toArray();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    int median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new int[] {sorted[0], median, sorted[sorted.length - 1]};
  }

  int median(ToIntFunction<Measurement> of) {
    return spread(of)[1];
  }
}
