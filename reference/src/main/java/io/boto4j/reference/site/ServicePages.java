package io.boto4j.reference.site;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.reference.view.Links;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page, and the pages of all services, operations and shapes. Thread-safe. */
final class ServicePages implements PageSource {
  private final Services services;
  private final HomePage home;

  ServicePages(Services services) {
    this.services = services;
    this.home = new HomePage(services);
  }

  @Override
  public Stream<String> paths() {
    return Stream.concat(
        Stream.of(Links.HOME), services.names().stream().flatMap(this::pathsOfService));
  }

  private Stream<String> pathsOfService(String name) {
    ServiceModel model = services.models().find(name);
    if (model == null) {
      return Stream.empty();
    }
    Stream<String> operations =
        model.operationNames().stream()
            .filter(Names::hasPage)
            .map(operation -> Links.operation(name, operation));
    Stream<String> shapes =
        model.shapeNames().stream()
            .filter(shape -> hasPage(model.findShape(shape)))
            .map(shape -> Links.shape(name, shape));
    return Stream.of(Stream.of(Links.service(name)), operations, shapes).flatMap(paths -> paths);
  }

  private static boolean hasPage(@Nullable Shape shape) {
    return shape != null && ServiceFacts.hasPage(shape);
  }

  @Override
  public Optional<Page> page(String path) {
    if (path.equals(Links.HOME)) {
      return Optional.of(home.page());
    }
    String[] parts = path.split("/", -1);
    if (parts.length < 3 || !parts[0].equals("services")) {
      return Optional.empty();
    }
    ServiceFacts service = services.find(parts[1]);
    if (service == null) {
      return Optional.empty();
    }
    if (parts.length == 3) {
      return parts[2].equals("index.html")
          ? Optional.of(service.overview(services))
          : Optional.empty();
    }
    return parts.length == 4 && parts[3].endsWith(".html")
        ? page(service, parts[2], parts[3].substring(0, parts[3].length() - 5))
        : Optional.empty();
  }

  private static Optional<Page> page(ServiceFacts service, String kind, String name) {
    if (!Names.hasPage(name)) {
      return Optional.empty();
    }
    if (kind.equals("operations")) {
      OperationModel operation = service.operation(name);
      return operation == null
          ? Optional.empty()
          : Optional.of(OperationPages.page(service, operation));
    }
    Shape shape = kind.equals("shapes") ? service.shape(name) : null;
    return shape == null ? Optional.empty() : Optional.of(ShapePages.page(service, shape));
  }
}
