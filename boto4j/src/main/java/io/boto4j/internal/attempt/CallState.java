package io.boto4j.internal.attempt;

import io.boto4j.Attempt;
import io.boto4j.internal.hook.CallHooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call across its attempts: the transcript of those that ended, and what the next
 * one must know. Lives as long as the call, through all its endpoints. Used by one thread.
 */
public final class CallState {
  private final Call call;
  private final String invocationId;
  private int attemptCount;

  /** The attempts that ended. Most calls have one, and take no list of their own. */
  private List<Attempt> ended = List.of();

  private int quotaCost;
  private boolean clockCorrected;

  /** The deadline of the next attempt in the service's own time; null until it is known. */
  private @Nullable String ttl;

  CallState(Call call, String invocationId) {
    this.call = call;
    this.invocationId = invocationId;
  }

  /**
   * Returns the call.
   *
   * @return the call as the user asked for it
   */
  public Call call() {
    return call;
  }

  OpenAttempt begin(Clock signingClock) {
    attemptCount++;
    return new OpenAttempt(attemptCount, signingClock);
  }

  /** The number of attempts that began. */
  int attemptCount() {
    return attemptCount;
  }

  /** The id that all attempts of the call carry. */
  String invocationId() {
    return invocationId;
  }

  @Nullable String ttl() {
    return ttl;
  }

  void ttl(String ofNextAttempt) {
    this.ttl = ofNextAttempt;
  }

  /** The amount of retry quota that the last retry took. */
  int quotaCost() {
    return quotaCost;
  }

  void quotaCost(int cost) {
    quotaCost = cost;
  }

  boolean clockCorrected() {
    return clockCorrected;
  }

  void correctClock() {
    clockCorrected = true;
  }

  /** Adds the attempt that succeeded, and returns all attempts. */
  List<Attempt> succeeded(Attempt last) {
    if (ended.isEmpty()) {
      ended = List.of(last);
    } else {
      ended.add(last);
    }
    inform(last);
    return ended;
  }

  void failed(Attempt attempt) {
    if (ended.isEmpty()) {
      ended = new ArrayList<>(4);
    }
    ended.add(attempt);
    inform(attempt);
  }

  private void inform(Attempt attempt) {
    CallHooks hooks = call.hooks();
    if (hooks != null) {
      hooks.attemptEnded(attempt);
    }
  }

  List<Attempt> attempts() {
    return ended;
  }

  /**
   * Changes the decision that followed the last attempt, because the call goes on at another
   * endpoint.
   *
   * @param decision the decision to record
   */
  public void goOn(Attempt.Decision decision) {
    int last = ended.size() - 1;
    ended.set(last, ended.get(last).with(decision));
  }
}
