package io.boto4j.reference.view;

import java.util.List;

/**
 * A paginator of a service.
 *
 * @param operation the operation with pages
 * @param facts the tokens, the limit and the results
 * @param code the code that reads all pages
 */
public record PaginatorView(Link operation, List<Fact> facts, String code) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param operation the operation with pages
   * @param facts the tokens, the limit and the results
   * @param code the code that reads all pages
   */
  public PaginatorView {
    facts = List.copyOf(facts);
  }
}
