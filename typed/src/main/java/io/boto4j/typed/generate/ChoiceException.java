package io.boto4j.typed.generate;

/** A choice that the models do not have. */
public final class ChoiceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Choice.Part part;
  private final int index;

  ChoiceException(Choice.Part part, int index, String message) {
    super(message);
    this.part = part;
    this.index = index;
  }

  /**
   * Returns the part of the choice that is wrong.
   *
   * @return the part
   */
  public Choice.Part part() {
    return part;
  }

  /**
   * Returns the place of the wrong operation among the operations.
   *
   * @return the index, from 0
   */
  public int index() {
    return index;
  }
}
