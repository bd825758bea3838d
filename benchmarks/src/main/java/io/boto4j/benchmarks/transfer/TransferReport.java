package io.boto4j.benchmarks.transfer;

import io.boto4j.benchmarks.run.Medians;
import io.boto4j.benchmarks.run.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The tables. A ratio is the median of the rounds' ratios: runs close in time meet the same noise.
 */
final class TransferReport {
  private static final double FLOOR_BUDGET = 1.2;
  private static final double BOTO3_BUDGET = 3;
  private static final double PEER_BUDGET = 1;

  private final List<Run> runs;
  private final TransferOptions options;

  TransferReport(List<Run> runs, TransferOptions options) {
    this.runs = runs;
    this.options = options;
  }

  String tables() {
    StringBuilder out = new StringBuilder();
    for (Scenario scenario : Scenario.values()) {
      List<String> names = names(scenario);
      if (names.isEmpty()) {
        continue;
      }
      out.append('\n').append(options.markdown ? "### " : "").append(scenario.title(options));
      out.append("\n\n");
      Table table = new Table(rows(scenario, names));
      out.append(options.markdown ? table.markdown() : table.text());
      budgets(out, scenario, names);
    }
    return out.toString();
  }

  private List<String> names(Scenario scenario) {
    Set<String> names = new LinkedHashSet<>();
    for (Run each : runs) {
      if (each.scenario() == scenario) {
        names.add(each.contestant());
      }
    }
    return List.copyOf(names);
  }

  private List<List<String>> rows(Scenario scenario, List<String> names) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            "wall, s",
            "÷ floor",
            "÷ boto4j",
            "CPU, s",
            "CPU ÷ floor",
            "peak, MB",
            "requests",
            "server CPU, s"));
    for (String name : names) {
      rows.add(
          List.of(
              name,
              figure("%.2f", median(scenario, name, Run::wallMillis) / 1000),
              ratio(scenario, name, Contestant.FLOOR),
              ratio(scenario, name, Contestant.BOTO4J),
              figure("%.2f", median(scenario, name, Run::cpuMillis) / 1000),
              cpuRatio(scenario, name),
              figure("%.0f", median(scenario, name, Run::peakKib) / 1024),
              figure("%,.0f", median(scenario, name, Run::requests)),
              figure("%.2f", median(scenario, name, Run::serverMillis) / 1000)));
    }
    return rows;
  }

  private void budgets(StringBuilder out, Scenario scenario, List<String> names) {
    if (!names.contains(Contestant.BOTO4J)) {
      return;
    }
    out.append('\n');
    for (String name : names) {
      if (name.equals(Contestant.FLOOR)) {
        double seen = ratio(Contestant.BOTO4J, name, scenario);
        budget(out, "boto4j ÷ floor", seen, "at most", FLOOR_BUDGET, seen <= FLOOR_BUDGET);
      } else if (!name.startsWith(Contestant.BOTO4J)) {
        boolean threefold = name.equals(Contestant.BOTO3) && scenario.isOfFiles();
        double least = threefold ? BOTO3_BUDGET : PEER_BUDGET;
        double seen = ratio(name, Contestant.BOTO4J, scenario);
        budget(out, name + " ÷ boto4j", seen, "at least", least, seen >= least);
      }
    }
  }

  private static void budget(
      StringBuilder out, String what, double seen, String how, double bound, boolean kept) {
    out.append(line(what, seen, how, bound)).append(kept ? "" : ": MISSED").append('\n');
  }

  private static String line(String what, double seen, String how, double bound) {
    return String.format(Locale.ROOT, "- %s: %.2f, budget %s %.1f", what, seen, how, bound);
  }

  private String ratio(Scenario scenario, String name, String base) {
    return names(scenario).contains(base) ? figure("%.2f", ratio(name, base, scenario)) : "";
  }

  private String cpuRatio(Scenario scenario, String name) {
    return names(scenario).contains(Contestant.FLOOR)
        ? figure("%.2f", ratio(name, Contestant.FLOOR, scenario, Run::cpuMillis))
        : "";
  }

  private double ratio(String name, String base, Scenario scenario) {
    return ratio(name, base, scenario, Run::wallMillis);
  }

  private double ratio(String name, String base, Scenario scenario, ToDoubleFunction<Run> figure) {
    List<Double> ratios = new ArrayList<>();
    for (Run each : of(scenario, name)) {
      for (Run other : of(scenario, base)) {
        if (each.round() == other.round()) {
          ratios.add(figure.applyAsDouble(each) / figure.applyAsDouble(other));
        }
      }
    }
    return ratios.isEmpty() ? -1 : Medians.of(ratios);
  }

  private double median(Scenario scenario, String name, ToDoubleFunction<Run> figure) {
    return Medians.of(of(scenario, name).stream().map(figure::applyAsDouble).toList());
  }

  private List<Run> of(Scenario scenario, String name) {
    return runs.stream()
        .filter(each -> each.scenario() == scenario && each.contestant().equals(name))
        .toList();
  }

  private static String figure(String format, double value) {
    return value < 0 ? "" : String.format(Locale.ROOT, format, value);
  }
}
