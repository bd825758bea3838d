package io.boto4j.model.codec;

/** The kinds of CBOR value that {@link CborReader#peek} distinguishes by their first byte. */
public enum CborToken {
  /** A map follows. */
  MAP,
  /** An array follows. */
  ARRAY,
  /** A text string follows. */
  STRING,
  /** A byte string follows. */
  BYTES,
  /** A whole number of at most 64 bits and a sign follows. */
  INTEGER,
  /** A number of half, single or double precision follows. */
  FLOAT,
  /** {@code true} or {@code false} follows. */
  BOOLEAN,
  /** Null follows, or undefined, which AWS's protocols treat as null. */
  NULL,
  /** A tag follows, and then its value. */
  TAG
}
