package io.boto4j.local.stepfunctions;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of state machines and activities. */
final class SfnTags {
  private final SfnState state;

  SfnTags(SfnState state) {
    this.state = state;
  }

  void register() {
    state.table.write("TagResource", this::tag);
    state.table.write("UntagResource", this::untag);
    state.table.read("ListTagsForResource", this::list);
  }

  private String require(EngineCall call) {
    String arn = String.valueOf(call.input().text("resourceArn"));
    if (SfnState.find(state.machines, arn) == null
        && SfnState.find(state.activities, arn) == null) {
      throw SfnErrors.of("ResourceNotFound", "Resource not found: '" + arn + "'");
    }
    return arn;
  }

  private static Map<String, Object> of(SfnState state, String arn) {
    Structure tags = SfnState.find(state.tags, arn);
    return tags == null ? new LinkedHashMap<>() : new LinkedHashMap<>(tags);
  }

  static void add(SfnState state, String arn, List<Structure> tags) {
    Map<String, Object> all = of(state, arn);
    for (Structure tag : tags) {
      all.put(String.valueOf(tag.text("key")), String.valueOf(tag.text("value")));
    }
    if (all.size() > 50) {
      throw SfnErrors.of("TooManyTags", "Too many tags: '" + arn + "'");
    }
    SfnState.put(state.tags, arn, all);
  }

  private Map<String, ?> tag(EngineCall call) {
    add(state, require(call), call.input().structures("tags"));
    return Map.of();
  }

  private Map<String, ?> untag(EngineCall call) {
    String arn = require(call);
    Map<String, Object> all = of(state, arn);
    all.keySet().removeAll(call.input().texts("tagKeys"));
    SfnState.put(state.tags, arn, all);
    return Map.of();
  }

  private Map<String, ?> list(EngineCall call) {
    List<Params> tags = new ArrayList<>();
    of(state, require(call))
        .forEach((key, value) -> tags.add(Params.of("key", key, "value", value)));
    return Params.of("tags", tags);
  }
}
