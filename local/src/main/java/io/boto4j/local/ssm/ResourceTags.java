package io.boto4j.local.ssm;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of parameters and documents. */
final class ResourceTags {
  private static final List<String> OTHERS =
      List.of(
          "ManagedInstance",
          "MaintenanceWindow",
          "PatchBaseline",
          "OpsItem",
          "OpsMetadata",
          "Automation",
          "Association");

  private final Parameters parameters;
  private final Documents documents;

  ResourceTags(Parameters parameters, Documents documents) {
    this.parameters = parameters;
    this.documents = documents;
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
    } else if (!OTHERS.contains(type)) {
      throw new EngineException("InvalidResourceType", "Invalid Resource Type");
    }
    if (found == null) {
      throw new EngineException("InvalidResourceId", "Invalid Resource Id");
    }
    return found;
  }

  private void store(EngineCall call, Structure resource, List<?> tags) {
    if ("Parameter".equals(call.input().text("ResourceType"))) {
      parameters.edit(resource, "Tags", tags);
    } else {
      documents.edit(resource, Map.of("Tags", tags));
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
