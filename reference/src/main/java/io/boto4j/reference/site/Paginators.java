package io.boto4j.reference.site;

import io.boto4j.reference.view.Fact;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.PaginatorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The paginators of a service as its page shows them, from the form of botocore's files. */
final class Paginators {
  private Paginators() {}

  static List<PaginatorView> of(ServiceFacts service) {
    List<PaginatorView> views = new ArrayList<>();
    service
        .paginators()
        .forEach(
            (name, paginator) -> {
              if (paginator instanceof Map<?, ?> map) {
                views.add(view(service, name, map));
              }
            });
    return views;
  }

  private static PaginatorView view(ServiceFacts service, String name, Map<?, ?> paginator) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "results", paginator.get("result_key"));
    add(facts, "token", paginator.get("input_token"));
    add(facts, "next token", paginator.get("output_token"));
    add(facts, "more results", paginator.get("more_results"));
    add(facts, "page size", paginator.get("limit_key"));
    boolean page = service.operation(name) != null && Names.hasPage(name);
    return new PaginatorView(
        new Link(name, page ? "operations/" + name + ".html" : ""),
        facts,
        "client.paginator(\"" + name + "\").pages(parameters)");
  }

  private static void add(List<Fact> facts, String name, @Nullable Object value) {
    if (value instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      list.forEach(each -> texts.add(String.valueOf(each)));
      facts.add(Fact.of(name, String.join(", ", texts)));
    } else if (value != null) {
      facts.add(Fact.of(name, String.valueOf(value)));
    }
  }
}
