package io.boto4j.reference.site;

import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paginator, waiters and actions of resources that have to do with an operation. */
final class SeeAlso {
  private SeeAlso() {}

  static List<LinkGroup> of(ServiceFacts service, String operation) {
    List<LinkGroup> groups = new ArrayList<>();
    if (service.paginators().containsKey(operation)) {
      String code = "client.paginator(\"" + operation + "\")";
      groups.add(
          new LinkGroup(
              "All pages", List.of(new Link(code, "../index.html#paginator-" + operation))));
    }
    List<Link> waiters = waiters(service, operation);
    if (!waiters.isEmpty()) {
      groups.add(new LinkGroup("Waiters", waiters));
    }
    List<Link> actions = service.resourceUses().of(operation);
    if (!actions.isEmpty()) {
      groups.add(new LinkGroup("Resources", actions));
    }
    String aws = aws(service, operation);
    if (aws != null) {
      groups.add(new LinkGroup("At AWS", List.of(new Link("API reference of AWS", aws))));
    }
    return groups;
  }

  static List<Link> waiters(ServiceFacts service, String operation) {
    List<Link> links = new ArrayList<>();
    service
        .waiters()
        .forEach(
            (name, waiter) -> {
              if (waiter instanceof Map<?, ?> map && operation.equals(map.get("operation"))) {
                String code = "client.waiter(\"" + name + "\")";
                links.add(new Link(code, "../index.html#waiter-" + name));
              }
            });
    return links;
  }

  /** Returns AWS's own page, to which AWS's SDKs link in this form; null without a model's id. */
  private static @Nullable String aws(ServiceFacts service, String operation) {
    String uid = service.model().metadata().text("uid");
    return uid != null && Names.hasPage(uid) && Names.hasPage(operation)
        ? "https://docs.aws.amazon.com/goto/WebAPI/" + uid + "/" + operation
        : null;
  }
}
