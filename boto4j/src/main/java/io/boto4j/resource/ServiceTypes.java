package io.boto4j.resource;

import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import java.util.concurrent.ConcurrentHashMap;

/** The types of a service, each prepared when it is first used. Thread-safe. */
final class ServiceTypes {
  private final ServiceModel model;
  private final ResourceDefinitions definitions;
  private final ConcurrentHashMap<String, TypeModel> types = new ConcurrentHashMap<>();

  ServiceTypes(ServiceModel model) {
    this.model = model;
    this.definitions = ServiceResources.of(model);
  }

  boolean isEmpty() {
    return definitions.types().isEmpty();
  }

  TypeModel root() {
    return types.computeIfAbsent(ResourceType.SERVICE, key -> prepare(definitions.root()));
  }

  TypeModel type(String name) {
    return types.computeIfAbsent(name, key -> prepare(definition(key)));
  }

  private ResourceType definition(String name) {
    ResourceType type = definitions.types().get(name);
    if (type == null) {
      throw new IllegalStateException("Definitions are checked, but lack " + name);
    }
    return type;
  }

  private TypeModel prepare(ResourceType type) {
    return new TypeModel(definitions, type, model);
  }
}
