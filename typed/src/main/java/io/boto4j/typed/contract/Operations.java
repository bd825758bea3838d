package io.boto4j.typed.contract;

import io.boto4j.internal.paging.InferredPaging;
import io.boto4j.internal.paging.Paging;
import io.boto4j.model.ModelPart;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations and waiters that methods name. */
public final class Operations {
  private Operations() {}

  /**
   * Returns the operation that a method or its waiter calls.
   *
   * @param method a method that has been checked
   * @param model the model of its service
   * @return the operation
   * @throws IllegalArgumentException if the service has no such operation or waiter
   */
  public static OperationModel of(MethodContract method, ServiceModel model) {
    Set<Problem> problems = new LinkedHashSet<>();
    OperationModel found = of(method, model, new Reporter(problems, method.signature()));
    if (found == null) {
      throw new IllegalArgumentException(problems.toString());
    }
    return found;
  }

  /** Returns the operation that a method or its waiter calls, or null if there is a problem. */
  static @Nullable OperationModel of(MethodContract method, ServiceModel model, Reporter problem) {
    Named waiter = method.waiter();
    if (waiter != null) {
      return waited(waiter, model, problem);
    }
    Named name = method.operation();
    OperationModel found = name == null ? null : model.findOperation(name.text());
    if (found == null && name != null) {
      problem.add(
          name.site(),
          model.name()
              + " has no operation "
              + name.text()
              + "."
              + NearNames.hint(name.text(), model.operationNames()));
    }
    return found;
  }

  private static @Nullable OperationModel waited(
      Named waiter, ServiceModel model, Reporter problem) {
    Map<String, Object> waiters = model.part(ModelPart.WAITERS);
    for (Map.Entry<String, Object> each : waiters.entrySet()) {
      if (plain(each.getKey()).equals(plain(waiter.text()))) {
        return each.getValue() instanceof Map<?, ?> definition
                && definition.get("operation") instanceof String operation
            ? model.findOperation(operation)
            : null;
      }
    }
    problem.add(
        waiter.site(),
        model.name()
            + " has no waiter "
            + waiter.text()
            + "."
            + NearNames.hint(waiter.text(), waiters.keySet()));
    return null;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * Returns how the pages of an operation are requested.
   *
   * @param model the model of its service
   * @param operation the operation
   * @return the paging, or null if the operation has no pages
   */
  public static @Nullable Paging paging(ServiceModel model, OperationModel operation) {
    return model.part(ModelPart.PAGINATORS).get(operation.name()) instanceof Map<?, ?> config
        ? Paging.of(operation, config)
        : InferredPaging.of(operation);
  }
}
