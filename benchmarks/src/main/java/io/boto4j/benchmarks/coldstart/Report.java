package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Turns measurements into tables: one a group, for people, for Markdown, and raw. */
final class Report {
  private static final List<String> HEAD =
      List.of(
          "",
          "wall ms",
          "CPU ms",
          "peak MB",
          "classes",
          "wall ÷ floor",
          "CPU ÷ floor",
          "wall ÷ SDK 2.x",
          "CPU ÷ SDK 2.x");

  private final List<Line> lines;

  Report(List<Line> lines) {
    this.lines = lines;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (String group : groups()) {
      List<List<String>> rows = rows(group);
      out.append('\n').append(group).append('\n');
      int[] widths = widths(rows);
      for (List<String> row : rows) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
          String blanks = " ".repeat(widths[i] - row.get(i).length());
          line.append("  ").append(i == 0 ? row.get(i) + blanks : blanks + row.get(i));
        }
        out.append(line.toString().stripTrailing()).append('\n');
      }
    }
    return out.toString();
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    for (String group : groups()) {
      List<List<String>> rows = rows(group);
      out.append("\n**").append(group).append("**\n\n");
      for (int i = 0; i < rows.size(); i++) {
        out.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
        if (i == 0) {
          out.append("|---|").append("---:|".repeat(HEAD.size() - 1)).append('\n');
        }
      }
    }
    return out.toString();
  }

  String csv() {
    StringBuilder out =
        new StringBuilder(
            "group,contestant,round,wall_ms,cpu_ms,peak_kib,classes,classes_outside_archive\n");
    for (Line line : lines) {
      for (int i = 0; i < line.measurements.size(); i++) {
        Measurement each = line.measurements.get(i);
        out.append('"').append(line.contestant.group()).append("\",\"");
        out.append(line.contestant.kind().label()).append("\",").append(i + 1);
        out.append(',').append(each.wallMillis()).append(',').append(each.cpuMillis());
        out.append(',').append(each.peakKib()).append(',').append(line.classes);
        out.append(',').append(line.classesOutsideArchive).append('\n');
      }
    }
    return out.toString();
  }

  private Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>();
    for (Line line : lines) {
      groups.add(line.contestant.group());
    }
    return groups;
  }

  private List<List<String>> rows(String group) {
    Line floor = find(group, Kind.FLOOR);
    Line sdk = find(group, Kind.AWS_SDK);
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Line line : lines) {
      if (line.contestant.group().equals(group)) {
        rows.add(
            List.of(
                line.contestant.kind().label(),
                spread(line, Measurement::wallMillis),
                spread(line, Measurement::cpuMillis),
                peak(line),
                line.classes < 0 ? "–" : Integer.toString(line.classes),
                ratio(line, floor, Measurement::wallMillis),
                ratio(line, floor, Measurement::cpuMillis),
                ratio(line, sdk, Measurement::wallMillis),
                ratio(line, sdk, Measurement::cpuMillis)));
      }
    }
    return rows;
  }

  private @Nullable Line find(String group, Kind kind) {
    for (Line line : lines) {
      if (line.contestant.group().equals(group) && line.contestant.kind() == kind) {
        return line;
      }
    }
    return null;
  }

  private static String spread(Line line, ToIntFunction<Measurement> of) {
    int[] spread = line.spread(of);
    return spread[1] + " (" + spread[0] + "–" + spread[2] + ")";
  }

  private static String peak(Line line) {
    int kib = line.median(Measurement::peakKib);
    return kib < 0 ? "–" : Integer.toString(Math.round(kib / 1024f));
  }

  /** The median of each round's ratio: neighbours in time met the same noise. */
  private static String ratio(Line line, @Nullable Line base, ToIntFunction<Measurement> of) {
    if (base == null) {
      return "–";
    }
    double[] ratios = new double[line.measurements.size()];
    for (int i = 0; i < ratios.length; i++) {
      int one = of.applyAsInt(line.measurements.get(i));
      ratios[i] = (double) one / of.applyAsInt(base.measurements.get(i));
    }
    Arrays.sort(ratios);
    int middle = ratios.length / 2;
    double median =
        ratios.length % 2 == 1 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    return String.format(Locale.ROOT, "%.2f", median);
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }
}
