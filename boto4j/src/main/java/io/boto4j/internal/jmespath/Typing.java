package io.boto4j.internal.jmespath;

import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The state of one {@link JmesPath#typed}: the problems that are found. JMESPath itself has no such
 * errors: a name that does not exist is null.
 */
final class Typing {
  private static final int MOST_NAMES = 12;

  private final Consumer<String> problems;

  Typing(Consumer<String> problems) {
    this.problems = problems;
  }

  void problem(String message) {
    problems.accept(message);
  }

  /** Returns the type of a member. */
  PathType field(PathType type, String name) {
    if (type.kind() == PathType.Kind.ANY) {
      return PathType.ANY;
    }
    if (!type.hasMembers()) {
      problem(
          "\""
              + name
              + "\" is looked up in "
              + type.describe()
              + ", which has no members"
              + (type.kind() == PathType.Kind.LIST
                  ? "; select elements first, as in [0]." + name + " or []." + name
                  : ""));
      return PathType.ANY;
    }
    if (type.shape() instanceof MapShape) {
      return type.value();
    }
    if (type.shape() instanceof StructureShape structure) {
      return member(type, structure, name);
    }
    PathType found = type.names().get(name);
    if (found == null) {
      unknown("The map", name, new ArrayList<>(type.names().keySet()));
    }
    return found == null ? PathType.ANY : found;
  }

  private PathType member(PathType type, StructureShape structure, String name) {
    Member member = structure.member(name);
    if (member != null) {
      return type.inner(member);
    }
    if (type.hasFurther(name)) {
      return PathType.ANY;
    }
    List<String> names = structure.memberNames();
    unknown(structure.name(), name, names);
    return PathType.ANY;
  }

  private void unknown(String owner, String name, List<String> names) {
    String hint = NearNames.hint(name, names);
    if (hint.isEmpty() && names.size() <= MOST_NAMES) {
      hint = names.isEmpty() ? " It has none." : " It has " + String.join(", ", names) + ".";
    }
    problem(owner + " has no member \"" + name + "\"." + hint);
  }

  /** Returns the type of the elements of a list that an expression goes through. */
  PathType element(PathType type, String by) {
    if (type.kind() != PathType.Kind.ANY && type.kind() != PathType.Kind.LIST) {
      problem(by + " is applied to " + type.describe() + ", not to a list");
    }
    return type.element();
  }

  /** Reports a comparison with a text that is not a value of the enum. */
  void compared(PathType type, @Nullable Object literal) {
    if (literal instanceof String text
        && type.shape() != null
        && type.shape().traits().get("enum") instanceof List<?> values
        && !values.contains(text)) {
      List<String> names = new ArrayList<>();
      for (Object value : values) {
        names.add(String.valueOf(value));
      }
      problem(
          "\""
              + text
              + "\" is not a value of "
              + type.shape().name()
              + "."
              + NearNames.hint(text, names));
    }
  }
}
