package io.boto4j.s3;

import io.boto4j.Checksum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of an object that are complete, with their CRCs. Neighbors are joined, so that there
 * are few, and at the end one: the whole object. Safe for use by multiple threads.
 */
final class DoneRanges {
  private final String algorithm;
  private final TreeMap<Long, Range> ranges = new TreeMap<>();

  /**
   * A range.
   *
   * @param end the position after its last byte
   */
  record Range(long start, long end, String checksum) {}

  DoneRanges(String algorithm) {
    this.algorithm = algorithm;
  }

  String algorithm() {
    return algorithm;
  }

  synchronized void add(Range added) {
    Range range = added;
    Map.Entry<Long, Range> before = ranges.lowerEntry(range.start());
    if (before != null && before.getValue().end() == range.start()) {
      ranges.remove(before.getKey());
      range = joined(before.getValue(), range);
    }
    Range after = ranges.remove(range.end());
    ranges.put(range.start(), after == null ? range : joined(range, after));
  }

  private Range joined(Range first, Range second) {
    String both =
        Checksum.combine(
            algorithm, first.checksum(), second.checksum(), second.end() - second.start());
    return new Range(first.start(), second.end(), both);
  }

  /** Returns the ranges in their order. */
  synchronized List<Range> all() {
    return List.copyOf(ranges.values());
  }

  /** Returns the checksum of an object of the given size, or null if not all of it is complete. */
  synchronized @Nullable String whole(long size) {
    Range first = ranges.get(0L);
    return first != null && first.end() == size ? first.checksum() : null;
  }

  /** Returns what is missing of an object, as pairs of start and end. */
  synchronized List<long[]> gaps(long size) {
    List<long[]> gaps = new ArrayList<>();
    long at = 0;
    for (Range range : ranges.values()) {
      if (range.start() > at) {
        gaps.add(new long[] {at, range.start()});
      }
      at = range.end();
    }
    if (at < size) {
      gaps.add(new long[] {at, size});
    }
    return gaps;
  }
}
