package io.boto4j.reference.text;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A language of programs, as far as colouring its source needs it. */
public enum Grammar {
  /** Java. */
  JAVA(
      "//",
      "/*",
      "\"'",
      "abstract assert boolean break byte case catch char class const continue default do double"
          + " else enum extends false final finally float for if implements import instanceof int"
          + " interface long native new null package private protected public record return sealed"
          + " permits short static strictfp super switch synchronized this throw throws transient"
          + " true try var void volatile while yield"),
  /** Kotlin. */
  KOTLIN(
      "//",
      "/*",
      "\"'",
      "as break by catch class companion const continue data do else enum false finally for fun if"
          + " import in interface internal is lateinit null object open override package private"
          + " protected public return sealed suspend super this throw to true try typealias val var"
          + " when while"),
  /** Python. */
  PYTHON(
      "#",
      null,
      "\"'",
      "False None True and as assert async await break class continue def del elif else except"
          + " finally for from global if import in is lambda nonlocal not or pass raise return try"
          + " while with yield"),
  /** Commands of a shell. */
  SHELL("#", null, "\"'", "case do done elif else esac export fi for function if in then while"),
  /** JSON. */
  JSON(null, null, "\"", "true false null");

  private final @Nullable String lineComment;
  private final @Nullable String blockComment;
  private final String quotes;

  @SuppressWarnings("ImmutableEnumChecker") // the set is immutable
  private final Set<String> keywords;

  Grammar(
      @Nullable String lineComment, @Nullable String blockComment, String quotes, String keywords) {
    this.lineComment = lineComment;
    this.blockComment = blockComment;
    this.quotes = quotes;
    this.keywords = Set.of(keywords.split(" "));
  }

  /** Returns what begins a comment up to the end of the line, or null. */
  @Nullable String lineComment() {
    return lineComment;
  }

  /** Returns what begins a comment up to {@code *}{@code /}, or null. */
  @Nullable String blockComment() {
    return blockComment;
  }

  boolean isQuote(char c) {
    return quotes.indexOf(c) >= 0;
  }

  /**
   * Whether a word is reserved in the language.
   *
   * @param word the word
   * @return true for a keyword
   */
  public boolean isKeyword(String word) {
    return keywords.contains(word);
  }
}
