package io.boto4j.typed.contract;

import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.typed.shape.JavaType;
import org.jspecify.annotations.Nullable;

/** The check of one method: first without a model, then against the model of its service. */
final class MethodCheck {
  private MethodCheck() {}

  /** Whether the annotations and types of a method allow a check against a model. */
  static boolean isWellFormed(MethodContract method, Reporter problem) {
    String text = shapeProblem(method);
    if (text != null) {
      problem.add(method.site(), text);
    }
    return text == null;
  }

  private static @Nullable String shapeProblem(MethodContract method) {
    boolean annotated = method.operation() != null || method.waiter() != null;
    if (!annotated) {
      return method.hasBody()
          ? "A method with a body makes its calls itself. Remove its annotations, or the body."
          : "No operation is given. Add @Operation or @Await, or give the method a body.";
    }
    if (method.hasBody()) {
      return "A method with a body makes its calls itself. Remove the body, or @Operation and"
          + " @Await.";
    }
    if (method.operation() != null && method.waiter() != null) {
      return "@Operation and @Await exclude each other. Remove one of them.";
    }
    if (method.generic()) {
      return "A method with type parameters of its own cannot be bound. Name the types.";
    }
    if (isSuspending(method)) {
      return "A function that suspends cannot be bound. Return a CompletableFuture, and await it.";
    }
    String unknown = unknown(method.returns());
    return unknown == null
        ? null
        : "The type "
            + unknown
            + " has no value. Bind an interface that extends this one with type arguments.";
  }

  /** Returns the first type variable in a type, or null. */
  private static @Nullable String unknown(JavaType type) {
    if (type.name().isEmpty()) {
      return type.text();
    }
    for (JavaType each : type.arguments()) {
      String unknown = unknown(each);
      if (unknown != null) {
        return unknown;
      }
    }
    return null;
  }

  private static boolean isSuspending(MethodContract method) {
    int last = method.parameters().size() - 1;
    return last >= 0
        && method.parameters().get(last).type().name().equals("kotlin.coroutines.Continuation");
  }

  /** Checks a method against the model of its service. */
  static void of(MethodContract method, ServiceModel model, Reporter problem) {
    OperationModel operation = Operations.of(method, model, problem);
    if (operation != null) {
      InputCheck.of(method, model, operation, problem);
      if (method.waiter() == null) {
        ReturnCheck.of(method, model, operation, problem);
      } else {
        ReturnCheck.ofWaiter(method, problem);
      }
    }
  }
}
