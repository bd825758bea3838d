package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tags of every kind of resource, by ARN. */
final class ResourceTags {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]*:rds:[a-z0-9-]*:\\d*:([a-z-]+):(.+)");

  private final RdsState state;

  ResourceTags(RdsState state) {
    this.state = state;
  }

  void register() {
    state.table.read("ListTagsForResource", this::list);
    state.table.write("AddTagsToResource", this::add);
    state.table.write("RemoveTagsFromResource", this::remove);
  }

  private record Found(Resources resources, @Nullable Structure resource) {}

  private Found find(Structure input) {
    String arn = String.valueOf(input.text("ResourceName"));
    Matcher matcher = ARN.matcher(arn);
    Resources resources =
        matcher.matches() ? state.ofArnType(String.valueOf(matcher.group(1))) : null;
    if (resources == null) {
      throw RdsErrors.invalid("Invalid resource name: " + arn);
    }
    String name = String.valueOf(matcher.group(2));
    Structure byName = resources.find(name);
    if (byName != null) {
      return new Found(resources, byName);
    }
    // Proxies and their groups have ARNs with an id.
    Structure byId = resources.byId(name);
    return new Found(resources, byId);
  }

  private static void write(Found found, List<?> tags) {
    Structure resource = found.resource;
    if (resource != null) {
      found.resources.edit(found.resources.nameOf(resource), "TagList", tags);
    }
  }

  private static Found required(Found found, Structure input) {
    if (found.resource == null) {
      String arn = String.valueOf(input.text("ResourceName"));
      String name = arn.substring(arn.lastIndexOf(':') + 1);
      throw switch (found.resources.arnType()) {
        case "db" ->
            RdsErrors.fault("DBInstanceNotFoundFault", "DBInstance " + name + " not found.");
        case "cluster" ->
            RdsErrors.fault("DBClusterNotFoundFault", "DBCluster " + name + " not found.");
        case "snapshot" ->
            RdsErrors.fault("DBSnapshotNotFoundFault", "DBSnapshot " + name + " not found.");
        default -> RdsErrors.invalid("Invalid resource name: " + arn);
      };
    }
    return found;
  }

  private Map<String, ?> list(EngineCall call) {
    Structure resource = find(call.input()).resource;
    return Params.of("TagList", resource == null ? List.of() : resource.list("TagList"));
  }

  private Map<String, ?> add(EngineCall call) {
    Found found = required(find(call.input()), call.input());
    List<Object> given = RdsState.tags(call.input());
    List<Object> tags = new ArrayList<>();
    if (found.resource != null) {
      for (Structure tag : found.resource.structures("TagList")) {
        boolean replaced =
            given.stream()
                .anyMatch(
                    each ->
                        each instanceof Map<?, ?> map
                            && String.valueOf(map.get("Key")).equals(tag.text("Key")));
        if (!replaced) {
          tags.add(tag);
        }
      }
    }
    tags.addAll(given);
    write(found, tags);
    return Map.of();
  }

  private Map<String, ?> remove(EngineCall call) {
    Found found = required(find(call.input()), call.input());
    List<String> keys = call.input().texts("TagKeys");
    List<Structure> tags =
        found.resource == null
            ? new ArrayList<>()
            : new ArrayList<>(found.resource.structures("TagList"));
    tags.removeIf(tag -> keys.contains(String.valueOf(tag.text("Key"))));
    write(found, tags);
    return Map.of();
  }
}
