package io.boto4j.internal.credentials;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.text.Timestamps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that expires and is renewed in time, by botocore's rules.
 *
 * <p>Nothing is fetched before it is asked for. In the advisory window one thread fetches anew
 * while all others go on with what there is, and a failure is only logged. In the mandatory window
 * all wait for one fetch, and its failure is thrown to all that waited. What has no expiration is
 * fetched once. Windows are cut to half and a third of what lives shorter than they assume. Safe to
 * share between threads.
 *
 * @param <T> immutable: credentials, a token
 */
public final class Refreshing<T> {
  private final String method;
  private final Supplier<? extends T> fetch;
  private final Function<? super T, @Nullable Instant> expiration;
  private final RefreshWindows windows;
  private final Clock clock;
  // Not "synchronized": fetching reads files and sockets, which would pin a virtual thread.
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Held<T> held;

  /** Counts the fetches, so that a thread can tell whether one ended while it waited. */
  private volatile int fetches;

  /** How the last fetch failed; guarded by the lock. */
  private @Nullable RuntimeException failure;

  /**
   * Makes it without fetching.
   *
   * @param method botocore's name of the provider, for messages
   * @param fetch gets a new one; what it throws is thrown to those who wait for it
   * @param expiration says until when one is good, null for always
   * @param windows when it is renewed
   * @param clock what time it is
   */
  public Refreshing(
      String method,
      Supplier<? extends T> fetch,
      Function<? super T, @Nullable Instant> expiration,
      RefreshWindows windows,
      Clock clock) {
    this.method = method;
    this.fetch = fetch;
    this.expiration = expiration;
    this.windows = windows;
    this.clock = clock;
  }

  /**
   * Begins with one that is there already, as one that was looked for to see whether there is any.
   *
   * @param value what is given out until it is to be renewed
   * @return this
   */
  public Refreshing<T> startingWith(T value) {
    held = hold(value);
    return this;
  }

  /**
   * Gives one that has not expired.
   *
   * @return the present one, or a new one
   * @throws CredentialRetrievalException if the new one has expired already
   * @throws CallInterruptedException if the thread is interrupted while it waits
   */
  public T get() {
    Held<T> now = held;
    if (now != null) {
      Instant advisory = now.advisory;
      if (advisory == null || clock.instant().isBefore(advisory)) {
        return now.value;
      }
      if (clock.instant().isBefore(now.mandatory())) {
        return advisory(now);
      }
    }
    return mandatory();
  }

  private T advisory(Held<T> present) {
    if (!lock.tryLock()) {
      return present.value;
    }
    try {
      Held<T> now = held;
      if (now != present && now != null) {
        return now.value;
      }
      try {
        return fetch().value;
      } catch (CallInterruptedException e) {
        throw e;
      } catch (RuntimeException e) {
        held = present.triedAt(clock.instant(), windows.pause());
        warn(e);
        return present.value;
      }
    } finally {
      lock.unlock();
    }
  }

  private T mandatory() {
    int before = fetches;
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "Interrupted while waiting for credentials from " + method, e);
    }
    try {
      Held<T> now = held;
      if (now != null && (now.advisory == null || clock.instant().isBefore(now.mandatory()))) {
        return now.value;
      }
      if (failure != null && fetches != before) {
        throw failure;
      }
      return fetch().value;
    } finally {
      lock.unlock();
    }
  }

  private Held<T> fetch() {
    int number = fetches;
    failure = null;
    try {
      Held<T> fetched = hold(fetch.get());
      Instant end = fetched.end;
      if (end != null && !clock.instant().isBefore(end)) {
        throw new CredentialRetrievalException(
            method,
            "Credentials were refreshed, but the refreshed credentials are still expired: they"
                + " expired at "
                + Timestamps.iso8601(end)
                + ". If that is in the future, this machine's clock is wrong.");
      }
      held = fetched;
      return fetched;
    } catch (CallInterruptedException e) {
      // Concerns this thread alone: whoever waits fetches for itself.
      throw e;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      // One thread at a time comes here, under the lock.
      fetches = number + 1;
    }
  }

  private Held<T> hold(T value) {
    Instant end = expiration.apply(value);
    if (end == null) {
      return new Held<>(value, null, null, null);
    }
    Instant now = clock.instant();
    RefreshWindows fitting =
        now.isBefore(end) ? windows.within(Duration.between(now, end)) : windows;
    return new Held<>(value, end, end.minus(fitting.advisory()), end.minus(fitting.mandatory()));
  }

  private void warn(RuntimeException e) {
    System.getLogger("io.boto4j.credentials")
        .log(
            System.Logger.Level.WARNING,
            "Refreshing credentials from "
                + method
                + " failed; the present ones are used until they expire: "
                + e.getClass().getSimpleName()
                + ": "
                + Printable.of(String.valueOf(e.getMessage())));
  }

  /** The method alone: what is held is secret. */
  @Override
  public String toString() {
    return "Refreshing[" + method + "]";
  }

  /** One that was fetched, and when it is to be replaced; published as one. */
  private static final class Held<T> {
    private final T value;
    private final @Nullable Instant end;
    private final @Nullable Instant advisory;
    private final @Nullable Instant mandatory;

    private Held(
        T value, @Nullable Instant end, @Nullable Instant advisory, @Nullable Instant mandatory) {
      this.value = value;
      this.end = end;
      this.advisory = advisory;
      this.mandatory = mandatory;
    }

    private Instant mandatory() {
      return mandatory == null ? Instant.MAX : mandatory;
    }

    private Held<T> triedAt(Instant now, Duration pause) {
      return new Held<>(value, end, now.plus(pause), mandatory);
    }
  }
}
