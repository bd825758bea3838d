package io.boto4j.reference.example;

import io.boto4j.reference.text.Grammar;

/** The languages that an example is written in, in the order in which a page offers them. */
public enum Language {
  /** Java, with boto4j. */
  JAVA("Java", Grammar.JAVA),
  /** Kotlin, with boto4j. */
  KOTLIN("Kotlin", Grammar.KOTLIN),
  /** Python, with boto3. */
  BOTO3("boto3", Grammar.PYTHON),
  /** The AWS CLI, version 2, in a POSIX shell. */
  CLI("AWS CLI", Grammar.SHELL);

  private final String label;
  private final Grammar grammar;

  Language(String label, Grammar grammar) {
    this.label = label;
    this.grammar = grammar;
  }

  /**
   * Returns the name of the language for readers.
   *
   * @return the name, such as {@code Java}
   */
  public String label() {
    return label;
  }

  /**
   * Returns the grammar that colours the source.
   *
   * @return the grammar
   */
  public Grammar grammar() {
    return grammar;
  }
}
