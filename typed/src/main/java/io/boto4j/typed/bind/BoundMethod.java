package io.boto4j.typed.bind;

import io.boto4j.CallOptions;
import io.boto4j.Client;
import io.boto4j.Pages;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.model.StructureShape;
import io.boto4j.typed.contract.Returns;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A method of an instance: its plan, and the client that makes its calls. */
final class BoundMethod {
  private final Client client;
  private final MethodPlan plan;
  private final @Nullable StructureShape shape;

  BoundMethod(Client client, MethodPlan plan) {
    this.client = client;
    this.plan = plan;
    this.shape = client.model().operation(plan.operation()).input();
  }

  /** Calls the operation, and returns the value of the method. */
  @Nullable Object call(@Nullable Object[] arguments) {
    Map<String, ?> input = plan.input().input(arguments, shape);
    ResultPlan result = plan.result();
    if (plan.waiter() != null) {
      Structure last = plan.input().waiter(client.waiter(plan.waiter()), arguments).await(input);
      return result.kind() == Returns.Kind.NOTHING ? null : last;
    }
    return switch (result.kind()) {
      case NOTHING, VALUE ->
          result.isLater() ? later(input, arguments) : result.value(now(input, arguments));
      case STREAM -> result.items(pages(input));
      case ITERABLE -> new PagedItems(plan.operation(), result, pages(input));
      case ITEMS -> client.items(plan.operation(), input, result.itemClass());
      case LIST -> result.all(pages(input));
    };
  }

  private Response now(Map<String, ?> input, @Nullable Object[] arguments) {
    Consumer<? super CallOptions.Builder> options = plan.input().options(arguments);
    return options == null
        ? client.call(plan.operation(), input)
        : client.call(plan.operation(), input, options);
  }

  private CompletableFuture<?> later(Map<String, ?> input, @Nullable Object[] arguments) {
    Consumer<? super CallOptions.Builder> options = plan.input().options(arguments);
    CompletableFuture<Response> response =
        options == null
            ? client.callAsync(plan.operation(), input)
            : client.callAsync(plan.operation(), input, options);
    return plan.result().isResponse() ? response : LaterValue.of(response, plan.result());
  }

  private Pages pages(Map<String, ?> input) {
    return client.paginator(plan.operation()).pages(input);
  }
}
