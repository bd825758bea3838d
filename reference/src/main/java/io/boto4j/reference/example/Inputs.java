package io.boto4j.reference.example;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.Traits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the input of a call from the model: the required members, or the most telling ones. */
final class Inputs {
  private static final int DEEPEST = 12;
  private static final int MOST_ELEMENTS = 20;

  private final String service;
  private final Simple simple;
  private final Telling telling;
  private final String about;
  private final Deque<Shape> around = new ArrayDeque<>();

  private Inputs(ServiceModel service, OperationModel operation) {
    Nouns nouns = new Nouns(operation.name());
    this.service = service.name();
    this.simple = new Simple(service);
    this.telling = new Telling(nouns);
    this.about = nouns.noun();
  }

  static Value.Entries of(ServiceModel service, OperationModel operation) {
    StructureShape input = operation.input();
    if (input == null) {
      return new Value.Entries(Map.of());
    }
    Inputs inputs = new Inputs(service, operation);
    List<Member> members = required(input);
    if (members.isEmpty() && !ModelParts.of(service).paginators().containsKey(operation.name())) {
      members = inputs.telling.ofInput(input);
    }
    members = new ArrayList<>(members);
    if (inputs.telling.changes() && members.stream().allMatch(Telling::identifies)) {
      members.addAll(inputs.telling.ofChange(input, members));
    }
    members.addAll(named(input, FurtherMembers.of(service.name(), operation.name())));
    inputs.around.push(input);
    return inputs.entries(members, inputs.about);
  }

  private static List<Member> named(StructureShape shape, List<String> names) {
    List<Member> members = new ArrayList<>();
    for (String name : names) {
      Member member = shape.member(name);
      if (member != null) {
        members.add(member);
      }
    }
    return members;
  }

  /** Returns the required members, without the tokens that clients fill in. */
  private static List<Member> required(StructureShape shape) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < shape.requiredCount(); i++) {
      Member member = shape.member(shape.requiredIndex(i));
      if (member.traits().get("idempotencyToken") == null) {
        members.add(member);
      }
    }
    return members;
  }

  private Value.Entries entries(List<Member> members, String noun) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Member member : members) {
      entries.put(member.name(), value(member, member.name(), noun));
    }
    return new Value.Entries(entries);
  }

  private Value value(Member member, String name, String noun) {
    Shape shape = member.shape();
    if (shape instanceof StructureShape structure) {
      return shape.traits().flag("eventstream") ? events(structure) : structure(structure);
    } else if (shape instanceof ListShape list) {
      return list(list, name, noun);
    } else if (shape instanceof MapShape map) {
      return map(map, noun);
    }
    return simple.of(member, name, noun);
  }

  private Value events(StructureShape union) {
    Member first = union.member(0);
    return new Value.Events(List.of(entries(List.of(first), first.name())));
  }

  private Value structure(StructureShape shape) {
    if (shape.size() == 0 || around.size() > DEEPEST) {
      return new Value.Entries(Map.of());
    }
    List<Member> members = required(shape);
    if (shape.isUnion()) {
      members = List.of(telling.ofUnion(shape, around));
    } else if (Telling.isTag(shape)) {
      return tag(shape);
    } else if (members.isEmpty() && !around.contains(shape)) {
      List<String> further = FurtherMembers.of(service, shape.name());
      members = further.isEmpty() ? telling.ofStructure(shape) : named(shape, further);
    }
    around.push(shape);
    Value.Entries entries = entries(members, shape.name());
    around.pop();
    return entries;
  }

  private static Value tag(StructureShape shape) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      boolean isKey = member.name().toLowerCase(Locale.ROOT).endsWith("key");
      entries.put(member.name(), new Value.Text(isKey ? "Environment" : "production"));
    }
    return new Value.Entries(entries);
  }

  private Value list(ListShape list, String name, String noun) {
    int least = Strings.bound(list.traits(), "min", 0);
    boolean recursive = around.contains(list.element().shape()) || around.size() > DEEPEST;
    int count = recursive ? least : Math.max(1, least);
    around.push(list);
    List<Value> items = new ArrayList<>();
    for (int i = 0; i < Math.min(count, MOST_ELEMENTS); i++) {
      items.add(value(list.element(), Nouns.singular(name), noun));
    }
    around.pop();
    return new Value.Items(items);
  }

  private Value map(MapShape map, String noun) {
    if (around.contains(map) || around.size() > DEEPEST) {
      return new Value.Entries(Map.of());
    }
    around.push(map);
    Traits traits = map.key().shape().traits();
    boolean isTags = map.name().toLowerCase(Locale.ROOT).contains("tag");
    String key = simple.enumValue(traits);
    if (key == null) {
      key = simple.text(isTags ? "TagKey" : "MapKey", "Key", traits);
    }
    Value value = value(map.value(), isTags ? "TagValue" : "Value", noun);
    around.pop();
    return new Value.Entries(Map.of(key, value));
  }
}
