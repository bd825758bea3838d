package io.boto4j.benchmarks.plots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command {@code plots.sh}: draws pictures from the raw results of the other commands. */
public final class Plots {
  private static final String JDK = "JDK 17";

  private Plots() {}

  /**
   * Draws a picture for every result that exists.
   *
   * @param args the folder of the raw results, and that of the pictures
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    drawings.putAll(coldStart(rows(Path.of(args[0], "cold-start.csv"))));
    drawings.putAll(calls(rows(Path.of(args[0], "calls.csv"))));
    Path folder = Files.createDirectories(Path.of(args[1]));
    for (Map.Entry<String, Drawing> each : drawings.entrySet()) {
      Path file = folder.resolve(each.getKey() + ".svg");
      each.getValue().save(file);
      System.out.println(file);
    }
  }

  private static List<Map<String, String>> rows(Path file) throws IOException {
    if (!Files.exists(file)) {
      System.err.println("SKIPPED: there is no " + file);
      return List.of();
    }
    return Csv.parse(Files.readAllLines(file));
  }

  /** Returns one picture per task, with one JDK and no archive, which every contestant has. */
  static Map<String, Drawing> coldStart(List<Map<String, String>> rows) {
    Map<String, MedianTable> tasks = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      if (text(row, "jdk").equals(JDK) && text(row, "archive").equals("none")) {
        tasks
            .computeIfAbsent(text(row, "task"), t -> new MedianTable())
            .add(text(row, "contestant"), text(row, "scheme"), number(row, "wall_ms"));
      }
    }
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    tasks.forEach(
        (task, medians) ->
            drawings.put(
                file("cold-start", task.substring(task.indexOf(' ') + 1)),
                Drawing.bars(
                    "Fresh process to its end: " + task + ", " + JDK + "; less is better",
                    "scheme",
                    "wall time [ms]",
                    medians)));
    return drawings;
  }

  /** Returns one picture per operation. */
  static Map<String, Drawing> calls(List<Map<String, String>> rows) {
    Map<String, MedianTable> operations = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      operations
          .computeIfAbsent(text(row, "operation"), o -> new MedianTable())
          .add(
              text(row, "contestant"),
              text(row, "threads"),
              number(row, "calls") * 1e9 / number(row, "nanos"));
    }
    Map<String, Drawing> drawings = new LinkedHashMap<>();
    operations.forEach(
        (operation, medians) ->
            drawings.put(
                file("calls", operation),
                Drawing.lines(
                    "Warm calls: " + operation + ", " + JDK + " or as named; more is better",
                    "threads",
                    "calls a second [1/s], logarithmic",
                    medians)));
    return drawings;
  }

  private static String file(String start, String name) {
    return start + "-" + name.toLowerCase(Locale.ROOT);
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(text(row, column));
  }

  private static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new IllegalArgumentException(
          "No column " + column + " among " + row.keySet() + ": measure again");
    }
    return value;
  }
}
