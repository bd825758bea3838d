package io.boto4j.model;

import org.jspecify.annotations.Nullable;

/**
 * A named part of a shape, and the shape of its values.
 *
 * <p>A member may have traits of its own, which override those of its shape. Immutable and
 * thread-safe.
 */
public final class Member {
  private final String name;
  private final String wireName;
  private final Traits traits;
  private final ServiceModel service;
  private final int shapeIndex;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable Shape shape;

  Member(String name, Traits traits, ServiceModel service, int shapeIndex) {
    this.name = name;
    this.traits = traits;
    this.service = service;
    this.shapeIndex = shapeIndex;
    String locationName = traits.text("locationName");
    this.wireName = locationName == null ? name : locationName;
  }

  /**
   * Returns the name that users write, such as {@code TableName}.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the name on the wire: the trait {@code locationName}, else the member's own name.
   *
   * @return the name
   */
  public String wireName() {
    return wireName;
  }

  /**
   * Returns the shape of the values.
   *
   * @return the shape, read from the model by the first call
   */
  public Shape shape() {
    Shape created = shape;
    if (created == null) {
      created = service.shapeAt(shapeIndex);
      shape = created;
    }
    return created;
  }

  /**
   * Returns the traits of the member alone, without those of its shape.
   *
   * @return the traits
   */
  public Traits traits() {
    return traits;
  }

  /**
   * Returns a trait of the member, or else of its shape.
   *
   * @param trait the trait
   * @return the value, or null if neither has the trait
   */
  public @Nullable Object trait(String trait) {
    Object own = traits.size() == 0 ? null : traits.get(trait);
    return own == null ? shape().traits().get(trait) : own;
  }

  /**
   * Returns a trait of the member, or else of its shape, if it is a string.
   *
   * @param trait the trait
   * @return the string, or null if neither has the trait or it is of another type
   */
  public @Nullable String textTrait(String trait) {
    return trait(trait) instanceof String text ? text : null;
  }

  @Override
  public String toString() {
    return name;
  }
}
