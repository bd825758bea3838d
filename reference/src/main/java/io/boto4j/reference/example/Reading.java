package io.boto4j.reference.example;

import io.boto4j.model.Shape;
import java.util.List;

/** The part of a response that an example prints. */
sealed interface Reading {
  /** Nothing: the output has no members. */
  record Nothing() implements Reading {}

  /** The whole response, of which no part is more telling than the others. */
  record Whole() implements Reading {}

  /**
   * A single member.
   *
   * @param path the names that lead to it
   * @param shape its shape
   */
  record One(List<String> path, Shape shape) implements Reading {}

  /**
   * The elements of a list of structures or strings.
   *
   * @param path the names that lead to the list
   * @param element the name of a variable for an element
   * @param fields the members of an element to print; empty for elements that are strings
   */
  record Each(List<String> path, String element, List<One> fields) implements Reading {}

  /**
   * The body that the service streams.
   *
   * @param member the name of the member
   * @param large whether it is saved to a file rather than read as a text
   */
  record Body(String member, boolean large) implements Reading {}

  /**
   * The events that the service sends.
   *
   * @param member the name of the member
   * @param path the names that lead from an event to a text in it; empty if no text is in it
   * @param bytes whether the text is a blob
   */
  record Events(String member, List<String> path, boolean bytes) implements Reading {}
}
