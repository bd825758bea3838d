package io.boto4j.local.events;

import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tags of rules and buses. */
final class EventTags {
  private final Buses buses;
  private final Rules rules;

  EventTags(Buses buses, Rules rules) {
    this.buses = buses;
    this.rules = rules;
  }

  Map<String, ?> list(EngineCall call) {
    List<Map<String, String>> tags = new ArrayList<>();
    change(
        call,
        current -> {
          current.forEach((key, value) -> tags.add(Map.of("Key", key, "Value", value)));
          return current;
        });
    return Map.of("Tags", tags);
  }

  Map<String, ?> tag(EngineCall call) {
    return change(
        call,
        tags -> {
          tags.putAll(Names.tags(call.input().structures("Tags")));
          return tags;
        });
  }

  Map<String, ?> untag(EngineCall call) {
    return change(
        call,
        tags -> {
          tags.keySet().removeAll(call.input().texts("TagKeys"));
          return tags;
        });
  }

  private synchronized Map<String, ?> change(
      EngineCall call, UnaryOperator<Map<String, String>> change) {
    String arn = Names.text(call.input(), "ResourceARN");
    int rule = arn.indexOf(":rule/");
    if (rule < 0) {
      String bus = Names.bus(arn);
      buses.setTags(bus, change.apply(Table.texts(buses.get(bus), "tags")));
      return Map.of();
    }
    String path = arn.substring(rule + ":rule/".length());
    int slash = path.lastIndexOf('/');
    String bus = slash < 0 ? Names.DEFAULT_BUS : path.substring(0, slash);
    String name = path.substring(slash + 1);
    rules.setTags(bus, name, change.apply(rules.tags(bus, name)));
    return Map.of();
  }
}
