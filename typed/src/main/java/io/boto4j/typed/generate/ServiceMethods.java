package io.boto4j.typed.generate;

import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The names of all methods of a service, given to the whole model, as those of the types are: first
 * the operations, then what is derived from their names.
 */
final class ServiceMethods {
  private final Map<String, String> calls = new HashMap<>();
  private final Map<String, String> asyncs = new HashMap<>();
  private final Map<String, String> items = new HashMap<>();
  private final Map<String, String> waiters = new HashMap<>();
  private final ServiceModel model;

  ServiceMethods(ServiceModel model) {
    this.model = model;
    UniqueNames names = new UniqueNames("_", /* ignoreCase= */ false);
    names.reserve(ReservedNames.OBJECT_METHODS);
    names.take("of");
    for (String operation : model.operationNames()) {
      calls.put(operation, names.free(JavaNames.member(operation)));
    }
    for (String operation : model.operationNames()) {
      String name = JavaNames.member(operation);
      asyncs.put(operation, names.free(name + "Async"));
      items.put(operation, names.free(name + "Items"));
    }
    for (String waiter : new TreeSet<>(model.part(ModelPart.WAITERS).keySet())) {
      waiters.put(waiter, names.free("await" + JavaNames.type(waiter)));
    }
  }

  String call(OperationModel operation) {
    return calls.getOrDefault(operation.name(), "");
  }

  String async(OperationModel operation) {
    return asyncs.getOrDefault(operation.name(), "");
  }

  String items(OperationModel operation) {
    return items.getOrDefault(operation.name(), "");
  }

  String await(String waiter) {
    return waiters.getOrDefault(waiter, "");
  }

  /** Returns the names of the waiters that call an operation, sorted. */
  List<String> waitersOf(OperationModel operation) {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, Object> each : model.part(ModelPart.WAITERS).entrySet()) {
      if (each.getValue() instanceof Map<?, ?> config
          && operation.name().equals(config.get("operation"))) {
        found.add(each.getKey());
      }
    }
    Collections.sort(found);
    return found;
  }
}
