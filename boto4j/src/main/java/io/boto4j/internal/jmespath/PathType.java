package io.boto4j.internal.jmespath;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The type of a value that an expression selects from the output of an operation, as far as the
 * model has it. Immutable.
 */
public final class PathType {
  /** A type about which nothing is known. */
  public static final PathType ANY = new PathType(Kind.ANY, null, null, Map.of());

  static final PathType TEXT = new PathType(Kind.TEXT, null, null, Map.of());
  static final PathType NUMBER = new PathType(Kind.NUMBER, null, null, Map.of());
  static final PathType BOOLEAN = new PathType(Kind.BOOLEAN, null, null, Map.of());

  /** The kinds of types. */
  public enum Kind {
    /** Nothing is known. */
    ANY,
    /** A value of a shape of the model that is not a list. */
    SHAPE,
    /** A list, of the model or created by the expression. */
    LIST,
    /** A map that the expression creates, with known names. */
    OBJECT,
    /** A text that the expression creates. */
    TEXT,
    /** A number that the expression creates. */
    NUMBER,
    /** A boolean that the expression creates. */
    BOOLEAN
  }

  private final Kind kind;
  private final @Nullable Shape shape;
  private final @Nullable PathType element;
  private final Map<String, PathType> names;

  /** Whether responses differ from the model in a member; its name may be one the model lacks. */
  private final BiPredicate<String, @Nullable Member> differs;

  private PathType(
      Kind kind, @Nullable Shape shape, @Nullable PathType element, Map<String, PathType> names) {
    this(kind, shape, element, names, (name, member) -> false);
  }

  private PathType(
      Kind kind,
      @Nullable Shape shape,
      @Nullable PathType element,
      Map<String, PathType> names,
      BiPredicate<String, @Nullable Member> differs) {
    this.differs = differs;
    this.kind = kind;
    this.shape = shape;
    this.element = element;
    this.names = names;
  }

  /**
   * Returns the type of the values of a shape.
   *
   * @param shape the shape
   * @return its type
   */
  public static PathType of(Shape shape) {
    return of(shape, (name, member) -> false);
  }

  /**
   * Returns the type of the values of a shape in responses that may differ from the model.
   *
   * @param shape the shape
   * @param differs whether responses have another value than the model for a name and its member,
   *     which is null if the model does not have the name
   * @return its type
   */
  public static PathType of(Shape shape, BiPredicate<String, @Nullable Member> differs) {
    if (shape.type() == ShapeType.DOCUMENT) {
      return ANY;
    }
    // The element of a list is found when it is asked for: shapes may contain themselves.
    Kind kind = shape instanceof ListShape ? Kind.LIST : Kind.SHAPE;
    return new PathType(kind, shape, null, Map.of(), differs);
  }

  /**
   * Returns the type of a member of the values.
   *
   * @param member the member, element, key or value of the shape
   * @return the type, {@link #ANY} if responses differ from the model in it
   */
  public PathType inner(Member member) {
    return member.trait("jsonvalue") != null || differs.test(member.name(), member)
        ? ANY
        : of(member.shape(), differs);
  }

  /** Whether responses have a name that the model lacks. */
  boolean hasFurther(String name) {
    return differs.test(name, null);
  }

  /**
   * Returns the type of lists.
   *
   * @param element the type of their elements
   * @return the type
   */
  public static PathType listOf(PathType element) {
    return new PathType(Kind.LIST, null, element, Map.of());
  }

  static PathType object(Map<String, PathType> names) {
    return new PathType(Kind.OBJECT, null, null, new LinkedHashMap<>(names));
  }

  /**
   * Returns the kind of the type.
   *
   * @return the kind
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the shape of the values.
   *
   * @return the shape, or null if the expression creates the values or nothing is known
   */
  public @Nullable Shape shape() {
    return shape;
  }

  /**
   * Returns the type of the elements of a list.
   *
   * @return the type; {@link #ANY} if this is not a list
   */
  public PathType element() {
    if (shape instanceof ListShape list) {
      return inner(list.element());
    }
    return element == null ? ANY : element;
  }

  /**
   * Returns the type of the values of a map of the model.
   *
   * @return the type; {@link #ANY} if this is not such a map
   */
  public PathType value() {
    return shape instanceof MapShape map ? inner(map.value()) : ANY;
  }

  /**
   * Returns the names and types of a map that the expression creates.
   *
   * @return the types by name, empty for any other kind
   */
  public Map<String, PathType> names() {
    return names;
  }

  /** Whether the values are maps with names, of the model or created by the expression. */
  boolean hasMembers() {
    return kind == Kind.OBJECT
        || ((shape instanceof StructureShape || shape instanceof MapShape) && !isEventStream());
  }

  /**
   * Whether the values are streams of events.
   *
   * @return whether they are
   */
  public boolean isEventStream() {
    return shape instanceof StructureShape && shape.traits().flag("eventstream");
  }

  /**
   * Whether the values are texts.
   *
   * @return whether they are
   */
  public boolean isText() {
    return kind == Kind.TEXT || (shape != null && shape.type() == ShapeType.STRING);
  }

  /**
   * Whether the values are numbers.
   *
   * @return whether they are
   */
  public boolean isNumber() {
    if (shape == null) {
      return kind == Kind.NUMBER;
    }
    return switch (shape.type()) {
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> true;
      case STRUCTURE, LIST, MAP, STRING, BOOLEAN, TIMESTAMP, BLOB, DOCUMENT -> false;
    };
  }

  /** Returns the type that values of this type and of another have in common. */
  PathType or(PathType other) {
    return isSame(other) ? this : ANY;
  }

  private boolean isSame(PathType other) {
    if (this == other) {
      return true;
    }
    if (kind != other.kind || shape != other.shape || !names.equals(other.names)) {
      return false;
    }
    return element == null ? other.element == null : isSameElement(other.element);
  }

  private boolean isSameElement(@Nullable PathType other) {
    return element != null && other != null && element.isSame(other);
  }

  /**
   * Returns the type in words, for messages.
   *
   * @return the words, such as {@code a list} or {@code a structure (DBInstance)}
   */
  public String describe() {
    if (isEventStream()) {
      return "a stream of events";
    }
    return switch (kind) {
      case ANY -> "a value";
      case LIST -> "a list";
      case OBJECT -> "a map";
      case TEXT -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case SHAPE -> shape == null ? "a value" : describe(shape);
    };
  }

  private static String describe(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE -> "a structure (" + shape.name() + ")";
      case LIST -> "a list";
      case MAP -> "a map";
      case STRING -> "a text";
      case INTEGER, LONG, BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> "a number";
      case BOOLEAN -> "a boolean";
      case TIMESTAMP -> "a timestamp";
      case BLOB -> "bytes";
      case DOCUMENT -> "a document";
    };
  }

  @Override
  public String toString() {
    return describe();
  }
}
