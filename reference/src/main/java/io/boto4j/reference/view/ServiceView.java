package io.boto4j.reference.view;

import io.boto4j.reference.text.SafeHtml;
import java.util.List;

/**
 * What the page of a service shows.
 *
 * @param name the name for {@code client(…)}, such as {@code dynamodb}
 * @param fullName the full name, such as {@code Amazon DynamoDB}
 * @param text the description
 * @param facts the version and origin of the model, the protocol, and counts
 * @param groups the operations by what they work on
 * @param waiters the waiters
 * @param paginators the paginators
 * @param resources the resources
 * @param errors the errors
 * @param shapes the other shapes by kind
 * @param endpoints the endpoints by partition
 */
public record ServiceView(
    String name,
    String fullName,
    SafeHtml text,
    List<Fact> facts,
    List<GroupView> groups,
    List<WaiterView> waiters,
    List<PaginatorView> paginators,
    List<ResourceView> resources,
    List<ErrorRow> errors,
    List<LinkGroup> shapes,
    List<EndpointGroup> endpoints) {
  /**
   * Creates the record, with copies of the lists.
   *
   * @param name the name for {@code client(…)}, such as {@code dynamodb}
   * @param fullName the full name, such as {@code Amazon DynamoDB}
   * @param text the description
   * @param facts the version and origin of the model, the protocol, and counts
   * @param groups the operations by what they work on
   * @param waiters the waiters
   * @param paginators the paginators
   * @param resources the resources
   * @param errors the errors
   * @param shapes the other shapes by kind
   * @param endpoints the endpoints by partition
   */
  public ServiceView {
    facts = List.copyOf(facts);
    groups = List.copyOf(groups);
    waiters = List.copyOf(waiters);
    paginators = List.copyOf(paginators);
    resources = List.copyOf(resources);
    errors = List.copyOf(errors);
    shapes = List.copyOf(shapes);
    endpoints = List.copyOf(endpoints);
  }
}
