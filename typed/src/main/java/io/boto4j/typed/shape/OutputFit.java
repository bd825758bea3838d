package io.boto4j.typed.shape;

import io.boto4j.internal.jmespath.PathType;
import io.boto4j.internal.value.LooseNames;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The check of Java types to which parts of an output are converted, like {@code Structure.to}:
 * only what is certain to fail for every value is a problem.
 */
public final class OutputFit {
  private final Consumer<String> problems;

  /** The records that are checked already, each with the shape that it is made from. */
  private final Set<String> entered = new HashSet<>();

  private OutputFit(Consumer<String> problems) {
    this.problems = problems;
  }

  /**
   * Checks a type.
   *
   * @param from the type of the values in the model
   * @param to the Java type to which they are converted
   * @param place the place of the values, for messages
   * @param problems receives a sentence for each problem
   */
  public static void check(PathType from, JavaType to, String place, Consumer<String> problems) {
    new OutputFit(problems).value(from, to, place);
  }

  /**
   * Checks a type to which a member of an output is converted.
   *
   * @param output the type of the output
   * @param member the member
   * @param to the Java type to which it is converted
   * @param place the place of the member, for messages
   * @param problems receives a sentence for each problem
   */
  public static void check(
      PathType output, Member member, JavaType to, String place, Consumer<String> problems) {
    new OutputFit(problems).member(output, member, to, place);
  }

  /**
   * Whether a member of an output is a stream of bytes.
   *
   * @param output the shape of the output
   * @param member the member
   * @return true if it is not read before the call returns
   */
  public static boolean isStream(StructureShape output, Member member) {
    return member.shape().type() == ShapeType.BLOB
        && (member.shape().traits().flag("streaming")
            || member.traits().flag("streaming")
            || member.name().equals(output.traits().text("payload")));
  }

  private void member(PathType from, Member member, JavaType to, String place) {
    String name = InputFit.given(to).name();
    boolean stream =
        from.shape() instanceof StructureShape structure && isStream(structure, member);
    if (stream && (name.equals("byte[]") || name.equals("java.nio.ByteBuffer"))) {
      problems.accept(
          place
              + " is a stream, which is not converted to "
              + to.text()
              + ". Read it from an InputStream or ResponseStream.");
    } else {
      value(from.inner(member), to, place);
    }
  }

  private void value(PathType from, JavaType to, String place) {
    List<JavaType> arguments = to.arguments();
    switch (to.name()) {
      case "java.util.Optional" -> {
        if (arguments.isEmpty()) {
          unfit(from, to, place);
        } else {
          value(from, arguments.get(0), place);
        }
      }
      case "java.util.List", "java.util.Collection", "java.util.Set", "java.lang.Iterable" ->
          elements(from, to, place);
      case "java.util.Map", "io.boto4j.Structure" -> {
        if (!isMap(from)) {
          unfit(from, to, place);
        } else if (arguments.size() == 2 && from.shape() instanceof MapShape map) {
          value(from.inner(map.key()), arguments.get(0), place + " key");
          value(from.value(), arguments.get(1), place + "{}");
        }
      }
      default -> other(from, to, place);
    }
  }

  private void elements(PathType from, JavaType to, String place) {
    if (from.kind() == PathType.Kind.LIST) {
      if (!to.arguments().isEmpty()) {
        value(from.element(), to.arguments().get(0), place + "[]");
      } else if (to.name().equals("java.util.Set")) {
        unfit(from, to, place);
      }
    } else if (from.kind() != PathType.Kind.ANY && !(from.isEventStream() && isIterable(to))) {
      unfit(from, to, place);
    }
  }

  /** Whether every iterable is a value of a type: one with an argument is made of a list. */
  private static boolean isIterable(JavaType type) {
    return type.name().equals("java.lang.Iterable") && type.arguments().isEmpty();
  }

  private void other(PathType from, JavaType to, String place) {
    boolean array = to.name().endsWith("[]") && !to.name().equals("byte[]");
    if (to.components() != null) {
      if (isMap(from)) {
        record(from, to, place);
      } else {
        unfit(from, to, place);
      }
    } else if (array && from.kind() == PathType.Kind.LIST) {
      value(from.element(), to.arguments().get(0), place + "[]");
    } else if (array ? from.kind() != PathType.Kind.ANY : neverFits(from, to)) {
      unfit(from, to, place);
    }
  }

  private static boolean neverFits(PathType from, JavaType to) {
    if (to.constants() != null && from.kind() == PathType.Kind.ANY) {
      return false;
    }
    return to.constants() == null
        ? ConvertedTypes.neverFits(from, to)
        : !ConvertedTypes.isText(from);
  }

  private static boolean isMap(PathType from) {
    return switch (from.kind()) {
      case ANY, OBJECT -> true;
      case SHAPE ->
          !from.isEventStream()
              && (from.shape() instanceof StructureShape || from.shape() instanceof MapShape);
      case LIST, TEXT, NUMBER, BOOLEAN -> false;
    };
  }

  private void record(PathType from, JavaType record, String place) {
    List<JavaType.Component> components = record.components();
    String key = record.name() + " " + (from.shape() == null ? "" : from.shape().name());
    if (components == null || !entered.add(key)) {
      return;
    }
    for (JavaType.Component each : components) {
      if (from.shape() instanceof StructureShape structure) {
        component(from, structure, each, place + "." + each.name());
      } else if (from.shape() instanceof MapShape) {
        value(from.value(), each.type(), place + "." + each.name());
      }
    }
  }

  private void component(
      PathType from, StructureShape shape, JavaType.Component component, String place) {
    Member member = member(component, shape);
    if (member != null) {
      member(from, member, component.type(), place);
      return;
    }
    List<String> names = shape.memberNames();
    String given = component.given();
    String wanted = given == null ? component.name() : given;
    problems.accept(
        place + ": " + shape.name() + " has no such member." + NearNames.hint(wanted, names));
  }

  /** The member that a component takes: the one of its name, or else the most similar one. */
  private static @Nullable Member member(JavaType.Component component, StructureShape shape) {
    String given = component.given();
    String name = given == null ? component.name() : given;
    Member found = shape.member(name);
    String plain = LooseNames.plain(name);
    boolean sameCase = false;
    for (Member each : found == null ? shape.members() : List.<Member>of()) {
      if (LooseNames.plain(each.name()).equals(plain) && !sameCase) {
        sameCase = each.name().equalsIgnoreCase(name);
        found = found == null || sameCase ? each : found;
      }
    }
    return found;
  }

  private void unfit(PathType from, JavaType to, String place) {
    problems.accept(
        place + " is " + from.describe() + ", which is not converted to " + to.text() + ".");
  }
}
