package io.boto4j.conformance;

import io.boto4j.conformance.page.SuiteRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the comparisons of boto3's and boto4j's resources, and collects those whose outcome is not
 * the known one: a difference must be in {@code resource-exceptions.txt}, an agreement must not.
 */
final class ResourceExceptions {
  private final SuiteRecord record = new SuiteRecord("resources");
  private final KnownDifferences known = KnownDifferences.read("resource-exceptions.txt");
  private final Map<String, Integer> compared = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private int same;
  private int different;

  /** Counts something that is compared, such as an action. */
  void count(String what) {
    compared.merge(what, 1, Integer::sum);
  }

  /**
   * Records the outcome of a comparison.
   *
   * @param difference how the two sides differ; null if they agree
   * @param place the service, type, step, variant and part
   */
  void record(@Nullable String difference, String... place) {
    String name = String.join(" / ", place);
    String reason = known.reason(place);
    if (difference == null && reason == null) {
      same++;
      record.passed(place[0]);
    } else if (difference != null && reason != null) {
      different++;
      record.known(place[0]);
      record.knownReason(reason, place[0]);
    } else if (difference == null) {
      problems.add("\n  " + name + " agrees: take it out of resource-exceptions.txt");
    } else {
      problems.add("\n  " + name + ": " + difference);
    }
  }

  /** Returns the outcomes that are not the known ones, and forgets them. */
  List<String> problems() {
    List<String> copy = List.copyOf(problems);
    problems.clear();
    return copy;
  }

  /** Returns the lines of the file that no difference matched. */
  List<String> unused() {
    return known.unused();
  }

  /** Returns the result of the suite. */
  SuiteRecord result() {
    return record;
  }

  void print() {
    List<String> counts = new ArrayList<>();
    compared.forEach((what, count) -> counts.add(count + " " + what));
    System.out.println("resources: " + String.join(", ", counts));
    System.out.println(
        "resources: " + same + " comparisons agree, " + different + " are known exceptions");
    known.reasons().forEach((reason, count) -> System.out.println("  " + count + ": " + reason));
  }
}
