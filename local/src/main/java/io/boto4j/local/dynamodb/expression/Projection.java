package io.boto4j.local.dynamodb.expression;

import io.boto4j.local.dynamodb.expression.Problems.Check;
import io.boto4j.local.dynamodb.value.Attributes;
import io.boto4j.local.dynamodb.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A choice of attributes and of parts of them. */
public final class Projection {
  private final List<Path> paths;
  private final Map<String, Branch> attributes = new TreeMap<>();

  /** A part of a document. Without branches all of it is wanted. */
  private static final class Branch {
    private final Map<String, Branch> entries = new TreeMap<>();
    private final Map<Integer, Branch> elements = new TreeMap<>();

    Branch at(Path.Step step) {
      return step instanceof Path.Entry entry
          ? entries.computeIfAbsent(entry.name(), name -> new Branch())
          : elements.computeIfAbsent(((Path.Element) step).index(), index -> new Branch());
    }
  }

  private Projection(Collection<Path> paths) {
    this.paths = List.copyOf(paths);
    for (Path path : paths) {
      Branch branch = attributes.computeIfAbsent(path.head(), name -> new Branch());
      for (Path.Step step : path.steps()) {
        branch = branch.at(step);
      }
    }
  }

  /**
   * Creates a projection.
   *
   * @param paths the paths, none of which leads into another
   * @return the projection
   */
  public static Projection of(Collection<Path> paths) {
    return new Projection(paths);
  }

  /**
   * Creates a projection of whole attributes.
   *
   * @param names the names of the attributes
   * @return the projection
   */
  public static Projection ofNames(Collection<String> names) {
    return new Projection(names.stream().map(Path::of).toList());
  }

  /**
   * Parses a projection expression.
   *
   * @param expression the expression
   * @param substitutions the names
   * @return the projection
   */
  public static Projection parse(String expression, Substitutions substitutions) {
    Parser parser = new Parser(expression, substitutions);
    List<Path> paths = new ArrayList<>();
    do {
      Path path = parser.path();
      parser.checkClash(paths, path);
      paths.add(path);
    } while (parser.skip(","));
    parser.expectEnd();
    parser.checkProblems();
    return new Projection(paths);
  }

  private static final class Parser extends ExpressionParser {
    Parser(String expression, Substitutions substitutions) {
      super("ProjectionExpression", expression, substitutions, Check.RESERVED);
    }

    @Override
    boolean isKeyword(Token token) {
      return false;
    }

    void checkClash(List<Path> paths, Path path) {
      for (Path other : paths) {
        String clash = other.clash(path);
        if (clash != null) {
          problems.add(clash.contains("overlap") ? Check.OVERLAP : Check.CONFLICT, clash);
        }
      }
    }
  }

  /**
   * Returns the paths.
   *
   * @return the paths
   */
  public List<Path> paths() {
    return paths;
  }

  /**
   * Applies the projection.
   *
   * @param item the item
   * @return the parts that it has
   */
  public Attributes of(Attributes item) {
    return entries(item, attributes);
  }

  private static Attributes entries(Attributes from, Map<String, Branch> branches) {
    Map<String, Value> found = new TreeMap<>();
    branches.forEach(
        (name, branch) -> {
          Value value = from.find(name);
          Value part = value == null ? null : part(value, branch);
          if (part != null) {
            found.put(name, part);
          }
        });
    return Attributes.of(found);
  }

  private static @Nullable Value part(Value value, Branch branch) {
    if (branch.entries.isEmpty() && branch.elements.isEmpty()) {
      return value;
    }
    if (value instanceof Value.MapOf map) {
      Attributes entries = entries(map.attributes(), branch.entries);
      return entries.isEmpty() ? null : new Value.MapOf(entries);
    }
    if (value instanceof Value.ListOf list) {
      List<Value> elements = new ArrayList<>();
      branch.elements.forEach(
          (index, each) -> {
            Value part =
                index < list.elements().size() ? part(list.elements().get(index), each) : null;
            if (part != null) {
              elements.add(part);
            }
          });
      return elements.isEmpty() ? null : new Value.ListOf(elements);
    }
    return null;
  }
}
