package io.boto4j.reference.site;

import io.boto4j.model.NearNames;
import io.boto4j.model.Shape;
import io.boto4j.reference.view.Frame;
import io.boto4j.reference.view.Link;
import io.boto4j.reference.view.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page for paths that do not exist, with links to what the path may mean. */
final class NotFound implements PageSource {
  private final Services services;

  NotFound(Services services) {
    this.services = services;
  }

  @Override
  public Stream<String> paths() {
    return Stream.of(Links.NOT_FOUND);
  }

  @Override
  public Optional<Page> page(String path) {
    return path.equals(Links.NOT_FOUND)
        ? Optional.of(page(Links.NOT_FOUND, List.of()))
        : Optional.empty();
  }

  /** Returns the page for a path; its links are relative to that path. */
  Page forPath(String path) {
    return page(path, suggestions(path));
  }

  private static Page page(String path, List<Link> suggestions) {
    Frame frame = new Frame("Page not found", path, "", List.of(), List.of(), List.of());
    return Templates.notFound(frame, suggestions);
  }

  private List<Link> suggestions(String path) {
    String root = Links.root(path);
    String[] parts = path.split("/", -1);
    List<Link> links = new ArrayList<>();
    if (parts.length < 2 || !parts[0].equals("services")) {
      String last = parts[parts.length - 1];
      services(last.replace(".html", ""), root, links);
      return links;
    }
    ServiceFacts service = services.find(parts[1]);
    if (service == null) {
      services(parts[1], root, links);
      return links;
    }
    links.add(new Link(service.fullName(), root + Links.service(service.name())));
    String wrong = parts[parts.length - 1].replace(".html", "");
    for (String name : NearNames.of(wrong, service.model().operationNames())) {
      if (Names.hasPage(name)) {
        links.add(new Link(name, root + Links.operation(service.name(), name)));
      }
    }
    for (String name : NearNames.of(wrong, service.model().shapeNames())) {
      Shape shape = service.shape(name);
      if (shape != null) {
        links.add(new Link(name, root + Links.shape(service.name(), name)));
      }
    }
    return links;
  }

  private void services(String wrong, String root, List<Link> links) {
    for (String name : NearNames.of(wrong, services.names())) {
      links.add(new Link(name, root + Links.service(name)));
    }
  }
}
