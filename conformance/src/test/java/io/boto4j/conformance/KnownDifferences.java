package io.boto4j.conformance;

import io.boto4j.Client;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The known differences between boto4j and boto3, each with its reason: lines {@code protocol /
 * service / operation / kind of case / part — reason} in {@code known-differences.txt}, in which
 * {@code *} matches anything. The first line that matches is used.
 */
final class KnownDifferences {
  private static final String FILE = "known-differences.txt";

  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> reasons = new LinkedHashMap<>();

  private static final class Line {
    private final String text;
    private final Pattern pattern;
    private final String reason;
    private int uses;

    private Line(String text, String reason) {
      this.text = text;
      this.pattern = Pattern.compile(("\\Q" + text + "\\E").replace("*", "\\E.*\\Q"));
      this.reason = reason;
    }
  }

  static KnownDifferences read() {
    return read(FILE);
  }

  /** Reads another file of this form. */
  static KnownDifferences read(String file) {
    KnownDifferences known = new KnownDifferences();
    KnownFailures.read(file).all().forEach((text, why) -> known.lines.add(new Line(text, why)));
    return known;
  }

  /** Returns the reason for which a part of a case differs; null if it must not differ. */
  @Nullable String reason(Client client, OracleCase call, String part) {
    return reason(
        ResponseWire.protocolOf(client.model()),
        client.service(),
        call.operation().name(),
        call.kind(),
        part);
  }

  /** Returns the reason for which a place differs; null if it must not differ. */
  @Nullable String reason(String... place) {
    String name = String.join(" / ", place);
    for (Line line : lines) {
      if (line.pattern.matcher(name).matches()) {
        line.uses++;
        reasons.merge(line.reason, 1, Integer::sum);
        return line.reason;
      }
    }
    return null;
  }

  /** Returns the lines that matched no difference, once all services have been compared. */
  List<String> unused() {
    return lines.stream().filter(each -> each.uses == 0).map(each -> each.text).toList();
  }

  /** Returns the number of differences for each reason. */
  Map<String, Integer> reasons() {
    return reasons;
  }
}
