package io.boto4j.reference.view;

import java.util.List;

/**
 * A waiter of a service.
 *
 * @param name the name
 * @param operation the operation that it calls
 * @param timing how often it calls
 * @param states what it waits for: the outcome and the condition
 * @param code the code that waits
 */
public record WaiterView(
    String name, Link operation, String timing, List<Fact> states, String code) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param name the name
   * @param operation the operation that it calls
   * @param timing how often it calls
   * @param states what it waits for: the outcome and the condition
   * @param code the code that waits
   */
  public WaiterView {
    states = List.copyOf(states);
  }
}
