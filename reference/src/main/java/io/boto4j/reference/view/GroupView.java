package io.boto4j.reference.view;

import java.util.List;

/**
 * The operations on one kind of thing.
 *
 * @param title the kind, such as {@code Table}
 * @param anchor the anchor of the group
 * @param operations the operations
 */
public record GroupView(String title, String anchor, List<OperationRow> operations) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param title the kind, such as {@code Table}
   * @param anchor the anchor of the group
   * @param operations the operations
   */
  public GroupView {
    operations = List.copyOf(operations);
  }
}
