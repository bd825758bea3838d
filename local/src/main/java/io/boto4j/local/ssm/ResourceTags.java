package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of parameters, documents, maintenance windows and patch baselines. */
final class ResourceTags {
  private static final List<String> OTHERS =
      List.of("ManagedInstance", "OpsItem", "OpsMetadata", "Automation", "Association");

  private final Parameters parameters;
  private final Documents documents;
  private final Records windows;
  private final Records baselines;

  ResourceTags(Parameters parameters, Documents documents, Records windows, Records baselines) {
    this.parameters = parameters;
    this.documents = documents;
    this.windows = windows;
    this.baselines = baselines;
  }

  void register(OperationTable table) {
    table.write("AddTagsToResource", this::add);
    table.write("RemoveTagsFromResource", this::remove);
    table.read(
        "ListTagsForResource", call -> Params.of("TagList", resource(call).structures("Tags")));
  }

  private Structure resource(EngineCall call) {
    String type = String.valueOf(call.input().text("ResourceType"));
    String id = String.valueOf(call.input().text("ResourceId"));
    Structure found = null;
    if (type.equals("Parameter")) {
      found = parameters.find(id);
    } else if (type.equals("Document")) {
      found = documents.find(id);
    } else if (type.equals("MaintenanceWindow")) {
      found = windows.find(id);
    } else if (type.equals("PatchBaseline")) {
      found = baselines.find(id);
    } else if (!OTHERS.contains(type)) {
      throw new EngineException("InvalidResourceType", "Invalid Resource Type");
    }
    if (found == null) {
      throw new EngineException("InvalidResourceId", "Invalid Resource Id");
    }
    return found;
  }

  private void store(EngineCall call, Structure resource, List<?> tags) {
    String type = String.valueOf(call.input().text("ResourceType"));
    Map<String, ?> change = Map.of("Tags", tags);
    switch (type) {
      case "Parameter" -> parameters.edit(resource, "Tags", tags);
      case "Document" -> documents.edit(resource, change);
      case "MaintenanceWindow" -> windows.edit(resource, change);
      default -> baselines.edit(resource, change);
    }
  }

  private Map<String, ?> add(EngineCall call) {
    Structure resource = resource(call);
    Map<String, Structure> tags = new LinkedHashMap<>();
    resource.structures("Tags").forEach(tag -> tags.put(String.valueOf(tag.text("Key")), tag));
    call.input().structures("Tags").forEach(tag -> tags.put(String.valueOf(tag.text("Key")), tag));
    store(call, resource, List.copyOf(tags.values()));
    return Map.of();
  }

  private Map<String, ?> remove(EngineCall call) {
    Structure resource = resource(call);
    List<String> gone = call.input().texts("TagKeys");
    store(
        call,
        resource,
        resource.structures("Tags").stream()
            .filter(tag -> !gone.contains(String.valueOf(tag.text("Key"))))
            .toList());
    return Map.of();
  }
}
