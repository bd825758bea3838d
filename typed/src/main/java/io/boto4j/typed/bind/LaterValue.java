package io.boto4j.typed.bind;

import io.boto4j.Response;
import io.boto4j.internal.value.OpenStreams;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The value of a method that is called on another thread. It fails with the exception of the call
 * itself, and cancelling it cancels the call, both unlike {@code thenApply}.
 */
final class LaterValue extends CompletableFuture<@Nullable Object>
    implements BiConsumer<Response, @Nullable Throwable> {
  private final CompletableFuture<Response> call;
  private final ResultPlan result;

  private LaterValue(CompletableFuture<Response> call, ResultPlan result) {
    this.call = call;
    this.result = result;
  }

  /** Returns the value of a call. */
  static CompletableFuture<?> of(CompletableFuture<Response> call, ResultPlan result) {
    LaterValue value = new LaterValue(call, result);
    CompletableFuture<?> unused = call.whenComplete(value);
    return value;
  }

  @Override
  public void accept(@Nullable Response response, @Nullable Throwable failure) {
    if (response == null) {
      completeExceptionally(failure == null ? new IllegalStateException("no response") : failure);
      return;
    }
    try {
      if (!complete(result.value(response))) {
        OpenStreams.close(response);
      }
    } catch (RuntimeException | Error e) {
      completeExceptionally(e);
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    call.cancel(mayInterruptIfRunning);
    return cancelled;
  }
}
