package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.Baseline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The options of the command, each with its default. */
final class Options {
  int rounds = 9;
  boolean markdown;

  /** Whether the styles of calls of boto4j-typed are measured too. */
  boolean typed;

  boolean http = true;
  boolean https = true;
  boolean plain = true;
  boolean archived = true;

  /** Whether the recipes of docs/startup.md are measured too, which is not so by default. */
  boolean recipes;

  Set<Task> tasks = EnumSet.allOf(Task.class);
  final List<Path> jdks = new ArrayList<>();

  /** The versions of those JDKs that are measured of the ones found; all if empty. */
  final Set<Integer> features = new TreeSet<>();

  /** The jars of another build of boto4j; empty without {@code --baseline}. */
  List<String> baseline = List.of();

  /** The text that the names of all contestants contain. */
  String only = "";

  /**
   * Parses the options.
   *
   * @throws IllegalArgumentException if an option or its value is unknown, or the folder of the
   *     baseline is not a build of boto4j
   */
  static Options parse(List<String> args) {
    Options options = new Options();
    for (int i = 0; i < args.size(); i++) {
      String name = args.get(i);
      if (name.equals("--markdown")) {
        options.markdown = true;
      } else if (name.equals("--typed")) {
        options.typed = true;
      } else if (i + 1 == args.size()) {
        throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
      } else {
        options.set(name, args.get(++i));
      }
    }
    return options;
  }

  private void set(String name, String value) {
    switch (name) {
      case "--rounds" -> rounds = positive(value);
      case "--jdk" -> addJdk(value);
      case "--baseline" -> baseline = Baseline.jars(Path.of(value));
      case "--only" -> only = value;
      case "--task" -> tasks = tasks(value);
      case "--scheme" -> {
        List<String> schemes = list(value, List.of("http", "https"));
        http = schemes.contains("http");
        https = schemes.contains("https");
      }
      case "--archive" -> {
        List<String> archives = list(value, List.of("none", "cds", "recipe"));
        plain = archives.contains("none");
        archived = archives.contains("cds");
        recipes = archives.contains("recipe");
      }
      default -> throw new IllegalArgumentException("Unknown option: " + name);
    }
  }

  private void addJdk(String value) {
    if (value.matches("[0-9]{1,3}")) {
      features.add(Integer.valueOf(value));
    } else {
      jdks.add(Path.of(value));
    }
  }

  private static int positive(String value) {
    int rounds = value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
    if (rounds == 0) {
      throw new IllegalArgumentException("--rounds must be a number from 1 up, not " + value);
    }
    return rounds;
  }

  private static Set<Task> tasks(String value) {
    List<String> known = new ArrayList<>();
    for (Task task : Task.values()) {
      known.add(task.option());
    }
    List<String> named = list(value, known);
    Set<Task> tasks = EnumSet.noneOf(Task.class);
    for (Task task : Task.values()) {
      if (named.contains(task.option())) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  private static List<String> list(String value, List<String> known) {
    List<String> named = List.of(value.split(",", -1));
    for (String each : named) {
      if (!known.contains(each)) {
        throw new IllegalArgumentException(
            "'" + each + "' is not one of " + String.join(", ", known));
      }
    }
    return named;
  }
}
