package io.boto4j.local;

import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The calls that were received, the last 10,000 of them, and assertions about them. Safe for use by
 * multiple threads.
 *
 * <pre>{@code
 * aws.journal().assertCalled("sns", "Publish", input -> input.text("Subject").equals("Paid"));
 * aws.journal().assertCalls("rds", "StopDBInstance", 1);
 * aws.journal().assertNotCalled("dynamodb", "DeleteTable");
 * }</pre>
 */
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

  /**
   * Asserts that an operation was called at least once.
   *
   * @param service the service
   * @param operation the operation
   * @throws AssertionError if it was not; the message lists the calls that were received
   */
  public void assertCalled(String service, String operation) {
    assertCalled(service, operation, input -> true);
  }

  /**
   * Asserts that an operation was called at least once with an input.
   *
   * @param service the service
   * @param operation the operation
   * @param matches tells which inputs are meant
   * @throws AssertionError if it was not; the message lists the calls that were received, without
   *     their inputs, which may be secret
   */
  public void assertCalled(String service, String operation, Predicate<Structure> matches) {
    List<Entry> calls = calls(service, operation);
    if (calls.stream().noneMatch(each -> matches.test(each.input))) {
      throw new AssertionError(
          service
              + ":"
              + operation
              + (calls.isEmpty()
                  ? " was not called"
                  : " was called " + times(calls.size()) + ", but never with the input meant")
              + received());
    }
  }

  /**
   * Asserts how many times an operation was called. The attempts of a call that is repeated count
   * one by one.
   *
   * @param service the service
   * @param operation the operation
   * @param expected the number of calls
   * @throws AssertionError if it was called more or fewer times
   */
  public void assertCalls(String service, String operation, int expected) {
    int actual = calls(service, operation).size();
    if (actual != expected) {
      throw new AssertionError(
          service
              + ":"
              + operation
              + " was called "
              + times(actual)
              + ", not "
              + times(expected)
              + received());
    }
  }

  /**
   * Asserts that an operation was never called.
   *
   * @param service the service
   * @param operation the operation
   * @throws AssertionError if it was called
   */
  public void assertNotCalled(String service, String operation) {
    assertCalls(service, operation, 0);
  }

  private static String times(int number) {
    return number == 1 ? "once" : number + " times";
  }

  /** Returns a list of what was called, with the number of times. */
  private String received() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    entries.forEach(each -> counts.merge(each.toString(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return "; no call was received";
    }
    StringBuilder text = new StringBuilder("; received:");
    counts.forEach((name, count) -> text.append("\n  ").append(name).append(" ").append(count));
    return text.toString();
  }

  /** Forgets all calls. */
  public void clear() {
    entries.clear();
    size.set(0);
  }
}
