package io.boto4j.reference.site;

import io.boto4j.model.ModelOrigin;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.ErrorRow;
import io.boto4j.reference.view.Fact;
import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.GroupView;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import io.boto4j.reference.view.Links;
import io.boto4j.reference.view.OperationRow;
import io.boto4j.reference.view.ServiceView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes the page of a service. */
final class ServiceOverview {
  private ServiceOverview() {}

  static Page page(Services services, ServiceFacts service) {
    ServiceView view = view(services, service);
    List<Link> contents = new ArrayList<>();
    contents.add(new Link("Operations", "#operations"));
    add(contents, view.paginators(), "Paginators", "#paginators");
    add(contents, view.waiters(), "Waiters", "#waiters");
    add(contents, view.resources(), "Resources", "#resources");
    add(contents, view.errors(), "Errors", "#errors");
    add(contents, view.shapes(), "Shapes", "#shapes");
    add(contents, view.endpoints(), "Endpoints", "#endpoints");
    List<Link> groups = new ArrayList<>();
    for (GroupView group : view.groups()) {
      groups.add(new Link(group.title(), "#" + group.anchor()));
    }
    Frame frame =
        new Frame(
            service.fullName(),
            Links.service(service.name()),
            service.summaryOfService(),
            List.of(new Link("Services", "../../" + Links.HOME)),
            contents,
            List.of(new LinkGroup("Operations on", groups)));
    return Templates.service(frame, view);
  }

  private static void add(List<Link> contents, List<?> part, String text, String href) {
    if (!part.isEmpty()) {
      contents.add(new Link(text, href));
    }
  }

  private static ServiceView view(Services services, ServiceFacts service) {
    List<GroupView> groups = new ArrayList<>();
    for (OperationGroup group : service.groups()) {
      List<OperationRow> rows = new ArrayList<>();
      for (String name : group.operations()) {
        rows.add(row(service, service.model().operation(name)));
      }
      groups.add(new GroupView(group.title(), group.anchor(), rows));
    }
    return new ServiceView(
        service.name(),
        service.fullName(),
        service.description(),
        facts(service.model()),
        groups,
        Waiters.of(service),
        Paginators.of(service),
        Resources.of(service),
        errors(service),
        shapes(service),
        Endpoints.of(service.model(), services.models(), services.hosts()));
  }

  private static OperationRow row(ServiceFacts service, OperationModel operation) {
    String name = operation.name();
    return new OperationRow(
        name,
        Names.hasPage(name) ? "operations/" + name + ".html" : "",
        service.summary(name),
        OperationPages.marks(service, operation));
  }

  private static List<Fact> facts(ServiceModel model) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Client", "session.client(\"" + model.name() + "\")"));
    facts.add(Fact.of("Service id", model.serviceId()));
    facts.add(Fact.of("API version", model.apiVersion()));
    ModelOrigin origin = model.origin();
    if (origin.date() != null) {
      facts.add(Fact.of("Model of", String.valueOf(origin.date())));
    }
    facts.add(Fact.of("Model from", origin.source()));
    String protocol = model.metadata().text("protocol");
    facts.add(Fact.of("Protocol", protocol == null ? "" : protocol));
    facts.add(Fact.of("Endpoint prefix", model.endpointPrefix()));
    facts.add(Fact.of("Signing name", model.signingName()));
    facts.add(Fact.of("Operations", String.valueOf(model.operationNames().size())));
    return facts;
  }

  private static List<ErrorRow> errors(ServiceFacts service) {
    List<ErrorRow> rows = new ArrayList<>();
    for (StructureShape error : service.errors()) {
      rows.add(Errors.row(service, error, ""));
    }
    return rows;
  }

  /** Returns the shapes except errors, and except requests and responses of one operation. */
  private static List<LinkGroup> shapes(ServiceFacts service) {
    List<Link> structures = new ArrayList<>();
    List<Link> unions = new ArrayList<>();
    List<Link> enumerations = new ArrayList<>();
    for (String name : service.model().shapeNames()) {
      if (service.lists(name)) {
        if (service.shape(name) instanceof StructureShape structure) {
          (structure.isUnion() ? unions : structures).add(link(name));
        } else {
          enumerations.add(link(name));
        }
      }
    }
    List<LinkGroup> groups = new ArrayList<>();
    for (Map.Entry<String, List<Link>> each :
        List.of(
            Map.entry("Structures", structures),
            Map.entry("Unions", unions),
            Map.entry("Enumerations", enumerations))) {
      if (!each.getValue().isEmpty()) {
        each.getValue().sort(Comparator.comparing(Link::text));
        groups.add(new LinkGroup(each.getKey(), each.getValue()));
      }
    }
    return groups;
  }

  private static Link link(String shape) {
    return new Link(shape, "shapes/" + shape + ".html");
  }
}
