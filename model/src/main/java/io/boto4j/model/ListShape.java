package io.boto4j.model;

/** The shape of an ordered collection of values. */
public final class ListShape extends Shape {
  private final Member element;

  ListShape(String name, Traits traits, Member element) {
    super(name, ShapeType.LIST, traits);
    this.element = element;
  }

  /**
   * Returns the member that describes every element.
   *
   * @return the member, named {@code member}
   */
  public Member element() {
    return element;
  }
}
