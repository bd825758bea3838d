package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations that create a resource, and the resources that have them as actions. */
final class CreateRules {
  private static final Set<String> CREATES = Set.of("Create", "Register", "Import", "Allocate");
  private static final Set<String> STARTS =
      Set.of("Start", "Run", "Submit", "Request", "Publish", "Purchase", "Put", "Add", "Issue");

  private final Api api;
  private final Holders holders;

  CreateRules(Api api, Holders holders) {
    this.api = api;
    this.holders = holders;
  }

  /** Tells whether an operation with a type's noun creates one. */
  static boolean isCreation(Api api, OperationModel operation, Draft draft) {
    String own = draft.own();
    String verb = Api.verb(operation.name());
    if (own == null || operation == draft.load()) {
      return false;
    }
    if (CREATES.contains(verb)) {
      return true;
    }
    String member = Requests.member(operation, draft.noun(), own, true);
    return STARTS.contains(verb)
        && (member == null || !api.required(operation).contains(member))
        && Created.path(api, operation, draft.noun(), own) != null;
  }

  void add(Known type, Draft draft) {
    for (OperationModel each : api.operations()) {
      if (Api.noun(each.name()).equals(draft.noun()) && isCreation(api, each, draft)) {
        add(each, type, draft);
      }
    }
  }

  private void add(OperationModel operation, Known type, Draft draft) {
    Binding own = own(operation, type, draft);
    if (own == null) {
      return;
    }
    Set<String> required = api.required(operation);
    boolean scoped = draft.scope().stream().allMatch(each -> Words.isAmong(each, required));
    if (!scoped) {
      return;
    }
    Known parent = holders.parent(draft);
    add(operation, type, draft, parent, own);
    if (draft.scope().isEmpty()) {
      List<Known> referenced = holders.referenced(operation, required, type);
      if (referenced.size() == 1) {
        add(operation, type, draft, referenced.get(0), own);
      }
    }
  }

  private void add(
      OperationModel operation, Known type, Draft draft, @Nullable Known holder, Binding own) {
    List<Binding> parameters = holder == null ? List.of() : Holders.parameters(operation, holder);
    List<Binding> identifiers = new ArrayList<>();
    for (int i = 0; i < draft.scope().size(); i++) {
      identifiers.add(Holders.scope(operation, type, i, holder));
    }
    identifiers.add(own);
    ResourceResult result = new ResourceResult(type.name(), identifiers, path(operation, draft));
    String name = operation.name();
    String reason = "creates one";
    holders.lines(holder).action(new ResourceCall(name, name, parameters, result, null, reason));
  }

  private @Nullable Binding own(OperationModel operation, Known type, Draft draft) {
    String own = String.valueOf(draft.own());
    Identifier identifier = type.identifiers().get(type.identifiers().size() - 1);
    String response = Created.path(api, operation, draft.noun(), own);
    if (response != null) {
      return Bindings.of(identifier, Source.Kind.RESPONSE, response);
    }
    String request = Requests.member(operation, draft.noun(), own, true);
    return request != null && api.required(operation).contains(request)
        ? Bindings.of(identifier, Source.Kind.REQUEST, request)
        : null;
  }

  /** The data of the new resource is in the response if it has the shape of the type's data. */
  private static @Nullable String path(OperationModel operation, Draft draft) {
    StructureShape output = operation.output();
    if (output == null || draft.shape() == null) {
      return null;
    }
    if (output == draft.shape()) {
      return "@";
    }
    String payload = Created.payload(operation.name(), output, draft.noun());
    boolean same = payload != null && Created.shape(output, payload) == draft.shape();
    return same ? payload : null;
  }
}
