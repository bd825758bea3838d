package io.boto4j.model;

/** Text keys to values of one shape. */
public final class MapShape extends Shape {
  private final Member key;
  private final Member value;

  MapShape(String name, Traits traits, Member key, Member value) {
    super(name, ShapeType.MAP, traits);
    this.key = key;
    this.value = value;
  }

  /**
   * What every key is: a text.
   *
   * @return the key, a member named {@code key}
   */
  public Member key() {
    return key;
  }

  /**
   * What every value is.
   *
   * @return the value, a member named {@code value}
   */
  public Member value() {
    return value;
  }
}
