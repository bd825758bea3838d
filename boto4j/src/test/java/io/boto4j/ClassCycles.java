package io.boto4j;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cycles of a class graph: sets of top-level classes that all depend on each other, directly or
 * through others of the set. A nested class counts as its top-level class.
 *
 * <p>A cycle is written as its sorted class names, without {@code io.boto4j.}, joined with commas.
 */
final class ClassCycles {
  private static final String ROOT = "io.boto4j.";

  private ClassCycles() {}

  /** Returns the cycles of two or more classes, sorted. */
  static List<String> of(JavaClasses classes) {
    Map<String, Set<String>> graph = graph(classes);
    Map<String, Set<String>> reachable = new TreeMap<>();
    for (String each : graph.keySet()) {
      reachable.put(each, reachable(graph, each));
    }
    Set<String> cycles = new TreeSet<>();
    for (String each : graph.keySet()) {
      Set<String> cycle = new TreeSet<>();
      for (String other : reachable.get(each)) {
        if (reachable.get(other).contains(each)) {
          cycle.add(other);
        }
      }
      if (cycle.size() > 1) {
        cycles.add(String.join(", ", cycle));
      }
    }
    return List.copyOf(cycles);
  }

  /** Returns how the cycles that were found differ from the recorded ones, and what to do. */
  static List<String> changes(Collection<String> found, Collection<String> recorded) {
    List<String> changes = new ArrayList<>();
    for (String cycle : found) {
      if (!recorded.contains(cycle)) {
        boolean smaller =
            recorded.stream().anyMatch(known -> members(known).containsAll(members(cycle)));
        changes.add(
            (smaller
                    ? "A cycle shrank, record the smaller one: "
                    : "A new or grown cycle, cut it: ")
                + cycle);
      }
    }
    for (String cycle : recorded) {
      if (found.stream().allMatch(now -> Collections.disjoint(members(now), members(cycle)))) {
        changes.add("A cycle vanished, delete its line: " + cycle);
      }
    }
    return changes;
  }

  /** Returns the classes of a cycle. */
  static Set<String> members(String cycle) {
    return Set.of(cycle.split(", "));
  }

  private static Map<String, Set<String>> graph(JavaClasses classes) {
    Map<String, Set<String>> graph = new TreeMap<>();
    for (JavaClass type : classes) {
      graph.computeIfAbsent(name(type), key -> new TreeSet<>());
    }
    for (JavaClass type : classes) {
      for (JavaClass target : ArchitectureRules.dependencies(type)) {
        if (graph.containsKey(name(target))) {
          graph.get(name(type)).add(name(target));
        }
      }
    }
    return graph;
  }

  private static Set<String> reachable(Map<String, Set<String>> graph, String start) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(start));
    while (!open.isEmpty()) {
      for (String next : graph.get(open.remove())) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  private static String name(JavaClass type) {
    String name = ArchitectureRules.outermost(type).getName();
    return name.startsWith(ROOT) ? name.substring(ROOT.length()) : name;
  }
}
