package io.boto4j.model;

/** The shape of a map from strings to values of one shape. */
public final class MapShape extends Shape {
  private final Member key;
  private final Member value;

  MapShape(String name, Traits traits, Member key, Member value) {
    super(name, ShapeType.MAP, traits);
    this.key = key;
    this.value = value;
  }

  /**
   * Returns the member that describes every key, a string.
   *
   * @return the member, named {@code key}
   */
  public Member key() {
    return key;
  }

  /**
   * Returns the member that describes every value.
   *
   * @return the member, named {@code value}
   */
  public Member value() {
    return value;
  }
}
