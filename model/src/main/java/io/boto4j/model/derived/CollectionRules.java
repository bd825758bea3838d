package io.boto4j.model.derived;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.Identifier;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceResult;
import io.boto4j.model.resource.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operations that list resources, and the resources that have them as collections. */
final class CollectionRules {
  private final Api api;
  private final Holders holders;

  CollectionRules(Api api, Holders holders) {
    this.api = api;
    this.holders = holders;
  }

  void add(Known type, Draft draft) {
    String own = draft.own();
    if (own != null) {
      for (Listing each : Listing.of(api, draft.noun(), own)) {
        add(each, type, draft);
      }
    }
  }

  private void add(Listing listing, Known type, Draft draft) {
    OperationModel operation = listing.operation();
    Set<String> required = api.required(operation);
    Known parent = holders.parent(draft);
    if (parent != null && takes(operation, parent, required)) {
      add(listing, type, draft, parent);
    }
    boolean scoped = parent == null && Requests.isAll(required, scope(operation, draft));
    if ((required.isEmpty() || scoped)
        && !DerivedExceptions.needsFilter(api.service(), operation.name())
        && hasScope(listing, draft, required)) {
      add(listing, type, draft, null);
    }
    if (draft.scope().isEmpty()) {
      for (Known each : holders.referenced(operation, names(operation), type)) {
        if (takes(operation, each, required) && isComplete(operation, each)) {
          add(listing, type, draft, each);
        }
      }
    }
  }

  /** What is listed for another value than the default has identifiers that mean the default. */
  private boolean isComplete(OperationModel operation, Known holder) {
    return Holders.parameters(operation, holder).stream()
            .noneMatch(each -> DerivedExceptions.hasDefault(api.service(), each.target()))
        && !DerivedExceptions.isNoCollection(api.service(), holder.name(), operation.name());
  }

  private static boolean takes(OperationModel operation, Known holder, Set<String> required) {
    List<Binding> parameters = Holders.parameters(operation, holder);
    List<String> targets = new ArrayList<>();
    parameters.forEach(each -> targets.add(each.target()));
    return parameters.size() == holder.members().size() && Requests.isAll(required, targets);
  }

  private static List<String> scope(OperationModel operation, Draft draft) {
    List<String> members = new ArrayList<>();
    StructureShape input = operation.input();
    for (String each : draft.scope()) {
      String found = input == null ? null : IdentifierNames.find(input, each);
      if (found != null) {
        members.add(found);
      }
    }
    return members;
  }

  /** Without a holder, what the resources belong to is in the elements, or in the request. */
  private static boolean hasScope(Listing listing, Draft draft, Set<String> required) {
    for (String each : draft.scope()) {
      if (!Words.isAmong(each, required) && inElement(listing, each) == null) {
        return false;
      }
    }
    return true;
  }

  private void add(Listing listing, Known type, Draft draft, @Nullable Known holder) {
    OperationModel operation = listing.operation();
    List<Binding> parameters = new ArrayList<>();
    if (holder != null) {
      parameters.addAll(Holders.parameters(operation, holder));
    }
    Binding pageSize = api.pageSize(operation);
    if (pageSize != null) {
      parameters.add(pageSize);
    }
    List<Binding> identifiers = new ArrayList<>();
    for (int i = 0; i < draft.scope().size(); i++) {
      String inElement = inElement(listing, draft.scope().get(i));
      identifiers.add(
          holder == null && inElement != null
              ? Bindings.of(
                  type.identifiers().get(i), Source.Kind.RESPONSE, listing.expression(inElement))
              : Holders.scope(operation, type, i, holder));
    }
    Identifier own = type.identifiers().get(type.identifiers().size() - 1);
    String expression = listing.expression(listing.own());
    identifiers.add(Bindings.of(own, Source.Kind.RESPONSE, expression));
    String path = isData(listing, draft) ? listing.path() + "[]" : null;
    ResourceResult result = new ResourceResult(type.name(), identifiers, path);
    String reason = "lists its identifiers";
    ResourceCall collection =
        new ResourceCall(
            name(operation, draft), operation.name(), parameters, result, null, reason);
    holders.lines(holder).collection(collection);
  }

  private static @Nullable String inElement(Listing listing, String member) {
    return listing.element() instanceof StructureShape element
        ? IdentifierNames.find(element, member)
        : null;
  }

  private static String name(OperationModel operation, Draft draft) {
    String noun = Api.noun(operation.name());
    Set<String> plurals = Words.plurals(draft.noun());
    return plurals.contains(noun) ? noun : plurals.iterator().next();
  }

  /** Elements are data if they have no member that the type's data lacks. */
  private static boolean isData(Listing listing, Draft draft) {
    if (draft.shape() == null || !(listing.element() instanceof StructureShape element)) {
      return false;
    }
    Set<String> members = names(element);
    members.removeAll(names(draft.shape()));
    return members.isEmpty();
  }

  private static Set<String> names(OperationModel operation) {
    StructureShape input = operation.input();
    return input == null ? Set.of() : names(input);
  }

  private static Set<String> names(StructureShape structure) {
    Set<String> names = new HashSet<>();
    for (Member each : structure.members()) {
      names.add(each.name());
    }
    return names;
  }
}
