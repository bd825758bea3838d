package io.boto4j.conformance.page;

import io.boto4j.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The result of a suite: cases and other counts by group, such as a protocol; the reasons of known
 * differences and of cases that are left out, by place, such as a service; and rows of text.
 *
 * <p>Only what is the same in every run belongs here: a build compares it with the committed
 * result. Not thread-safe.
 */
public final class SuiteRecord {
  static final String PASSED = "passed";

  /** The name of the count of cases with a known difference. */
  public static final String KNOWN = "known differences";

  static final String LEFT_OUT = "left out";

  private static final String SUITE = "suite";
  private static final String PEER = "peer";
  private static final String VERSIONS = "versions";
  private static final String GROUPS = "groups";
  private static final String KNOWN_REASONS = "reasons of known differences";
  private static final String LEFT_OUT_REASONS = "reasons of cases left out";
  private static final String ROWS = "rows";

  private final String suite;
  private final SortedMap<String, SortedMap<String, Long>> groups = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Long>> knownReasons = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, Long>> leftOutReasons = new TreeMap<>();
  private final List<List<String>> rows = new ArrayList<>();
  private String peer = "";
  private List<String> versions = List.of();

  /**
   * Creates an empty result.
   *
   * @param suite the id of the suite in {@code suites.json}
   */
  public SuiteRecord(String suite) {
    this.suite = suite;
  }

  /** Sets the program of this machine that boto4j is compared with, and its version. */
  public SuiteRecord peer(String name) {
    peer = name;
    return this;
  }

  /** Sets the artifacts with which the suite ran, each with its version. */
  void versions(List<String> names) {
    versions = List.copyOf(names);
  }

  /** Counts a case that passed. */
  public void passed(String group) {
    passed(group, 1);
  }

  /** Counts cases that passed. */
  public void passed(String group, long cases) {
    count(group, PASSED, cases);
  }

  /** Counts a case with a known difference; its reasons are counted on their own. */
  public void known(String group) {
    count(group, KNOWN, 1);
  }

  /** Counts a case that is left out. */
  public void leftOut(String group) {
    count(group, LEFT_OUT, 1);
  }

  /** Adds to another count of a group, such as its operations. */
  public void count(String group, String what, long number) {
    groups.computeIfAbsent(group, name -> new TreeMap<>()).merge(what, number, Long::sum);
  }

  /** Counts a known difference: a case may have several. */
  public void knownReason(String reason, String place) {
    knownReasons.computeIfAbsent(reason, name -> new TreeMap<>()).merge(place, 1L, Long::sum);
  }

  /** Counts the reason for which a case is left out. */
  public void leftOutReason(String reason, String place) {
    leftOutReasons.computeIfAbsent(reason, name -> new TreeMap<>()).merge(place, 1L, Long::sum);
  }

  /** Adds a row of text, one cell for each of the suite's column titles. */
  public void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  String suite() {
    return suite;
  }

  String peer() {
    return peer;
  }

  List<String> versions() {
    return versions;
  }

  SortedMap<String, SortedMap<String, Long>> groups() {
    return groups;
  }

  /** Returns the number of known differences by reason and place. */
  SortedMap<String, SortedMap<String, Long>> knownReasons() {
    return knownReasons;
  }

  /** Returns the number of cases that are left out by reason and place. */
  SortedMap<String, SortedMap<String, Long>> leftOutReasons() {
    return leftOutReasons;
  }

  List<List<String>> rows() {
    return rows;
  }

  /** Returns a count of all groups together. */
  long total(String what) {
    long total = 0;
    for (Map<String, Long> counts : groups.values()) {
      total += counts.getOrDefault(what, 0L);
    }
    return total;
  }

  /** Returns the number of cases of all groups together. */
  long cases() {
    return total(PASSED) + total(KNOWN) + total(LEFT_OUT);
  }

  /** Writes the result to the folder from which the last step of the build reads it. */
  public void write() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "conformance"));
    Files.writeString(folder.resolve(suite + ".json"), text());
  }

  /** Returns the content of the file. */
  String text() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(SUITE, suite);
    members.put(PEER, peer);
    members.put(VERSIONS, versions);
    members.put(GROUPS, groups);
    members.put(KNOWN_REASONS, knownReasons);
    members.put(LEFT_OUT_REASONS, leftOutReasons);
    members.put(ROWS, rows);
    return Json.pretty(members) + "\n";
  }

  /**
   * Reads a result.
   *
   * @throws IllegalArgumentException if the file does not have the form that {@link #write} gives
   *     it; the message names it
   */
  static SuiteRecord read(Path file) throws IOException {
    try {
      return parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  static SuiteRecord parse(String text) {
    Map<?, ?> members = Json.read(text, Map.class);
    SuiteRecord record = new SuiteRecord(string(members, SUITE)).peer(string(members, PEER));
    record.versions(list(members.get(VERSIONS), VERSIONS).stream().map(String::valueOf).toList());
    counts(members, GROUPS, record.groups);
    counts(members, KNOWN_REASONS, record.knownReasons);
    counts(members, LEFT_OUT_REASONS, record.leftOutReasons);
    for (Object row : list(members.get(ROWS), ROWS)) {
      record.rows.add(list(row, ROWS).stream().map(String::valueOf).toList());
    }
    return record;
  }

  private static String string(Map<?, ?> members, String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("The member \"" + name + "\" is not text");
  }

  private static List<?> list(Object value, String name) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("The member \"" + name + "\" is not a list");
  }

  private static void counts(
      Map<?, ?> members, String name, Map<String, SortedMap<String, Long>> into) {
    if (!(members.get(name) instanceof Map<?, ?> outer)) {
      throw new IllegalArgumentException("The member \"" + name + "\" is not an object");
    }
    outer.forEach(
        (group, inner) -> {
          if (!(inner instanceof Map<?, ?> counts)) {
            throw new IllegalArgumentException(
                "The member \"" + name + "." + group + "\" is not an object");
          }
          SortedMap<String, Long> numbers = new TreeMap<>();
          counts.forEach((what, number) -> numbers.put((String) what, number(name, number)));
          into.put((String) group, numbers);
        });
  }

  private static long number(String name, Object number) {
    if (number instanceof Integer || number instanceof Long) {
      return ((Number) number).longValue();
    }
    throw new IllegalArgumentException("A count in \"" + name + "\" is " + number);
  }
}
