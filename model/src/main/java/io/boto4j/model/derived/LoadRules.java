package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.ShapePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes types whose data an operation returns. */
final class LoadRules {
  private final Api api;
  private final KeyRules keys;

  /**
   * Creates the rules.
   *
   * @param api the operations
   * @param claimed identifiers of other types, in lower case
   */
  LoadRules(Api api, Set<String> claimed) {
    this.api = api;
    this.keys = new KeyRules(api, claimed);
  }

  /** Proposes types for a noun, the best first. */
  List<Draft> propose(String noun) {
    List<Draft> drafts = new ArrayList<>();
    for (String verb : List.of("Describe", "Get")) {
      OperationModel operation = api.find(verb + noun);
      if (operation != null) {
        add(drafts, single(operation, noun));
      }
    }
    for (String verb : List.of("Describe", "Get", "BatchGet", "BatchDescribe")) {
      for (OperationModel operation : api.plural(verb, noun)) {
        add(drafts, several(operation, noun));
      }
    }
    add(drafts, listed(noun));
    add(drafts, FunctionVersion.draft(api, noun));
    return drafts;
  }

  /** An operation that returns one, such as {@code DescribeStateMachine(stateMachineArn)}. */
  private @Nullable Draft single(OperationModel operation, String noun) {
    StructureShape input = operation.input();
    StructureShape output = operation.output();
    if (input == null || output == null || !Payload.isData(output)) {
      return null;
    }
    Set<String> key = keys.of(noun, operation);
    String own = keys.own(noun, key);
    if (key.isEmpty() || !KeyRules.areScalars(input, key)) {
      return null;
    }
    Map<String, String> targets = new LinkedHashMap<>();
    key.forEach(each -> targets.put(each, each));
    String path = Payload.path(output, noun, own);
    if (path.equals("@") && Payload.isList(output)) {
      return null;
    }
    Shape shape = path.equals("@") ? output : ShapePath.find(output, path).orElseThrow();
    return draft(noun, key, own, operation, targets, path, (StructureShape) shape);
  }

  /** An operation that returns several for a list or a filter: {@code DescribeClusters(names)}. */
  private @Nullable Draft several(OperationModel operation, String noun) {
    StructureShape input = operation.input();
    if (input == null) {
      return null;
    }
    for (Map.Entry<String, Shape> list : api.lists(operation).entrySet()) {
      if (list.getValue() instanceof StructureShape element) {
        Set<String> key = keys.changed(noun);
        key = key.isEmpty() ? Identities.listed(api, input, element, noun) : key;
        String own = keys.own(noun, key);
        String target = own == null ? null : Identities.target(input, element, noun, own);
        if (own != null && target != null) {
          return several(operation, noun, key, own, target, list.getKey() + "[0]", element);
        }
      }
    }
    return null;
  }

  private @Nullable Draft several(
      OperationModel operation,
      String noun,
      Set<String> key,
      String own,
      String target,
      String path,
      StructureShape element) {
    StructureShape input = operation.input();
    if (input == null) {
      return null;
    }
    Map<String, String> targets = new LinkedHashMap<>();
    for (String each : key) {
      String member = each.equals(own) ? target : IdentifierNames.find(input, each);
      if (member == null) {
        return null;
      }
      targets.put(each, member);
    }
    List<String> filled = new ArrayList<>();
    targets.values().forEach(each -> filled.add(each.replace("[0]", "")));
    return Requests.isAll(api.required(operation), filled)
        ? draft(noun, key, own, operation, targets, path, element)
        : null;
  }

  /** Resources that are listed and deleted, but not returned one by one. */
  private @Nullable Draft listed(String noun) {
    Set<String> key = keys.deleted(noun);
    String own = keys.own(noun, key);
    if (own == null || IdentifierNames.certainty(noun, own) == 0) {
      return null;
    }
    List<Listing> listings = Listing.of(api, noun, own);
    if (listings.isEmpty()) {
      return null;
    }
    Shape element = listings.get(0).element();
    StructureShape shape = element instanceof StructureShape structure ? structure : null;
    return draft(noun, key, own, null, Map.of(), null, shape);
  }

  private static Draft draft(
      String noun,
      Set<String> key,
      @Nullable String own,
      @Nullable OperationModel load,
      Map<String, String> targets,
      @Nullable String path,
      @Nullable StructureShape shape) {
    List<String> scope = new ArrayList<>(key);
    scope.remove(own);
    return new Draft(noun, scope, own, load, targets, path, shape);
  }

  private static void add(List<Draft> drafts, @Nullable Draft draft) {
    if (draft != null) {
      drafts.add(draft);
    }
  }
}
