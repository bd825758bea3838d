package io.boto4j.model.codec;

/** The kinds of CBOR value, as {@link CborReader#peek} tells them apart by their first byte. */
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
  /** True or false follows. */
  BOOLEAN,
  /** Null follows, or undefined, which AWS's protocols take for null. */
  NULL,
  /** A tag follows, and then the value it is for. */
  TAG
}
