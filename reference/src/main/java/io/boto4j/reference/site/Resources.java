package io.boto4j.reference.site;

import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceLink;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.LinkGroup;
import io.boto4j.reference.view.ResourceView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The resources of a service as its page shows them. */
final class Resources {
  private Resources() {}

  static List<ResourceView> of(ServiceFacts service) {
    ResourceDefinitions resources = service.resources();
    List<ResourceView> views = new ArrayList<>();
    ResourceType root = resources.root();
    if (resources.types().isEmpty() && root.actions().isEmpty() && root.collections().isEmpty()) {
      return views;
    }
    String session = "session.resource(\"" + service.name() + "\")";
    views.add(view(service, root, "The service itself", session));
    for (ResourceType type : resources.types().values()) {
      List<String> identifiers = new ArrayList<>();
      List<String> arguments = new ArrayList<>();
      for (Identifier each : type.identifiers()) {
        identifiers.add(each.name());
        arguments.add("\"…\"");
      }
      String signature = type.name() + "(" + String.join(", ", identifiers) + ")";
      String arguments2 = arguments.isEmpty() ? "" : ", " + String.join(", ", arguments);
      views.add(
          view(
              service,
              type,
              signature,
              session + ".resource(\"" + type.name() + "\"" + arguments2 + ")"));
    }
    return views;
  }

  private static ResourceView view(
      ServiceFacts service, ResourceType type, String signature, String code) {
    List<LinkGroup> members = new ArrayList<>();
    ResourceCall load = type.load();
    calls(service, members, "Load", load == null ? List.of() : List.of(load));
    calls(service, members, "Actions", type.actions());
    calls(service, members, "Batch actions", type.batchActions());
    calls(service, members, "Collections", type.collections());
    List<Link> waiters = new ArrayList<>();
    for (ResourceCall waiter : type.waiters()) {
      waiters.add(new Link(waiter.name(), "#waiter-" + waiter.operation()));
    }
    add(members, "Waiters", waiters);
    List<Link> references = new ArrayList<>();
    for (ResourceLink link : type.links()) {
      references.add(new Link(link.name(), "#resource-" + link.result().type()));
    }
    add(members, "Leads to", references);
    return new ResourceView(
        type.name(), signature, text(type.reason()), code, shape(service, type.shape()), members);
  }

  private static void calls(
      ServiceFacts service, List<LinkGroup> members, String title, List<ResourceCall> calls) {
    List<Link> links = new ArrayList<>();
    for (ResourceCall call : calls) {
      boolean page = service.operation(call.operation()) != null && Names.hasPage(call.operation());
      ResourceResult result = call.result();
      String to = result == null || title.equals("Actions") ? "" : " → " + result.type();
      links.add(new Link(call.name() + to, page ? "operations/" + call.operation() + ".html" : ""));
    }
    add(members, title, links);
  }

  private static void add(List<LinkGroup> members, String title, List<Link> links) {
    if (!links.isEmpty()) {
      members.add(new LinkGroup(title, links));
    }
  }

  private static Link shape(ServiceFacts service, @Nullable String shape) {
    if (shape == null) {
      return new Link("", "");
    }
    return new Link(shape, service.shape(shape) == null ? "" : "shapes/" + shape + ".html");
  }

  private static String text(@Nullable String reason) {
    return reason == null ? "" : reason;
  }
}
