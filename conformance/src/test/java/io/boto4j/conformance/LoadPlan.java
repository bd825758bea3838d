package io.boto4j.conformance;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The plan of one call of the load suite: what is called, what goes wrong, and what ends the call.
 *
 * @param id names the call, in its request and its response
 * @param peer the server that is called
 * @param client the number of the client among those of its server
 * @param fault the value of the header {@code X-Fault}; empty for none
 * @param totalMillis the total timeout; 0 for none
 * @param ending the way in which the call is aborted, if it is
 * @param abortMillis the time until it is aborted
 * @param idleMillis the time that the caller waits before the call
 * @param requestSize the number of extra characters in the request
 * @param responseSize the number of extra characters in the response
 */
record LoadPlan(
    String id,
    Peer peer,
    int client,
    String operation,
    String fault,
    int totalMillis,
    Ending ending,
    int abortMillis,
    int idleMillis,
    int requestSize,
    int responseSize) {
  /** The servers. */
  enum Peer {
    /** Responds to everything at once. */
    GOOD,
    /** Causes the fault that a request asks for. */
    BAD,
    /** Accepts connections, and sends nothing at all. */
    SILENT
  }

  /** The ways in which a call ends. */
  enum Ending {
    NOT_ABORTED,
    THREAD_INTERRUPTED,
    /** The call is asynchronous, and not aborted. */
    ASYNC,
    FUTURE_CANCELLED;

    boolean aborts() {
      return this == THREAD_INTERRUPTED || this == FUTURE_CANCELLED;
    }

    boolean async() {
      return this == ASYNC || this == FUTURE_CANCELLED;
    }
  }

  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final int LARGEST = 300_000;
  private static final int LONGEST_IDLE_MILLIS = 800;

  static LoadPlan random(Random random, String id, Map<Peer, Integer> clients) {
    int dice = random.nextInt(100);
    Peer peer = dice < 45 ? Peer.GOOD : dice < 98 ? Peer.BAD : Peer.SILENT;
    String operation = random.nextBoolean() ? "GetItem" : "UpdateItem";
    Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
    boolean faulty = peer == Peer.BAD && random.nextInt(10) < 7;
    String times = random.nextInt(6) == 0 ? " always" : " once";
    // A body that trickles in takes a millisecond per byte.
    boolean mayBeLarge = !faulty || fault != Fault.RESPONSE_BODY_TRICKLES;
    return new LoadPlan(
        id,
        peer,
        random.nextInt(clients.get(peer)),
        operation,
        faulty ? fault + times : "",
        random.nextBoolean() ? 1 + random.nextInt(random.nextBoolean() ? 100 : 2000) : 0,
        ending(random.nextInt(100)),
        random.nextInt(random.nextBoolean() ? 10 : 1000),
        random.nextBoolean() ? random.nextInt(LONGEST_IDLE_MILLIS) : 0,
        random.nextInt(10) == 0 ? random.nextInt(LARGEST) : 100,
        mayBeLarge && random.nextInt(10) == 0 ? random.nextInt(LARGEST) : 100);
  }

  /** Returns the plan of a call that nothing ends before its time. */
  static LoadPlan plain(String id, String operation, String fault) {
    return new LoadPlan(id, Peer.GOOD, 0, operation, fault, 0, Ending.NOT_ABORTED, 0, 0, 100, 100);
  }

  private static Ending ending(int dice) {
    if (dice < 50) {
      return Ending.NOT_ABORTED;
    }
    if (dice < 70) {
      return Ending.THREAD_INTERRUPTED;
    }
    return dice < 80 ? Ending.ASYNC : Ending.FUTURE_CANCELLED;
  }

  /** Returns whether nothing may make the call fail. */
  boolean mustSucceed() {
    return peer == Peer.GOOD && totalMillis == 0 && !ending.aborts();
  }

  Map<String, Object> parameters() {
    String key = id + "|" + responseSize + "|" + "x".repeat(requestSize);
    return Map.of("TableName", "t", "Key", Map.of("id", Map.of("S", key)));
  }
}
