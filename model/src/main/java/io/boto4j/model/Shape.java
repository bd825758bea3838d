package io.boto4j.model;

/**
 * A type of the service model, which describes the values that are possible in a place.
 *
 * <p>Immutable and thread-safe. Shapes refer to each other through {@link Member}, which reads its
 * target on first use, so one shape does not bring the whole service into memory.
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
   * Returns the name of the shape in its service, such as {@code AttributeValue}.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  /**
   * Returns the kind of value.
   *
   * @return the type
   */
  public final ShapeType type() {
    return type;
  }

  /**
   * Returns the other properties: {@code min}, {@code enum}, {@code timestampFormat} …
   *
   * @return the traits
   */
  public final Traits traits() {
    return traits;
  }

  /**
   * Whether values are secrets, which must never be shown.
   *
   * @return true if the model marks the shape as sensitive
   */
  public final boolean sensitive() {
    return sensitive;
  }

  @Override
  public final String toString() {
    return name + " (" + type + ")";
  }
}
