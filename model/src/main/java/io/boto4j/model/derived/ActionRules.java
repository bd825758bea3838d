package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations that act on a resource. */
final class ActionRules {
  private static final Set<String> READS =
      Set.of("List", "Describe", "Get", "BatchGet", "BatchDescribe", "Search");

  private final Api api;
  private final Map<String, Known> types;

  ActionRules(Api api, Map<String, Known> types) {
    this.api = api;
    this.types = types;
  }

  void add(TypeLines lines, Known type, Draft draft) {
    for (OperationModel each : api.operations()) {
      String name = each.name();
      if (each == draft.load()
          || Api.verb(name).equals("List")
          || isCreation(each)
          || DerivedExceptions.isNoAction(api.service(), draft.noun(), name)) {
        continue;
      }
      ResourceCall action = named(each, type, draft);
      action = action == null ? onSeveral(lines, each, type, draft) : action;
      action = action == null ? containing(each, type, draft) : action;
      action = action == null ? bare(each, type, draft) : action;
      if (action != null) {
        lines.action(action);
      }
    }
  }

  private boolean isCreation(OperationModel operation) {
    Known created = types.get(Api.noun(operation.name()));
    Draft draft = created == null ? null : created.draft();
    return draft != null && CreateRules.isCreation(api, operation, draft);
  }

  /** {@code StopDBInstance} on a {@code DBInstance}. */
  private static @Nullable ResourceCall named(OperationModel operation, Known type, Draft draft) {
    if (!Api.noun(operation.name()).equals(draft.noun())) {
      return null;
    }
    List<String> members = Requests.members(operation, draft, true);
    return members.isEmpty() ? null : call(Api.verb(operation.name()), operation, members, type);
  }

  /** {@code DeleteVpcEndpoints} with the one in its list. */
  private @Nullable ResourceCall onSeveral(
      TypeLines lines, OperationModel operation, Known type, Draft draft) {
    String own = draft.own();
    String verb = Api.verb(operation.name());
    StructureShape input = operation.input();
    if (own == null
        || input == null
        || READS.contains(verb)
        || !draft.scope().isEmpty()
        || !Words.plurals(draft.noun()).contains(Api.noun(operation.name()))) {
      return null;
    }
    String list = Requests.list(input, IdentifierNames.qualified(draft.noun(), own));
    if (list == null || !Requests.isAll(api.required(operation), List.of(list))) {
      return null;
    }
    lines.batchAction(call(verb, operation, List.of(list + "[]"), type));
    return call(verb, operation, List.of(list + "[0]"), type);
  }

  /** {@code UpdateFunctionCode} on a {@code Function}. */
  private @Nullable ResourceCall containing(OperationModel operation, Known type, Draft draft) {
    String name = operation.name();
    String verb = Api.verb(name);
    if (Words.position(name, draft.noun()) != verb.length()
        || isOfAnother(Api.noun(name))
        || hasLongerNoun(name, draft.noun())) {
      return null;
    }
    List<String> members = Requests.members(operation, draft, true);
    if (members.isEmpty() || !isExact(operation, members)) {
      return null;
    }
    String rest = name.substring(verb.length() + draft.noun().length());
    return call(verb + rest, operation, members, type);
  }

  /** Tells whether a longer noun names a resource of its own, or a relation to another one. */
  private boolean isOfAnother(String noun) {
    return types.containsKey(noun) || api.find("Create" + noun) != null || Nouns.isRelation(noun);
  }

  /** {@code Invoke}, which requires a {@code FunctionName} and nothing else. */
  private @Nullable ResourceCall bare(OperationModel operation, Known type, Draft draft) {
    String own = draft.own();
    String name = operation.name();
    if (own == null
        || READS.contains(Api.verb(name))
        || IdentifierNames.certainty(draft.noun(), own) < 2
        || hasLongerNoun(name, "")) {
      return null;
    }
    List<String> members = Requests.members(operation, draft, false);
    return members.isEmpty() || !isExact(operation, members)
        ? null
        : call(name, operation, members, type);
  }

  private boolean isExact(OperationModel operation, List<String> members) {
    Set<String> required = api.required(operation);
    return required.containsAll(members) && Requests.isAll(required, members);
  }

  private boolean hasLongerNoun(String operation, String noun) {
    for (String each : types.keySet()) {
      if (each.length() > noun.length() && Words.position(operation, each) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static ResourceCall call(
      String name, OperationModel operation, List<String> parameters, Known type) {
    List<Binding> bindings = Bindings.ids(parameters, type);
    return new ResourceCall(name, operation.name(), bindings, null, null, "takes its identifiers");
  }
}
