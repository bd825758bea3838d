package io.boto4j.conformance.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last step of the build: compares {@code docs/conformance.md} with the results of this build,
 * or writes it. Of a suite that did not run in this build, or not as it is recorded, the committed
 * result is kept.
 */
final class ConformancePage {
  private static final int SHOWN = 20;

  private final Path root;
  private final Instant started;
  private final boolean writes;
  private final Map<String, String> versions;
  private final UnaryOperator<@Nullable String> properties;

  /**
   * Creates the step.
   *
   * @param root the folder of the whole project
   * @param started the beginning of the build: older results are not those of this build
   * @param writes whether the page is written
   * @param versions the versions of artifacts by name
   * @param properties the properties with which the build was started
   */
  ConformancePage(
      Path root,
      Instant started,
      boolean writes,
      Map<String, String> versions,
      UnaryOperator<@Nullable String> properties) {
    this.root = root;
    this.started = started.truncatedTo(ChronoUnit.SECONDS);
    this.writes = writes;
    this.versions = versions;
    this.properties = properties;
  }

  /**
   * Compares or writes the page.
   *
   * @param arguments the project's folder, the beginning of the build, whether to write, and {@code
   *     NAME=VERSION} of artifacts
   */
  public static void main(String[] arguments) throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (int i = 3; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      versions.put(parts[0], parts[1]);
    }
    Path root = Path.of(arguments[0]);
    versions.put("models", models(root.resolve(Path.of("models", "sources.txt"))));
    ConformancePage page =
        new ConformancePage(
            root,
            Instant.parse(arguments[1]),
            Boolean.parseBoolean(arguments[2]),
            versions,
            System::getProperty);
    System.out.println(page.run(Suite.all()));
  }

  /** Returns the names and versions of the artifacts that the models come from. */
  private static String models(Path sources) throws IOException {
    List<String> artifacts = new ArrayList<>();
    for (String line : Files.readAllLines(sources)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split(" +", -1);
        artifacts.add(columns[2].substring(columns[2].indexOf(':') + 1) + " " + columns[3]);
      }
    }
    return "from "
        + artifacts.get(0)
        + " with "
        + String.join(" and ", artifacts.subList(1, artifacts.size()));
  }

  /** A result of this build, or the reason for which there is none. */
  private record Found(@Nullable SuiteRecord result, String reason) {}

  /**
   * Compares or writes the page, and returns what was done.
   *
   * @throws IllegalStateException if the committed page is not that of the results
   */
  String run(List<Suite> suites) throws IOException {
    Map<String, SuiteRecord> results = new LinkedHashMap<>();
    Map<String, List<String>> kept = new TreeMap<>();
    int used = 0;
    for (Suite suite : suites) {
      SuiteRecord committed = committed(suite);
      Found found = found(suite, committed);
      SuiteRecord result = found.result;
      if (result == null) {
        result = committed;
        // Nobody expects what has a command of its own.
        if (suite.isOfEveryBuild()) {
          kept.computeIfAbsent(found.reason, reason -> new ArrayList<>()).add(suite.id());
        }
      } else {
        result.versions(versions(suite));
        used++;
      }
      if (result != null) {
        results.put(suite.id(), result);
      }
    }
    StringBuilder report = new StringBuilder("docs/conformance.md: ");
    report.append(finish(suites, results)).append(" with the results of ").append(used);
    report.append(used == 1 ? " suite" : " suites");
    String sign = "; kept as committed: ";
    for (Map.Entry<String, List<String>> each : kept.entrySet()) {
      report.append(sign).append(String.join(", ", each.getValue()));
      report.append(" (").append(each.getKey()).append(')');
      sign = ", ";
    }
    return report.toString();
  }

  private List<String> versions(Suite suite) {
    List<String> names = new ArrayList<>();
    for (String name : suite.versions()) {
      names.add(name + " " + versions.getOrDefault(name, "of an unknown version"));
    }
    return names;
  }

  private Path results() {
    return root.resolve(Path.of("conformance", "results"));
  }

  private Path resultFile(Suite suite) {
    return results().resolve(suite.id() + ".json");
  }

  private @Nullable SuiteRecord committed(Suite suite) throws IOException {
    Path file = resultFile(suite);
    return Files.exists(file) ? SuiteRecord.read(file) : null;
  }

  private Found found(Suite suite, @Nullable SuiteRecord committed) throws IOException {
    Path report = SurefireReport.file(root.resolve(suite.module()), suite.type());
    if (!isOfThisBuild(report)) {
      return new Found(null, "not run");
    }
    String test = properties.apply("test");
    if (test != null && test.contains("#")) {
      return new Found(null, "run in part");
    }
    for (String size : suite.sizes()) {
      if (properties.apply(size) != null) {
        return new Found(null, "run with " + size);
      }
    }
    SurefireReport tests = SurefireReport.read(report);
    String unusable = tests.unusable();
    if (unusable != null) {
      return new Found(null, unusable);
    }
    return switch (suite.source()) {
      case REPORT -> new Found(tests.record(suite), "");
      case RECORD -> recorded(suite, committed);
    };
  }

  private Found recorded(Suite suite, @Nullable SuiteRecord committed) throws IOException {
    Path file = root.resolve(Path.of("conformance", "target", "conformance", suite.id() + ".json"));
    if (!isOfThisBuild(file)) {
      return new Found(null, "not recorded by this run");
    }
    SuiteRecord result = SuiteRecord.read(file);
    if (!result.suite().equals(suite.id())) {
      throw new IllegalArgumentException(file + ": is the result of " + result.suite());
    }
    if (!writes && committed != null && !committed.peer().equals(result.peer())) {
      return new Found(
          null, "with " + result.peer() + " here, and " + committed.peer() + " on the page");
    }
    return new Found(result, "");
  }

  private boolean isOfThisBuild(Path file) throws IOException {
    return Files.exists(file) && !Files.getLastModifiedTime(file).toInstant().isBefore(started);
  }

  private String finish(List<Suite> suites, Map<String, SuiteRecord> results) throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        root.resolve(Path.of("docs", "conformance.md")), PageRenderer.render(suites, results));
    for (Suite suite : suites) {
      SuiteRecord result = results.get(suite.id());
      if (result != null) {
        files.put(resultFile(suite), result.text());
      }
    }
    List<String> problems = new ArrayList<>();
    for (Map.Entry<Path, String> file : files.entrySet()) {
      String committed =
          Files.exists(file.getKey()) ? Files.readString(file.getKey()).replace("\r\n", "\n") : "";
      if (!committed.equals(file.getValue())) {
        if (writes) {
          Files.createDirectories(file.getKey().getParent());
          Files.writeString(file.getKey(), file.getValue());
        } else {
          problems.add(difference(file.getKey(), committed, file.getValue()));
        }
      }
    }
    for (Path file : strangers(files.keySet())) {
      problems.add(file + ": suites.json has no such suite");
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The committed conformance page is not that of this build. If the change is right, write"
              + " the page with -Dconformance.write=true, and commit it.\n"
              + String.join("\n", problems));
    }
    return writes ? "written" : "compared";
  }

  /** Returns the results of suites that do not exist. */
  private List<Path> strangers(Set<Path> known) throws IOException {
    if (!Files.isDirectory(results())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(results())) {
      return files.filter(each -> !known.contains(each)).sorted().toList();
    }
  }

  /** Returns the lines that differ. */
  private String difference(Path file, String committed, String rendered) {
    Set<String> old = new LinkedHashSet<>(committed.lines().toList());
    Set<String> now = new LinkedHashSet<>(rendered.lines().toList());
    StringBuilder text = new StringBuilder(root.relativize(file).toString());
    lines(text, "\n  - ", old, now);
    lines(text, "\n  + ", now, old);
    return text.toString();
  }

  private static void lines(StringBuilder text, String sign, Set<String> of, Set<String> without) {
    int count = 0;
    for (String line : of) {
      if (!without.contains(line) && count++ < SHOWN) {
        text.append(sign).append(line);
      }
    }
    if (count > SHOWN) {
      text.append(sign).append("… and ").append(count - SHOWN).append(" more lines");
    }
  }
}
