package io.boto4j.local;

import io.boto4j.local.engine.EngineException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/**
 * Faults that calls meet on purpose, to test how a program copes: throttling and errors of the server. Safe for use by multiple threads.
 *
 * <pre>{@code
 * aws.faults().throttle("dynamodb", 0.3);
 * aws.faults().fail("lambda", 1, 3);          // the next three calls
 * }</pre>
 */
public final class Faults {
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final RandomGenerator random;

  Faults(RandomGenerator random) {
    this.random = random;
  }

  private static final class Fault {
    private final String service;
    private final double probability;
    private final EngineException error;
    private long left;

    Fault(String service, double probability, EngineException error, long left) {
      this.service = service;
      this.probability = probability;
      this.error = error;
      this.left = left;
    }

    synchronized boolean takes() {
      if (left == 0) {
        return false;
      }
      left--;
      return true;
    }
  }

  /**
   * Throttles calls of a service with {@code ThrottlingException}.
   *
   * @param service the service, such as {@code dynamodb}, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   */
  public void throttle(String service, double probability) {
    add(service, probability, new EngineException("ThrottlingException", "Rate exceeded"), Long.MAX_VALUE);
  }

  /**
   * Fails calls of a service with status 500 and {@code InternalServerError}.
   *
   * @param service the service, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   * @param calls the number of calls that fail at most
   */
  public void fail(String service, double probability, long calls) {
    add(
        service,
        probability,
        new EngineException("InternalServerError", "Internal server error", 500, Map.of()),
        calls);
  }

  private void add(String service, double probability, EngineException error, long calls) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("A probability is 0 to 1, not " + probability);
    }
    faults.add(new Fault(service, probability, error, calls));
  }

  /** Ends all faults. */
  public void clear() {
    faults.clear();
  }

  /** Throws the error of a fault that hits a call. */
  void meet(String service) {
    for (Fault fault : faults) {
      boolean concerned = fault.service.equals("*") || fault.service.equals(service);
      if (concerned && random.nextDouble() < fault.probability && fault.takes()) {
        throw fault.error;
      }
    }
  }
}
