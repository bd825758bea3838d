package io.boto4j.dynamodb;

import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.ServiceException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a scan in several segments, in the order in which they arrive.
 *
 * <p>Each segment has at most one page on its way or waiting, so the memory does not depend on the
 * size of the table.
 */
final class ParallelPages<T> implements Iterator<Page<T>> {
  private final ReadSettings settings;
  private final Function<Structure, T> mapper;
  private final RawRequest first;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final List<@Nullable CompletableFuture<Response>> running = new ArrayList<>();
  private int open;
  private long wanted;
  private boolean started;

  ParallelPages(ReadSettings settings, Function<Structure, T> mapper) {
    this.settings = settings;
    this.mapper = mapper;
    this.first = settings.request(/* count= */ false).with("TotalSegments", settings.segments);
    this.wanted = settings.limit;
  }

  @Override
  public boolean hasNext() {
    return !started || open > 0;
  }

  @Override
  public Page<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (!started) {
      started = true;
      for (int segment = 0; segment < settings.segments; segment++) {
        running.add(null);
        request(segment, null);
      }
    }
    Arrival arrival = take();
    open--;
    Response response = arrival.response;
    if (response == null) {
      cancel();
      throw failure(arrival.failure);
    }
    Page<T> page = Pages.page(settings, mapper, response, wanted);
    wanted -= page.items().size();
    Object lastKey = response.get("LastEvaluatedKey");
    if (wanted <= 0) {
      cancel();
    } else if (lastKey != null) {
      request(arrival.segment, lastKey);
    }
    return page;
  }

  private void request(int segment, @Nullable Object startKey) {
    RawRequest request = new RawRequest(first).with("Segment", segment);
    if (startKey != null) {
      request.put("ExclusiveStartKey", startKey);
    }
    long limit = settings.nextLimit(wanted);
    if (limit > 0) {
      request.put("Limit", limit);
    }
    open++;
    CompletableFuture<Response> call = settings.calls.callAsync("Scan", request);
    running.set(segment, call);
    var unused =
        call.whenComplete(
            (response, failure) -> arrivals.add(new Arrival(segment, response, failure)));
  }

  private Arrival take() {
    try {
      return arrivals.take();
    } catch (InterruptedException e) {
      cancel();
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while waiting for a parallel scan", e);
    }
  }

  /** Ends the scan; what is on its way is aborted. */
  private void cancel() {
    open = 0;
    for (CompletableFuture<Response> call : running) {
      if (call != null) {
        call.cancel(true);
      }
    }
  }

  private RuntimeException failure(@Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ServiceException error) {
      return settings.calls.plain("Scan", error);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new CompletionException(String.valueOf(cause), cause);
  }

  private record Arrival(int segment, @Nullable Response response, @Nullable Throwable failure) {}
}
