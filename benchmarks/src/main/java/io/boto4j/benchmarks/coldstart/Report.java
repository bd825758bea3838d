package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Formats measurements as one table per group, in aligned text or Markdown, and as raw CSV. */
final class Report {
  private static final List<String> HEAD = List.of("", "wall ms", "CPU ms", "peak MB", "classes");
  private static final List<String> TYPED_HEAD = List.of("wall ms − boto4j", "CPU ms − boto4j");

  private final List<Line> lines;

  Report(List<Line> lines) {
    this.lines = lines;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (Group group : groups()) {
      out.append('\n').append(group.title()).append('\n').append(new Table(rows(group)).text());
    }
    return out.toString();
  }

  String markdown() {
    StringBuilder out = new StringBuilder();
    for (Group group : groups()) {
      out.append("\n**")
          .append(group.title())
          .append("**\n\n")
          .append(new Table(rows(group)).markdown());
    }
    return out.toString();
  }

  String csv() {
    StringBuilder out =
        new StringBuilder(
            "task,jdk,scheme,archive,contestant,round,"
                + "wall_ms,cpu_ms,peak_kib,classes,classes_outside_archive\n");
    for (Line line : lines) {
      for (int i = 0; i < line.measurements.size(); i++) {
        Measurement each = line.measurements.get(i);
        Group group = line.contestant.group();
        out.append(group.task().title()).append(',').append(group.jdk()).append(',');
        out.append(group.scheme()).append(',').append(group.archive()).append(",\"");
        out.append(line.contestant.kind().label()).append("\",").append(i + 1);
        out.append(',').append(each.wallMillis()).append(',').append(each.cpuMillis());
        out.append(',').append(each.peakKib()).append(',').append(line.classes);
        out.append(',').append(line.classesOutsideArchive).append('\n');
      }
    }
    return out.toString();
  }

  private Set<Group> groups() {
    Set<Group> groups = new LinkedHashSet<>();
    for (Line line : lines) {
      groups.add(line.contestant.group());
    }
    return groups;
  }

  private List<List<String>> rows(Group group) {
    Map<String, Line> bases = bases(group);
    List<String> head = new ArrayList<>(HEAD);
    for (String base : bases.keySet()) {
      head.add("wall ÷ " + base);
      head.add("CPU ÷ " + base);
    }
    Line boto4j = hasTyped(group) ? find(group, Kind.BOTO4J) : null;
    if (boto4j != null) {
      head.addAll(TYPED_HEAD);
    }
    List<List<String>> rows = new ArrayList<>(List.of(head));
    for (Line line : lines) {
      if (line.contestant.group().equals(group)) {
        List<String> row = new ArrayList<>();
        row.add(line.contestant.kind().label());
        row.add(spread(line, Measurement::wallMillis));
        row.add(spread(line, Measurement::cpuMillis));
        row.add(peak(line));
        row.add(line.classes < 0 ? "–" : Integer.toString(line.classes));
        for (Line base : bases.values()) {
          row.add(ratio(line, base, Measurement::wallMillis));
          row.add(ratio(line, base, Measurement::cpuMillis));
        }
        if (boto4j != null) {
          row.add(difference(line, boto4j, Measurement::wallMillis));
          row.add(difference(line, boto4j, Measurement::cpuMillis));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns the contestants that all of a group are divided by, under their short names. */
  private Map<String, Line> bases(Group group) {
    Map<String, Line> bases = new LinkedHashMap<>();
    bases.put("floor", find(group, Kind.FLOOR));
    bases.put("SDK 2.x", find(group, Kind.AWS_SDK));
    bases.put("baseline", find(group, Kind.BASELINE));
    if (group.isArchived()) {
      bases.put("boto3", find(group, Kind.BOTO3));
    }
    bases.values().removeIf(Objects::isNull);
    return bases;
  }

  private boolean hasTyped(Group group) {
    return find(group, Kind.GENERATED) != null || find(group, Kind.INTERFACE) != null;
  }

  private @Nullable Line find(Group group, Kind kind) {
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

  /** Returns the median of the rounds' differences. */
  private static String difference(Line line, Line base, ToIntFunction<Measurement> of) {
    double[] differences = new double[line.measurements.size()];
    for (int i = 0; i < differences.length; i++) {
      int one = of.applyAsInt(line.measurements.get(i));
      differences[i] = one - of.applyAsInt(base.measurements.get(i));
    }
    return String.format(Locale.ROOT, "%+.0f", Medians.of(differences));
  }

  /** Returns the median of the rounds' ratios: runs close in time meet the same noise. */
  private static String ratio(Line line, Line base, ToIntFunction<Measurement> of) {
    double[] ratios = new double[line.measurements.size()];
    for (int i = 0; i < ratios.length; i++) {
      int one = of.applyAsInt(line.measurements.get(i));
      ratios[i] = (double) one / of.applyAsInt(base.measurements.get(i));
    }
    return String.format(Locale.ROOT, "%.2f", Medians.of(ratios));
  }
}
