package io.boto4j.reference.view;

/**
 * A fact with its name.
 *
 * @param name the name, such as {@code Signing name}
 * @param value the value
 * @param href the page with more about it, or empty
 */
public record Fact(String name, String value, String href) {
  /**
   * Creates a fact without a link.
   *
   * @param name the name
   * @param value the value
   * @return the fact
   */
  public static Fact of(String name, String value) {
    return new Fact(name, value, "");
  }
}
