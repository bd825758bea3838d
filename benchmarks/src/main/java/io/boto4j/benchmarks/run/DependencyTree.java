package io.boto4j.benchmarks.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dependencies as Maven resolved them: the verbose output of {@code dependency:tree}, which
 * lists the dependencies of each artifact once, and repeats the artifact in parentheses elsewhere.
 */
final class DependencyTree {
  /** One column of the tree: a bar or blanks, and in the last column a corner. */
  private static final int INDENT = 3;

  private final Map<String, Set<String>> needed = new LinkedHashMap<>();
  private final Map<String, String> jars = new HashMap<>();

  private DependencyTree() {}

  /**
   * Parses a tree.
   *
   * @param lines the lines of the output, that of the project first
   */
  static DependencyTree parse(List<String> lines) {
    DependencyTree tree = new DependencyTree();
    List<String> path = new ArrayList<>();
    for (String line : lines) {
      int start = start(line);
      boolean again = line.charAt(start) == '(';
      String text = line.substring(again ? start + 1 : start);
      String[] coordinates = text.substring(0, end(text)).split(":", -1);
      String artifact = coordinates[1];
      int depth = start / INDENT;
      path.subList(depth, path.size()).clear();
      if (depth > 0) {
        tree.needed.computeIfAbsent(path.get(depth - 1), a -> new LinkedHashSet<>()).add(artifact);
      }
      path.add(artifact);
      if (!again) {
        tree.jars.put(artifact, artifact + "-" + coordinates[3] + ".jar");
      }
    }
    return tree;
  }

  /**
   * Returns the jars of some artifacts and of all their dependencies.
   *
   * @param roots the ids of the artifacts
   * @param without the artifacts to leave out, together with what only they need
   * @return the names of the files, in no particular order
   * @throws IllegalArgumentException if a root is not in the tree
   */
  Set<String> jars(List<String> roots, Set<String> without) {
    List<String> found = new ArrayList<>(roots);
    for (int i = 0; i < found.size(); i++) {
      for (String each : needed.getOrDefault(found.get(i), Set.of())) {
        if (!found.contains(each) && !without.contains(each)) {
          found.add(each);
        }
      }
    }
    Set<String> names = new LinkedHashSet<>();
    for (String each : found) {
      String jar = jars.get(each);
      if (jar == null) {
        throw new IllegalArgumentException("No such dependency: " + each);
      }
      names.add(jar);
    }
    return names;
  }

  private static int start(String line) {
    int at = 0;
    while (at < line.length() && "+-\\| ".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static int end(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text.length() : end;
  }
}
