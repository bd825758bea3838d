package io.boto4j.local.ec2;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operations on tags of all kinds of resources. */
final class ResourceTags {
  private static final Filters FILTERS =
      new Filters()
          .on("key", "Key")
          .on("value", "Value")
          .on("resource-id", "ResourceId")
          .on("resource-type", "ResourceType");

  private final Ec2State state;

  ResourceTags(Ec2State state) {
    this.state = state;
  }

  void register() {
    state.table.write("CreateTags", this::create);
    state.table.write("DeleteTags", this::delete);
    state.table.read("DescribeTags", this::describe);
  }

  private void require(List<String> ids) {
    for (String id : ids) {
      Kind kind = Kind.of(id);
      if (kind == null) {
        throw Ec2Errors.of("InvalidID", "The ID '" + id + "' is not valid");
      }
      kind.check(id);
      if (state.of(kind).find(id) == null) {
        throw kind.notFound(List.of(id));
      }
    }
  }

  private Map<String, ?> create(EngineCall call) {
    List<String> ids = call.input().texts("Resources");
    Map<String, String> tags = Tags.checked(call.input().structures("Tags"));
    if (ids.isEmpty()) {
      throw Ec2Errors.missing("resourceIdSet");
    }
    if (tags.isEmpty()) {
      throw Ec2Errors.missing("tagSet");
    }
    require(ids);
    ids.forEach(id -> state.tags.checkCount(id, tags));
    ids.forEach(id -> state.tags.add(id, tags));
    return Map.of();
  }

  private Map<String, ?> delete(EngineCall call) {
    List<String> ids = call.input().texts("Resources");
    List<Structure> wanted = call.input().structures("Tags");
    require(ids);
    for (String id : ids) {
      Map<String, String> tags = state.tags.of(id);
      if (wanted.isEmpty()) {
        tags.clear();
      }
      for (Structure tag : wanted) {
        String value = tag.text("Value");
        tags.entrySet()
            .removeIf(
                each ->
                    each.getKey().equals(tag.text("Key"))
                        && (value == null || value.equals(each.getValue())));
      }
      state.tags.put(id, tags);
    }
    return Map.of();
  }

  private Map<String, ?> describe(EngineCall call) {
    List<Structure> all = new ArrayList<>();
    for (String id : state.tags.ids()) {
      Kind kind = Kind.of(id);
      state
          .tags
          .of(id)
          .forEach(
              (key, value) ->
                  all.add(
                      Structures.of(
                          Params.of(
                              "Key", key,
                              "ResourceId", id,
                              "ResourceType", kind == null ? null : kind.type(),
                              "Value", value,
                              "Tags", List.of(Params.of("Key", key, "Value", value))))));
    }
    List<Params> found = new ArrayList<>();
    for (Structure tag : FILTERS.apply(call.input(), all)) {
      found.add(Params.copyOf(tag).without("Tags"));
    }
    return Pages.of(call.input(), "Tags", found);
  }
}
