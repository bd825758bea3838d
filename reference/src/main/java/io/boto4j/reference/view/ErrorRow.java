package io.boto4j.reference.view;

import io.boto4j.reference.text.SafeHtml;
import java.util.List;

/**
 * An error of an operation or a service.
 *
 * @param code the code that the service sends
 * @param href the page of its shape, relative to the page; empty if it has none
 * @param marks the HTTP status, whose fault it is, whether the call is repeated
 * @param text the description
 */
public record ErrorRow(String code, String href, List<Mark> marks, SafeHtml text) {
  /**
   * Creates a row, with a copy of the list.
   *
   * @param code the code that the service sends
   * @param href the page of its shape, relative to the page; empty if it has none
   * @param marks the HTTP status, whose fault it is, whether the call is repeated
   * @param text the description
   */
  public ErrorRow {
    marks = List.copyOf(marks);
  }
}
