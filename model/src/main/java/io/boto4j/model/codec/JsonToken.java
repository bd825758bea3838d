package io.boto4j.model.codec;

/** The kinds of JSON value that {@link JsonReader#peek} distinguishes by their first byte. */
public enum JsonToken {
  /** An object follows. */
  BEGIN_OBJECT,
  /** An array follows. */
  BEGIN_ARRAY,
  /** A string follows. */
  STRING,
  /** A number follows. */
  NUMBER,
  /** The literal {@code true} follows. */
  TRUE,
  /** The literal {@code false} follows. */
  FALSE,
  /** The literal {@code null} follows. */
  NULL
}
