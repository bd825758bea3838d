package io.boto4j.model;

/** The kinds of shape in a service model. */
public enum ShapeType {
  /** Named members; a union (exactly one member set) is a structure too. */
  STRUCTURE,
  /** An ordered collection. */
  LIST,
  /** A map from strings to values of one shape. */
  MAP,
  /** Any JSON-like value. */
  DOCUMENT,
  /** Unicode text. */
  STRING,
  /** A 32-bit signed number. */
  INTEGER,
  /** A 64-bit signed number. */
  LONG,
  /** A whole number of any size. */
  BIG_INTEGER,
  /** A 32-bit IEEE 754 number. */
  FLOAT,
  /** A 64-bit IEEE 754 number. */
  DOUBLE,
  /** A decimal number of any precision. */
  BIG_DECIMAL,
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** An instant. */
  TIMESTAMP,
  /** Bytes. */
  BLOB
}
