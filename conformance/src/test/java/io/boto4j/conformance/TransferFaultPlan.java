package io.boto4j.conformance;

import io.boto4j.conformance.TransferProxy.Strike;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Has one transfer meet one fault, at some of its requests. */
final class TransferFaultPlan implements TransferProxy.Plan {
  /** Fewer than the attempts of a call: an upload whose abort never succeeds is left. */
  private static final int MOST_AT_ABORTS = 2;

  private static final int MOST_IN_A_ROW = 5;

  private final TransferFault fault;
  private final Random random;
  private final int first;
  private final int times;
  private final Event event;
  private final AtomicInteger created = new AtomicInteger();
  private int matching;
  private int strikes;
  private int strikesAtAborts;

  /** What is done in the middle of a transfer if the fault is in what is transferred. */
  interface Event {
    void run() throws IOException;
  }

  TransferFaultPlan(TransferFault fault, Random random, Event event) {
    this.fault = fault;
    this.random = random;
    this.first = random.nextInt(fault == TransferFault.COMPLETE_ERROR_IN_200 ? 1 : 4);
    boolean once = !fault.isOnTheWay() || fault == TransferFault.RESPONSE_STALLS;
    this.times = once ? 1 : 1 + random.nextInt(MOST_IN_A_ROW);
    this.event = event;
  }

  @Override
  public void responded(TransferExchange exchange, int status) {
    if (exchange.isCreate()) {
      created.incrementAndGet();
    }
  }

  /** Whether a client has not waited for the response to a creation, on a slow machine. */
  boolean isCreatedTwice() {
    return created.get() > 1;
  }

  @Override
  public Strike strike(TransferExchange exchange) throws IOException {
    synchronized (this) {
      if (!concerns(exchange) || matching++ < first || strikes >= times) {
        return Strike.NONE;
      }
      if (exchange.isAbort() && strikesAtAborts++ >= MOST_AT_ABORTS) {
        return Strike.NONE;
      }
      strikes++;
    }
    if (fault.isOnTheWay()) {
      return new Strike(fault, random.nextDouble());
    }
    event.run();
    return Strike.NONE;
  }

  /** How often the fault occurred. */
  synchronized int strikes() {
    return strikes;
  }

  private boolean concerns(TransferExchange exchange) {
    return switch (fault) {
      case NONE -> false;
      case COMPLETE_ERROR_IN_200 -> exchange.isComplete();
      case REQUEST_GARBLED -> exchange.isPut();
      case RESPONSE_GARBLED, OBJECT_REPLACED -> exchange.isGetObject();
      case SOURCE_CHANGED, SOURCE_TRUNCATED, SOURCE_REPLACED, SOURCE_DELETED -> exchange.isPut();
      // Without the response to its creation, no client can know of an upload.
      default -> !(exchange.isCreate() && fault.isAfterCarriedOut());
    };
  }
}
