package io.boto4j.model.smithy;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the shapes that a service uses, and those that remain to be converted. Every shape
 * gets its name, and its place in the queue, with the first reference to it.
 */
final class ShapeNames {
  /**
   * A shape to convert.
   *
   * @param name the name
   * @param shape the shape, without the traits of the member
   * @param member the member whose constraints it has, or null
   */
  record Pending(String name, AstShape shape, @Nullable AstMember member) {}

  private final Map<String, String> renamed;
  private final Map<String, String> byId = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** How many shapes wanted a name that another has. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private final ArrayDeque<Pending> queue = new ArrayDeque<>();

  /**
   * Creates the names of a service.
   *
   * @param renamed the names by id that the service chooses
   */
  ShapeNames(Map<String, String> renamed) {
    this.renamed = renamed;
  }

  /** Returns the name of a shape. */
  String of(AstShape shape) {
    String known = byId.get(shape.id());
    if (known != null) {
      return known;
    }
    String name = free(shape);
    byId.put(shape.id(), name);
    taken.add(name);
    queue.add(new Pending(name, shape, null));
    return name;
  }

  /** Returns the name that a shape has unless another has it too. */
  String preferred(AstShape shape) {
    return renamed.getOrDefault(shape.id(), shape.name());
  }

  /** Adds a shape that only one member, or one kind of members, refers to. */
  String derived(String name, AstShape shape, AstMember member) {
    if (taken.add(name)) {
      queue.add(new Pending(name, shape, member));
    }
    return name;
  }

  /** Returns the next shape to convert, or null after the last one. */
  @Nullable Pending next() {
    return queue.poll();
  }

  /**
   * Returns a name that no other shape has: shapes of different namespaces, such as a service's and
   * Smithy's own {@code String}, may have the same.
   */
  private String free(AstShape shape) {
    String name = preferred(shape);
    String free = name;
    while (taken.contains(free)) {
      int number = numbers.merge(name, 1, Integer::sum);
      free = name + "_" + (number + 1);
    }
    return free;
  }
}
