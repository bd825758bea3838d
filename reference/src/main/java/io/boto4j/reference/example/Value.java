package io.boto4j.reference.example;

import java.util.List;
import java.util.Map;

/** A value of the input of an example, which each language writes in its own way. */
sealed interface Value {
  /** A string, or a text in a document. */
  record Text(String text) implements Value {}

  /** A number as Python and JSON write it; {@code wide} needs Java's {@code long}. */
  record Numeral(String digits, boolean wide) implements Value {}

  /** A boolean. */
  record Flag(boolean flag) implements Value {}

  /** A timestamp in the form of ISO 8601, such as {@code 2026-01-15T12:00:00Z}. */
  record Time(String iso) implements Value {}

  /** Bytes that are a short text. */
  record Bytes(String text) implements Value {}

  /** Bytes of a file; {@code streaming} if the service reads them as a stream. */
  record File(String name, boolean streaming) implements Value {}

  /** A list. */
  record Items(List<Value> items) implements Value {}

  /** A structure or a map, in order. */
  record Entries(Map<String, Value> entries) implements Value {}

  /** The events that are sent to the service, one after the other. */
  record Events(List<Value> events) implements Value {}

  /** Null, in a document. */
  record Nothing() implements Value {}
}
