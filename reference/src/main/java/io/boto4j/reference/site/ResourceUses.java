package io.boto4j.reference.site;

import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import io.boto4j.reference.view.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The actions and collections of resources by the operation that they call. Immutable. */
final class ResourceUses {
  private final Map<String, List<Link>> byOperation = new HashMap<>();

  private ResourceUses() {}

  static ResourceUses of(ResourceDefinitions resources) {
    ResourceUses uses = new ResourceUses();
    uses.add(resources.root(), "the service resource");
    for (ResourceType type : resources.types().values()) {
      uses.add(type, type.name());
    }
    return uses;
  }

  private void add(ResourceType type, String title) {
    ResourceCall load = type.load();
    if (load != null) {
      add(type, load, title + ": load");
    }
    for (ResourceCall action : type.actions()) {
      add(type, action, title + ": action " + action.name());
    }
    for (ResourceCall action : type.batchActions()) {
      add(type, action, title + ": batch action " + action.name());
    }
    for (ResourceCall collection : type.collections()) {
      add(type, collection, title + ": collection " + collection.name());
    }
  }

  private void add(ResourceType type, ResourceCall call, String text) {
    byOperation
        .computeIfAbsent(call.operation(), key -> new ArrayList<>())
        .add(new Link(text, "../index.html#resource-" + type.name()));
  }

  List<Link> of(String operation) {
    return byOperation.getOrDefault(operation, List.of());
  }
}
