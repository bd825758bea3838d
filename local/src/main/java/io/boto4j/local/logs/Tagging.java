package io.boto4j.local.logs;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.OperationTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;

/** The tags of log groups and destinations. */
final class Tagging {
  private final LogGroups groups;
  private final MVMap<String, Object> destinations;

  Tagging(LogGroups groups) {
    this.groups = groups;
    this.destinations = groups.context.store().map("destinations");
  }

  /** The map and the key of a resource. */
  private record Place(MVMap<String, Object> map, String key) {
    Structure tags() {
      return LogGroups.structure(map.get(key)).map("tags");
    }

    Map<String, ?> put(Map<String, Object> tags) {
      Map<String, Object> changed = new LinkedHashMap<>(LogGroups.structure(map.get(key)));
      changed.put("tags", tags);
      map.put(key, changed);
      return Map.of();
    }
  }

  void register(OperationTable table) {
    table.write("TagLogGroup", call -> tag(group(call), call));
    table.write("UntagLogGroup", call -> untag(group(call), call.input().texts("tags")));
    table.read("ListTagsLogGroup", call -> Map.of("tags", group(call).tags()));
    table.write("TagResource", call -> tag(resource(call), call));
    table.write("UntagResource", call -> untag(resource(call), call.input().texts("tagKeys")));
    table.read("ListTagsForResource", call -> Map.of("tags", resource(call).tags()));
  }

  private Place group(EngineCall call) {
    String name = LogGroups.text(call.input(), "logGroupName");
    groups.group(name);
    return new Place(groups.groups, name);
  }

  private Place resource(EngineCall call) {
    String arn = LogGroups.text(call.input(), "resourceArn");
    String name = LogGroups.nameOf(arn);
    if (arn.contains(":log-group:") && groups.find(name) != null) {
      return new Place(groups.groups, name);
    }
    String destination = arn.substring(arn.lastIndexOf(':') + 1);
    if (arn.contains(":destination:") && destinations.containsKey(destination)) {
      return new Place(destinations, destination);
    }
    throw LogsErrors.notFound("The specified resource does not exist.");
  }

  private static Map<String, ?> tag(Place place, EngineCall call) {
    Map<String, Object> tags = new LinkedHashMap<>(place.tags());
    tags.putAll(call.input().map("tags"));
    return place.put(tags);
  }

  private static Map<String, ?> untag(Place place, List<String> removed) {
    Map<String, Object> tags = new LinkedHashMap<>(place.tags());
    removed.forEach(tags::remove);
    return place.put(tags);
  }
}
