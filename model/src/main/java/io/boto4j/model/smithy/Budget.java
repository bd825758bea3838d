package io.boto4j.model.smithy;

/**
 * The limit on what is built from a model. A short file can describe a very large model: mixins
 * repeat members, services repeat their errors with each operation.
 */
final class Budget {
  /** The parts that a model may have. The model of SageMaker, one of the largest, has 114,000. */
  static final int PARTS = 2_000_000;

  private static final int CHARACTERS_PER_PART = 16;

  private int left = PARTS;

  /** Counts members, traits, references or values. */
  void spend(int parts, Node place) {
    left -= Math.min(parts, left + 1);
    if (left < 0) {
      throw place.broken("the model has more than " + PARTS + " parts here");
    }
  }

  /** Counts a text that is copied. */
  void spendText(String text, Node place) {
    spend(1 + text.length() / CHARACTERS_PER_PART, place);
  }
}
