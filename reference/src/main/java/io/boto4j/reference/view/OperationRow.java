package io.boto4j.reference.view;

import java.util.List;

/**
 * An operation in the page of its service.
 *
 * @param name the name
 * @param href its page; empty if it has none
 * @param summary one sentence
 * @param marks the marks after the name
 */
public record OperationRow(String name, String href, String summary, List<Mark> marks) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param name the name
   * @param href its page; empty if it has none
   * @param summary one sentence
   * @param marks the marks after the name
   */
  public OperationRow {
    marks = List.copyOf(marks);
  }
}
