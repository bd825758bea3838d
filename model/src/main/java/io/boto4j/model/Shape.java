package io.boto4j.model;

/**
 * A type of the service model: what a value may be.
 *
 * <p>Immutable and thread-safe. Shapes refer to each other by {@link Member}, which finds its
 * target when it is first asked for, so holding one shape does not hold the service.
 */
public abstract sealed class Shape permits StructureShape, ListShape, MapShape, SimpleShape {
  private final String name;
  private final ShapeType type;
  private final Traits traits;
  private final boolean sensitive;

  Shape(String name, ShapeType type, Traits traits) {
    this.name = name;
    this.type = type;
    this.traits = traits;
    this.sensitive = traits.flag("sensitive");
  }

  /**
   * The shape's name in its service, as {@code AttributeValue}.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  /**
   * The kind of value.
   *
   * @return the type
   */
  public final ShapeType type() {
    return type;
  }

  /**
   * What else the model says: {@code min}, {@code enum}, {@code timestampFormat} …
   *
   * @return the traits
   */
  public final Traits traits() {
    return traits;
  }

  /**
   * Whether values are secrets, never to be shown.
   *
   * @return true if the model marks it sensitive
   */
  public final boolean sensitive() {
    return sensitive;
  }

  @Override
  public final String toString() {
    return name + " (" + type + ")";
  }
}
