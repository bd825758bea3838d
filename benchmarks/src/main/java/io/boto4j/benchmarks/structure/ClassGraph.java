package io.boto4j.benchmarks.structure;

import io.boto4j.benchmarks.structure.SourceFile.TopLevelType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies between the top-level classes of one module, resolved from the names in their
 * code: qualified, imported, or of the same package. A name in Javadoc alone is not a dependency.
 */
final class ClassGraph {
  private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();

  ClassGraph(List<SourceFile> files) {
    for (SourceFile file : files) {
      for (TopLevelType type : file.types()) {
        dependencies.put(file.packageName() + "." + type.name(), new TreeSet<>());
      }
    }
    for (SourceFile file : files) {
      for (TopLevelType type : file.types()) {
        addDependencies(file, type);
      }
    }
  }

  private void addDependencies(SourceFile file, TopLevelType type) {
    String from = file.packageName() + "." + type.name();
    for (String name : type.names()) {
      String imported = file.imports().get(name);
      addDependency(from, imported == null ? file.packageName() + "." + name : imported);
    }
    for (String name : type.qualifiedNames()) {
      addDependency(from, name);
    }
  }

  /** Adds a dependency on the top-level class that a name is or begins with, if it is a class. */
  private void addDependency(String from, String name) {
    String to = topLevel(name);
    Set<String> known = dependencies.get(from);
    if (to != null && known != null && !to.equals(from)) {
      known.add(to);
    }
  }

  private @Nullable String topLevel(String name) {
    int end = name.length();
    while (end > 0) {
      String prefix = name.substring(0, end);
      if (dependencies.containsKey(prefix)) {
        return prefix;
      }
      end = prefix.lastIndexOf('.');
    }
    return null;
  }

  /** Returns the classes that a class depends on. */
  Set<String> dependencies(String name) {
    return dependencies.getOrDefault(name, Set.of());
  }

  /**
   * Returns the cycles: sets of two and more classes that each reach all the others (the strongly
   * connected components).
   */
  List<Set<String>> cycles() {
    return new Search().cycles();
  }

  /** Tarjan's algorithm. */
  private final class Search {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> cycles = new ArrayList<>();

    List<Set<String>> cycles() {
      for (String name : dependencies.keySet()) {
        if (!indexes.containsKey(name)) {
          visit(name);
        }
      }
      return cycles;
    }

    private int visit(String name) {
      int index = indexes.size();
      int low = index;
      indexes.put(name, index);
      open.push(name);
      for (String to : dependencies(name)) {
        Integer seen = indexes.get(to);
        if (seen == null) {
          low = Math.min(low, visit(to));
        } else if (open.contains(to)) {
          low = Math.min(low, seen);
        }
      }
      if (low == index) {
        close(name);
      }
      return low;
    }

    private void close(String first) {
      Set<String> component = new TreeSet<>();
      String name;
      do {
        name = open.pop();
        component.add(name);
      } while (!name.equals(first));
      if (component.size() > 1) {
        cycles.add(component);
      }
    }
  }
}
