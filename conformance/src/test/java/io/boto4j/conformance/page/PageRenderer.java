package io.boto4j.conformance.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Renders the page: the same results give the same text. */
final class PageRenderer {
  /** More groups than this are listed by their number of cases. */
  private static final int MANY_GROUPS = 30;

  /** At most this many places are listed for each of several reasons. */
  private static final int PLACES = 8;

  private static final String INTRODUCTION =
      """
      # Conformance

      The tests that boto4j is measured by, and their results. Most suites are published by others, or compare boto4j with the programs of others:
      boto3, moto and s3proxy. The suites marked *ours* are those of faults, and those that need nothing but AWS's models.

      `mvn verify` runs all of them except those with a *command of their own*. Its last step renders this page from the results and fails if it is not
      the committed one: no number in the tables is typed. `mvn verify -Dconformance.write=true` writes the page. Each section has the command that runs
      its suite alone; with `-Dconformance.write=true` it writes that suite's part of the page.

      Some suites need what a machine may lack: `python3` with boto3 or moto, or [data that is not in the repository](../CONTRIBUTING.md#habits). A build
      without it keeps their results, and prints which.

      - A case **passes** if its outcome is the one that the suite expects, or that of boto3 or moto.
      - A **known difference** is another outcome that has a reason, which this page lists. A build fails at any other difference.
      - A case is **left out** if it does not apply, for example because it is for a newer model.

      """;

  private final Map<String, SuiteRecord> results;
  private final StringBuilder page = new StringBuilder();

  private PageRenderer(Map<String, SuiteRecord> results) {
    this.results = results;
  }

  /**
   * Renders the page.
   *
   * @param suites the suites, in the order of the page
   * @param results the results by the id of the suite
   */
  static String render(List<Suite> suites, Map<String, SuiteRecord> results) {
    return new PageRenderer(results).render(suites);
  }

  private String render(List<Suite> suites) {
    page.append("<!-- Rendered by `mvn verify -Dconformance.write=true`: do not edit. -->\n");
    page.append(INTRODUCTION);
    summary(suites);
    String chapter = "";
    for (Suite suite : suites) {
      if (!suite.chapter().equals(chapter)) {
        chapter = suite.chapter();
        page.append("\n## ").append(chapter).append('\n');
      }
      section(suite, results.get(suite.id()));
    }
    return page.toString();
  }

  private void summary(List<Suite> suites) {
    row("suite", "by", "cases", "pass", "known differences", "left out");
    page.append("|---|---|---:|---:|---:|---:|\n");
    for (Suite suite : suites) {
      String name = "[" + escaped(suite.title()) + "](#" + anchor(suite.title()) + ")";
      if (!suite.isOfEveryBuild()) {
        name += ", *command of its own*";
      }
      SuiteRecord result = results.get(suite.id());
      if (result == null) {
        row(name, escaped(suite.by()), "not recorded", "", "", "");
      } else {
        row(
            name,
            escaped(suite.by()),
            number(result.cases()),
            number(result.total(SuiteRecord.PASSED)),
            number(result.total(SuiteRecord.KNOWN)),
            number(result.total(SuiteRecord.LEFT_OUT)));
      }
    }
  }

  private void section(Suite suite, @Nullable SuiteRecord result) {
    page.append("\n### ").append(suite.title()).append("\n\n").append(suite.text()).append('\n');
    if (result != null) {
      versions(result);
    }
    page.append("\n```\n").append(suite.command()).append("\n```\n");
    if (result == null) {
      page.append("\nNo result is recorded.\n");
      return;
    }
    if (!suite.groups().isEmpty()) {
      groups(suite, result.groups());
    }
    reasons("known difference", result.knownReasons());
    reasons("left out", result.leftOutReasons());
    rows(suite, result.rows());
  }

  private void versions(SuiteRecord result) {
    List<String> names = new ArrayList<>(result.versions());
    if (!result.peer().isEmpty()) {
      names.add(result.peer());
    }
    if (!names.isEmpty()) {
      page.append("\nVersions: ").append(escaped(String.join(", ", names))).append(".\n");
    }
  }

  private void groups(Suite suite, SortedMap<String, SortedMap<String, Long>> groups) {
    SortedMap<String, SortedMap<String, Long>> shown = new TreeMap<>(groups);
    if (groups.size() > MANY_GROUPS) {
      SortedMap<Long, List<String>> byCases = new TreeMap<>(Comparator.reverseOrder());
      groups.forEach(
          (name, counts) -> {
            if (counts.keySet().equals(Set.of(SuiteRecord.PASSED))) {
              byCases.computeIfAbsent(cases(counts), key -> new ArrayList<>()).add(name);
              shown.remove(name);
            }
          });
      byCases(suite, byCases);
    }
    if (!shown.isEmpty()) {
      table(suite, shown);
    }
  }

  /** Lists groups in which all cases pass. */
  private void byCases(Suite suite, SortedMap<Long, List<String>> groups) {
    page.append('\n');
    row("cases, which all pass", "of each " + escaped(suite.groups()));
    page.append("|---:|---|\n");
    groups.forEach((cases, names) -> row(number(cases), escaped(String.join(", ", names))));
  }

