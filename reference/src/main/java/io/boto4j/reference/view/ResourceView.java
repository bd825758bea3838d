package io.boto4j.reference.view;

import java.util.List;

/**
 * A type of resource of a service.
 *
 * @param name the name
 * @param signature the name with the identifiers
 * @param reason why the type was derived; empty for a type of boto3
 * @param code the code that creates one
 * @param shape the shape of its data; empty text if it has none
 * @param members actions, collections, waiters and references
 */
public record ResourceView(
    String name,
    String signature,
    String reason,
    String code,
    Link shape,
    List<LinkGroup> members) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param name the name
   * @param signature the name with the identifiers
   * @param reason why the type was derived; empty for a type of boto3
   * @param code the code that creates one
   * @param shape the shape of its data; empty text if it has none
   * @param members actions, collections, waiters and references
   */
  public ResourceView {
    members = List.copyOf(members);
  }
}
