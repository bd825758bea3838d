package io.boto4j.model.derived;

import io.boto4j.model.OperationModel;
import io.boto4j.model.resource.Binding;
import io.boto4j.model.resource.ResourceCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the waiters that wait for one resource. */
final class WaiterRules {
  private final Api api;
  private final Map<String, Known> types;

  WaiterRules(Api api, Map<String, Known> types) {
    this.api = api;
    this.types = types;
  }

  void add(TypeLines lines, Known type, Draft draft) {
    for (String name : new TreeSet<>(api.waiters().keySet())) {
      String operation = operation(name);
      OperationModel found = operation == null ? null : api.find(operation);
      List<String> parameters = found == null ? List.of() : parameters(found, name, draft);
      if (!parameters.isEmpty()) {
        List<Binding> bindings = Bindings.ids(parameters, type);
        String reason = "polls its data";
        lines.waiter(new ResourceCall(shortName(name, draft), name, bindings, null, null, reason));
      }
    }
  }

  private @Nullable String operation(String waiter) {
    return api.waiters().get(waiter) instanceof Map<?, ?> found
            && found.get("operation") instanceof String operation
        ? operation
        : null;
  }

  private List<String> parameters(OperationModel operation, String waiter, Draft draft) {
    if (operation == draft.load()) {
      List<String> targets = new ArrayList<>();
      draft.scope().forEach(each -> targets.add(draft.targets().get(each)));
      String own = draft.own();
      if (own != null) {
        targets.add(draft.targets().get(own));
      }
      return targets;
    }
    if (shortName(waiter, draft).equals(waiter) || hasLongerNoun(waiter, draft.noun())) {
      return List.of();
    }
    List<String> members = Requests.members(operation, draft, true);
    Set<String> required = api.required(operation);
    return required.containsAll(members) && Requests.isAll(required, members) ? members : List.of();
  }

  private boolean hasLongerNoun(String waiter, String noun) {
    for (String each : types.keySet()) {
      if (each.length() > noun.length() && waiter.startsWith(each)) {
        return true;
      }
    }
    return false;
  }

  private static String shortName(String waiter, Draft draft) {
    List<String> starts = new ArrayList<>(Words.plurals(draft.noun()));
    starts.add(draft.noun());
    for (String each : starts) {
      String rest = waiter.startsWith(each) ? waiter.substring(each.length()) : "";
      if (!rest.isEmpty() && Character.isUpperCase(rest.charAt(0))) {
        return rest;
      }
    }
    return waiter;
  }
}