  private void table(Suite suite, SortedMap<String, SortedMap<String, Long>> groups) {
    List<String> columns = new ArrayList<>(suite.counts());
    columns.add("cases");
    columns.add(SuiteRecord.PASSED);
    Set<String> used = new TreeSet<>();
    groups.values().forEach(counts -> used.addAll(counts.keySet()));
    for (String each : List.of(SuiteRecord.KNOWN, SuiteRecord.LEFT_OUT)) {
      if (used.contains(each)) {
        columns.add(each);
      }
    }
    page.append('\n');
    List<String> titles = new ArrayList<>(columns);
    titles.replaceAll(each -> each.equals(SuiteRecord.PASSED) ? "pass" : escaped(each));
    titles.add(0, escaped(suite.groups()));
    row(titles.toArray(new String[0]));
    page.append("|---|").append("---:|".repeat(columns.size())).append('\n');
    SortedMap<String, Long> sums = new TreeMap<>();
    groups.forEach(
        (name, counts) -> {
          row(escaped(name), columns, counts);
          counts.forEach((what, count) -> sums.merge(what, count, Long::sum));
        });
    if (groups.size() > 1) {
      row("**all**", columns, sums);
    }
  }

  private void row(String name, List<String> columns, SortedMap<String, Long> counts) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (String column : columns) {
      cells.add(number(column.equals("cases") ? cases(counts) : counts.getOrDefault(column, 0L)));
    }
    row(cells.toArray(new String[0]));
  }

  private static long cases(Map<String, Long> counts) {
    return counts.getOrDefault(SuiteRecord.PASSED, 0L)
        + counts.getOrDefault(SuiteRecord.KNOWN, 0L)
        + counts.getOrDefault(SuiteRecord.LEFT_OUT, 0L);
  }

  private void reasons(String title, SortedMap<String, SortedMap<String, Long>> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    List<String> ordered = new ArrayList<>(reasons.keySet());
    ordered.sort(Comparator.comparing(each -> -sum(reasons, each)));
    page.append('\n');
    row("", title, "number", "where");
    page.append("|---:|---|---:|---|\n");
    Set<String> places = new TreeSet<>();
    for (int i = 0; i < ordered.size(); i++) {
      SortedMap<String, Long> where = Objects.requireNonNull(reasons.get(ordered.get(i)));
      row(
          number(i + 1),
          escaped(ordered.get(i)),
          number(sum(reasons, ordered.get(i))),
          where(where, ordered.size() == 1 ? where.size() : PLACES));
      if (ordered.size() > 1 && where.size() > PLACES) {
        places.addAll(where.keySet());
      }
    }
    if (!places.isEmpty()) {
      places(ordered, reasons);
    }
  }

  private static long sum(SortedMap<String, SortedMap<String, Long>> reasons, String reason) {
    return sum(Objects.requireNonNull(reasons.get(reason)));
  }

  /** Returns the places of a reason, those with the most differences first. */
  private static String where(SortedMap<String, Long> places, int most) {
    if (places.keySet().equals(Set.of(Suite.ALL))) {
      return "";
    }
    List<String> names = new ArrayList<>(places.keySet());
    names.sort(Comparator.comparing(each -> -places.getOrDefault(each, 0L)));
    int shown = Math.min(most, names.size());
    List<String> texts = new ArrayList<>();
    for (String name : names.subList(0, shown)) {
      texts.add(escaped(name) + " " + number(places.getOrDefault(name, 0L)));
    }
    if (shown < names.size()) {
      texts.add("and " + number(names.size() - shown) + " more");
    }
    return String.join(", ", texts);
  }

  /** Lists every place with the numbers of its reasons: places of one reason in one row. */
  private void places(List<String> ordered, SortedMap<String, SortedMap<String, Long>> reasons) {
    SortedMap<String, SortedMap<Integer, Long>> places = new TreeMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      int reason = i + 1;
      Objects.requireNonNull(reasons.get(ordered.get(i)))
          .forEach(
              (place, count) ->
                  places.computeIfAbsent(place, key -> new TreeMap<>()).put(reason, count));
    }
    page.append('\n');
    row("where", "number", "by reason");
    page.append("|---|---:|---|\n");
    SortedMap<Integer, SortedMap<String, Long>> single = new TreeMap<>();
    places.forEach(
        (place, counts) -> {
          if (counts.size() == 1) {
            int reason = counts.firstKey();
            single
                .computeIfAbsent(reason, key -> new TreeMap<>())
                .put(place, counts.getOrDefault(reason, 0L));
          } else {
            List<String> texts = new ArrayList<>();
            counts.forEach((reason, count) -> texts.add("(" + reason + ") " + number(count)));
            row(escaped(place), number(sum(counts)), String.join(", ", texts));
          }
        });
    single.forEach(
        (reason, counts) ->
            row(where(counts, counts.size()), number(sum(counts)), "only (" + reason + ")"));
  }

  private static long sum(SortedMap<?, Long> counts) {
    long sum = 0;
    for (long count : counts.values()) {
      sum += count;
    }
    return sum;
  }

  private void rows(Suite suite, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    page.append('\n');
    row(suite.columns().stream().map(PageRenderer::escaped).toArray(String[]::new));
    page.append('|').append("---|".repeat(suite.columns().size())).append('\n');
    for (List<String> cells : rows) {
      row(cells.stream().map(PageRenderer::escaped).toArray(String[]::new));
    }
  }

  private void row(String... cells) {
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Returns text for a cell of a table: on one line, and without Markdown of its own. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("*", "\\*")
        .replace("<", "&lt;")
        .replaceAll("\\R", " ");
  }

  /** Returns the anchor that GitHub gives a title. */
  static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
  }
}
