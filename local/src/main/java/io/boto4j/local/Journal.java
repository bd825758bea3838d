package io.boto4j.local;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls that were answered, the last 10,000 of them. Safe for use by multiple threads. */
public final class Journal {
  private static final int MOST = 10_000;

  private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();

  /**
   * A call.
   *
   * @param service the service
   * @param operation the operation
   * @param input the input
   */
  public record Entry(String service, String operation, Structure input) {
    /** Returns the names, without the input, which may be secret. */
    @Override
    public String toString() {
      return service + ":" + operation;
    }
  }

  Journal() {}

  void add(Entry entry) {
    entries.add(entry);
    if (size.incrementAndGet() > MOST && entries.poll() != null) {
      size.decrementAndGet();
    }
  }

  /**
   * Returns the calls, in their order.
   *
   * @return a new list
   */
  public List<Entry> calls() {
    return new ArrayList<>(entries);
  }

  /**
   * Returns the calls of an operation, in their order.
   *
   * @param service the service
   * @param operation the operation
   * @return a new list
   */
  public List<Entry> calls(String service, String operation) {
    return entries.stream()
        .filter(each -> each.service.equals(service) && each.operation.equals(operation))
        .toList();
  }

  /** Forgets all calls. */
  public void clear() {
    entries.clear();
    size.set(0);
  }
}
