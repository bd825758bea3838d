package io.boto4j.spark.internal.read;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The division of the keys of a bucket into ranges, at prefixes that are found by listing with a
 * delimiter.
 *
 * <p>A partition is a range of consecutive keys, not a prefix: the ranges cover every key once,
 * wherever objects are, and whatever is written while the job runs. Prefixes only decide where to
 * cut.
 */
final class KeyRanges {
  /** The order in which S3 lists keys: that of their bytes in UTF-8. */
  static final Comparator<String> ORDER = Comparator.comparing(UTF8String::fromString);

  private static final int MOST_PAGES = 100;

  private final Client s3;
  private final Map<String, Object> parameters;
  private final PlanOptions options;
  private final int wanted;
  private int pages;

  private KeyRanges(Client s3, ParameterSet set, PlanOptions options, int wanted) {
    this.s3 = s3;
    this.parameters = set.parameters();
    this.options = options;
    this.wanted = wanted;
  }

  /**
   * A range of keys.
   *
   * @param after the key after which it begins, or null for the first key
   * @param upTo the last key that belongs to it, or null for all that follow
   */
  record Range(@Nullable String after, @Nullable String upTo) {}

  /** Refuses parameters for which ranges would lose or double objects. */
  static void check(Map<String, Object> parameters) {
    Object bucket = parameters.get("Bucket");
    if (parameters.containsKey("Delimiter")) {
      throw new IllegalArgumentException(
          "The parameter 'Delimiter' and the options 'partitions=prefixes' or 'splitKeys' exclude"
              + " each other.");
    }
    if (bucket instanceof String name && name.endsWith("--x-s3")) {
      throw new IllegalArgumentException(
          "The bucket "
              + name
              + " is a directory bucket, which lists keys in no order. List its prefixes in the"
              + " option 'partitions' as a JSON array.");
    }
  }

  /** Returns the ranges of a parameter set: at the split keys, or at discovered prefixes. */
  static List<Range> of(Client s3, ParameterSet set, PlanOptions options, int wanted) {
    SortedSet<String> cuts = new TreeSet<>(ORDER);
    if (options.splitKeys().isEmpty()) {
      cuts.addAll(new KeyRanges(s3, set, options, wanted).discover());
    } else {
      cuts.addAll(options.splitKeys());
    }
    String start = (String) set.parameters().get("StartAfter");
    List<String> usable = new ArrayList<>();
    for (String cut : cuts) {
      if (start == null || ORDER.compare(cut, start) > 0) {
        usable.add(cut);
      }
    }
    return between(start, options.splitKeys().isEmpty() ? thinned(usable, wanted - 1) : usable);
  }

  private static List<Range> between(@Nullable String start, List<String> cuts) {
    List<Range> ranges = new ArrayList<>();
    String after = start;
    for (String cut : cuts) {
      ranges.add(new Range(after, cut));
      after = cut;
    }
    ranges.add(new Range(after, null));
    return ranges;
  }

  /** Returns a number of cuts that are evenly spread over those found. */
  private static List<String> thinned(List<String> cuts, int most) {
    if (cuts.size() <= most) {
      return cuts;
    }
    List<String> chosen = new ArrayList<>();
    for (int i = 1; i <= most; i++) {
      chosen.add(cuts.get((int) ((long) i * cuts.size() / (most + 1))));
    }
    return chosen;
  }

  private SortedSet<String> discover() {
    SortedSet<String> found = new TreeSet<>(ORDER);
    List<String> level = List.of((String) parameters.getOrDefault("Prefix", ""));
    for (int depth = 0; depth < options.depth() && found.size() < wanted; depth++) {
      List<String> below = new ArrayList<>();
      for (String prefix : level) {
        below.addAll(children(prefix));
      }
      found.addAll(below);
      level = below;
    }
    return found;
  }

  private List<String> children(String prefix) {
    List<String> children = new ArrayList<>();
    Params list =
        Params.copyOf(parameters)
            .with("Prefix", prefix)
            .with("Delimiter", options.delimiter())
            .without("StartAfter");
    Iterator<Response> listing = s3.paginator("ListObjectsV2").pages(list).iterator();
    while (pages < Math.max(MOST_PAGES, wanted) && listing.hasNext()) {
      pages++;
      for (Structure common : listing.next().structures("CommonPrefixes")) {
        children.add(String.valueOf(common.text("Prefix")));
      }
    }
    return children;
  }
}
