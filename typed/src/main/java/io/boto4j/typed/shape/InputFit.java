package io.boto4j.typed.shape;

import io.boto4j.internal.value.LooseNames;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.NearNames;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check of Java types that are passed as input: only what is certain to fail for every value
 * other than null is a problem. A type that may have a fitting value, such as {@code Object}, fits.
 */
public final class InputFit {
  private static final String HAS_MEMBERS = "io.boto4j.HasMembers";

  /** The records that enclose the place, each with the shape it is passed for. */
  private final Set<String> entered = new HashSet<>();

  private InputFit() {}

  /**
   * Checks a type against a member of an input.
   *
   * @param type the type of the value that is passed
   * @param member the member that it is passed for
   * @return the problem as a sentence, or null if the type fits or may fit
   */
  public static @Nullable String problem(JavaType type, Member member) {
    return new InputFit().of(type, member, member.name());
  }

  /**
   * Checks a type against the element, key or value of an input.
   *
   * @param type the type of the value that is passed
   * @param member the member that it is passed for
   * @param place the place of the member, for the message
   * @return the problem as a sentence, or null if the type fits or may fit
   */
  public static @Nullable String problem(JavaType type, Member member, String place) {
    return new InputFit().of(type, member, place);
  }

  /**
   * Checks the components of a record that is passed for a whole structure, except that it may lack
   * required members.
   *
   * @param record the record
   * @param shape the structure
   * @return the problem as a sentence, or null if the record fits or may fit
   */
  public static @Nullable String problem(JavaType record, StructureShape shape) {
    return new InputFit().components(record, shape, "");
  }

  /**
   * Returns the type of the value that is sent for a value of a type: an {@code Optional} stands
   * for its content, or for nothing.
   *
   * @param type the type of a parameter or of a record component
   * @return the type of the content, or the type itself if it is not an {@code Optional}
   */
  public static JavaType given(JavaType type) {
    return type.name().equals("java.util.Optional") && !type.arguments().isEmpty()
        ? type.arguments().get(0)
        : type;
  }

  /**
   * Returns the member that a component of a record is sent as.
   *
   * @param component the component
   * @param shape the structure that the record is passed for
   * @return the member, or null if the structure has none of this name
   */
  public static @Nullable Member member(JavaType.Component component, StructureShape shape) {
    String given = component.given();
    Member same = shape.member(given == null ? component.name() : given);
    if (same != null || given != null) {
      return same;
    }
    String plain = LooseNames.plain(component.name());
    for (Member each : shape.members()) {
      if (LooseNames.plain(each.name()).equals(plain)) {
        return each;
      }
    }
    return null;
  }

  private @Nullable String of(JavaType type, Member member, String place) {
    Shape shape = member.shape();
    if (AcceptedTypes.accept(type, member)) {
      return type.components() == null ? inside(type, shape, place) : record(type, shape, place);
    }
    return AcceptedTypes.isUnknown(type)
        ? null
        : place + " takes " + AcceptedTypes.text(member) + ", not " + type.text() + ".";
  }

  /** Checks what a collection or map contains, as far as its type arguments show it. */
  private @Nullable String inside(JavaType type, Shape shape, String place) {
    List<JavaType> arguments = contentOf(type);
    if (shape instanceof ListShape list && arguments.size() == 1) {
      return of(arguments.get(0), list.element(), place + "[]");
    }
    if (arguments.size() != 2) {
      return null;
    }
    if (shape instanceof MapShape map) {
      String problem = of(arguments.get(0), map.key(), place + " key");
      return problem == null ? of(arguments.get(1), map.value(), place + "{}") : problem;
    }
    return shape instanceof StructureShape structure
        ? anyMember(arguments.get(1), structure, place)
        : null;
  }

  /** The type arguments of other classes need not be those of the collection. */
  private static List<JavaType> contentOf(JavaType type) {
    boolean known = type.name().startsWith("java.util.") || type.name().endsWith("[]");
    return known ? type.arguments() : List.of();
  }

  private @Nullable String anyMember(JavaType value, StructureShape shape, String place) {
    for (Member each : shape.members()) {
      if (of(value, each, place) == null) {
        return null;
      }
    }
    return shape.size() == 0
        ? null
        : place + " has no member that takes " + value.text() + "; pass a Map<String, Object>.";
  }

  private @Nullable String record(JavaType record, Shape shape, String place) {
    if (shape instanceof StructureShape structure) {
      String problem = components(record, structure, place + ".");
      return problem == null && !record.is(HAS_MEMBERS)
          ? missing(record, structure, place)
          : problem;
    }
    if (shape instanceof MapShape map && enter(record, shape)) {
      for (JavaType.Component each : components(record)) {
        String problem = of(given(each.type()), map.value(), place + "." + each.name());
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private @Nullable String components(JavaType record, StructureShape shape, String place) {
    if (!enter(record, shape)) {
      return null;
    }
    for (JavaType.Component each : components(record)) {
      Member member = member(each, shape);
      String problem =
          member == null
              ? unknown(record, each, shape)
              : of(given(each.type()), member, place + member.name());
      if (problem != null) {
        return problem;
      }
    }
    return null;
  }

  /** A record that gives its own members is not looked into. */
  private boolean enter(JavaType record, Shape shape) {
    return !record.is(HAS_MEMBERS) && entered.add(record.name() + " " + shape.name());
  }

  private static List<JavaType.Component> components(JavaType record) {
    List<JavaType.Component> components = record.components();
    return components == null ? List.of() : components;
  }

  private static String unknown(JavaType record, JavaType.Component component, StructureShape in) {
    List<String> names = in.memberNames();
    String given = component.given();
    String wanted = given == null ? component.name() : given;
    return record.text()
        + "."
        + component.name()
        + ": "
        + in.name()
        + " has no member "
        + wanted
        + "."
        + NearNames.hint(wanted, names);
  }

  private static @Nullable String missing(JavaType record, StructureShape shape, String place) {
    Set<String> names = new HashSet<>();
    for (JavaType.Component each : components(record)) {
      Member member = member(each, shape);
      if (member != null) {
        names.add(member.name());
      }
    }
    for (int i = 0; i < shape.requiredCount() && !shape.isUnion(); i++) {
      String name = shape.member(shape.requiredIndex(i)).name();
      if (!names.contains(name)) {
        return record.text()
            + " has no component for "
            + place
            + "."
            + name
            + ", which is required.";
      }
    }
    return null;
  }

  /** Whether values of a shape are of any kind. */
  static boolean isFree(Member member) {
    return member.shape().type() == ShapeType.DOCUMENT
        || Boolean.TRUE.equals(member.trait("jsonvalue"));
  }
}
