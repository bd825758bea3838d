package io.boto4j.model;

import org.jspecify.annotations.Nullable;

/**
 * A named part of a shape, and the shape its values have.
 *
 * <p>A member may say something of its own about its values, and that wins over what the shape
 * says. Immutable and thread-safe.
 */
public final class Member {
  private final String name;
  private final String wireName;
  private final Traits traits;
  private final ServiceModel service;
  private final int shapeIndex;

  /** Found at first use; threads that race find equal shapes. */
  private @Nullable Shape shape;

  Member(String name, Traits traits, ServiceModel service, int shapeIndex) {
    this.name = name;
    this.traits = traits;
    this.service = service;
    this.shapeIndex = shapeIndex;
    String locationName = traits.text("locationName");
    this.wireName = locationName == null ? name : locationName;
  }

  /**
   * The name users write, as {@code TableName}.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The name on the wire: the trait {@code locationName}, else the member's own.
   *
   * @return the name
   */
  public String wireName() {
    return wireName;
  }

  /**
   * What the values are.
   *
   * @return the shape, read from the model at the first call
   */
  public Shape shape() {
    Shape found = shape;
    if (found == null) {
      found = service.shapeAt(shapeIndex);
      shape = found;
    }
    return found;
  }

  /**
   * What the member alone says, the shape left aside.
   *
   * @return the traits
   */
  public Traits traits() {
    return traits;
  }

  /**
   * A trait of the member, or else of its shape.
   *
   * @param trait the trait
   * @return the value, or null if neither has it
   */
  public @Nullable Object trait(String trait) {
    Object own = traits.size() == 0 ? null : traits.get(trait);
    return own == null ? shape().traits().get(trait) : own;
  }

  /**
   * A trait of the member, or else of its shape, that is a text.
   *
   * @param trait the trait
   * @return the text, or null if neither has it
   */
  public @Nullable String textTrait(String trait) {
    return trait(trait) instanceof String text ? text : null;
  }

  @Override
  public String toString() {
    return name;
  }
}
