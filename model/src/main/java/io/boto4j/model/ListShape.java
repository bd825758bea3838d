package io.boto4j.model;

/** An ordered collection of values of one shape. */
public final class ListShape extends Shape {
  private final Member element;

  ListShape(String name, Traits traits, Member element) {
    super(name, ShapeType.LIST, traits);
    this.element = element;
  }

  /**
   * What every element is.
   *
   * @return the element, a member named {@code member}
   */
  public Member element() {
    return element;
  }
}
