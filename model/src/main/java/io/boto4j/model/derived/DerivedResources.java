package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceDefinitions;
import io.boto4j.model.resource.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resources that follow from the model of a service. docs/derived-resources.md has the rules. */
final class DerivedResources {
  private DerivedResources() {}

  static ResourceDefinitions of(ServiceModel model, ResourceDefinitions written) {
    Api api = new Api(model);
    Map<String, Known> types = TypeFinder.find(api, written);
    Holders holders = new Holders(api.service(), types);
    for (Known each : types.values()) {
      Draft draft = each.draft();
      if (draft != null) {
        add(api, types, holders, each, draft);
      }
    }
    Map<String, ResourceType> derived = new LinkedHashMap<>();
    for (Known each : types.values()) {
      Draft draft = each.draft();
      if (draft != null) {
        derived.put(each.name(), type(each, draft, holders.lines(each)));
      }
    }
    ResourceType root = holders.lines(null).root(written.root());
    return written.with(new ResourceDefinitions(model.name(), model.apiVersion(), root, derived));
  }

  private static void add(
      Api api, Map<String, Known> types, Holders holders, Known type, Draft draft) {
    TypeLines lines = holders.lines(type);
    new ActionRules(api, types).add(lines, type, draft);
    new CreateRules(api, holders).add(type, draft);
    new CollectionRules(api, holders).add(type, draft);
    new LinkRules(holders).add(type, draft);
    new WaiterRules(api, types).add(lines, type, draft);
  }

  private static ResourceType type(Known type, Draft draft, TypeLines lines) {
    StructureShape shape = draft.shape();
    String of = type.takes();
    OperationModel operation = draft.load();
    String reason =
        operation == null ? "is listed with " + of : operation.name() + " returns one with " + of;
    return lines.type(
        type.name(),
        type.identifiers(),
        shape == null ? null : shape.name(),
        load(type, draft),
        reason);
  }

  private static @Nullable ResourceCall load(Known type, Draft draft) {
    OperationModel operation = draft.load();
    if (operation == null) {
      return null;
    }
    List<Binding> parameters = new ArrayList<>();
    List<String> members = new ArrayList<>(draft.scope());
    String own = draft.own();
    if (own != null) {
      members.add(own);
    }
    for (int i = 0; i < members.size(); i++) {
      String target = String.valueOf(draft.targets().get(members.get(i)));
      parameters.add(Bindings.id(target, type.identifiers().get(i)));
    }
    return new ResourceCall(
        operation.name(), operation.name(), parameters, null, draft.path(), null);
  }
}
