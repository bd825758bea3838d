package io.boto4j.modelcompiler.change;

/**
 * A difference between two models.
 *
 * @param breaking whether it may break a program that calls the service
 * @param text the difference in words, such as {@code new operation PutItem}
 */
public record Change(boolean breaking, String text) {
  static Change of(String text) {
    return new Change(false, text);
  }

  static Change breaking(String text) {
    return new Change(true, text);
  }

  /** Returns the text, marked if the change may break a program. */
  @Override
  public String toString() {
    return breaking ? "BREAKING: " + text : text;
  }
}
