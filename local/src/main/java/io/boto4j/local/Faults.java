package io.boto4j.local;

import io.boto4j.local.engine.EngineException;
import io.boto4j.local.wire.ConnectionDropped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Faults that calls meet on purpose, to test how a program copes: throttling, errors of the server,
 * slow responses and lost connections. A call that meets one is not carried out, except a slow one.
 * Safe for use by multiple threads.
 *
 * <pre>{@code
 * aws.faults().throttle("dynamodb", 0.3);                       // three calls of ten
 * aws.faults().fail("lambda", 1, 3);                            // the next three calls
 * aws.faults().delay("s3", 1, Duration.ofMillis(200));
 * aws.faults().drop("sqs", 0.01);
 * }</pre>
 */
public final class Faults {
  private static final int SERVER_ERROR = 500;

  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final RandomGenerator random;

  Faults(RandomGenerator random) {
    this.random = random;
  }

  private record Fault(String service, double probability, AtomicLong left, Runnable effect) {
    boolean concerns(String called) {
      return service.equals("*") || service.equals(called);
    }

    /** Takes one of the times that are left. */
    boolean takes() {
      return left.getAndUpdate(number -> Math.max(0, number - 1)) > 0;
    }
  }

  /**
   * Throttles calls of a service with {@code ThrottlingException}.
   *
   * @param service the service, such as {@code dynamodb}, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   * @throws IllegalArgumentException if the probability is outside its range
   */
  public void throttle(String service, double probability) {
    add(
        service,
        probability,
        Long.MAX_VALUE,
        () -> {
          throw new EngineException("ThrottlingException", "Rate exceeded");
        });
  }

  /**
   * Fails calls of a service with status 500 and {@code InternalServerError}.
   *
   * @param service the service, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   * @param calls the number of calls that fail at most
   * @throws IllegalArgumentException if the probability is outside its range
   */
  public void fail(String service, double probability, long calls) {
    add(
        service,
        probability,
        calls,
        () -> {
          throw new EngineException(
              "InternalServerError", "Internal server error", SERVER_ERROR, Map.of());
        });
  }

  /**
   * Fails calls of a service with an error of yours.
   *
   * @param service the service, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   * @param code the code, such as {@code ProvisionedThroughputExceededException}
   * @param message the message
   * @throws IllegalArgumentException if the probability is outside its range
   */
  public void fail(String service, double probability, String code, String message) {
    add(
        service,
        probability,
        Long.MAX_VALUE,
        () -> {
          throw new EngineException(code, message);
        });
  }

  /**
   * Delays calls of a service, in real time, before they are carried out.
   *
   * @param service the service, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   * @param delay the time
   * @throws IllegalArgumentException if the probability is outside its range
   */
  public void delay(String service, double probability, Duration delay) {
    add(service, probability, Long.MAX_VALUE, () -> sleep(delay));
  }

  /**
   * Drops the connection of calls before they are carried out.
   *
   * @param service the service, or {@code *} for all
   * @param probability the share of calls, 0 to 1
   * @throws IllegalArgumentException if the probability is outside its range
   */
  public void drop(String service, double probability) {
    add(
        service,
        probability,
        Long.MAX_VALUE,
        () -> {
          throw new ConnectionDropped();
        });
  }

  private void add(String service, double probability, long calls, Runnable effect) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("A probability is 0 to 1, not " + probability);
    }
    faults.add(new Fault(service, probability, new AtomicLong(calls), effect));
  }

  private static void sleep(Duration delay) {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionDropped();
    }
  }

  /** Ends all faults. */
  public void clear() {
    faults.clear();
  }

  /** Has a call meet the faults that hit it. */
  void meet(String service) {
    for (Fault fault : faults) {
      if (fault.concerns(service) && random.nextDouble() < fault.probability && fault.takes()) {
        fault.effect.run();
      }
    }
  }
}
