package io.boto4j.reference.view;

import java.util.List;

/**
 * The endpoints of a service in one partition.
 *
 * @param partition the partition, such as {@code AWS Standard}
 * @param rows the endpoints by region
 */
public record EndpointGroup(String partition, List<EndpointRow> rows) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param partition the partition, such as {@code AWS Standard}
   * @param rows the endpoints by region
   */
  public EndpointGroup {
    rows = List.copyOf(rows);
  }
}
