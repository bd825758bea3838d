package io.boto4j.typed.bind;

import io.boto4j.internal.paging.Paging;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.typed.contract.MethodContract;
import io.boto4j.typed.contract.Operations;
import io.boto4j.typed.contract.Returns;
import org.jspecify.annotations.Nullable;

/**
 * What a call of one method does, found out once for each model. It does not keep the model, which
 * may be replaced.
 *
 * @param operation the name of the operation
 * @param waiter the name of the waiter, or null
 * @param input makes the input
 * @param result makes the value
 */
record MethodPlan(String operation, @Nullable String waiter, InputPlan input, ResultPlan result) {
  /** Returns the plan of a method that has been checked against the model. */
  static MethodPlan of(String owner, MethodContract method, ServiceModel model) {
    OperationModel operation = Operations.of(method, model);
    Paging paging =
        Returns.mayBePaged(method.returns()) ? Operations.paging(model, operation) : null;
    return new MethodPlan(
        operation.name(),
        method.waiter() == null ? null : method.waiter().text(),
        new InputPlan(method, operation.input()),
        new ResultPlan(owner, method, operation, Returns.of(method, operation, paging)));
  }
}
