package io.boto4j.internal.credentials;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.internal.time.ElapsedTime;
import io.boto4j.internal.time.SingleFlight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that expires and is renewed in time, under botocore's rules.
 *
 * <p>Nothing is fetched before the first request. In the advisory window, one thread fetches a new
 * value while the others use the current one, and a failure is only logged. In the mandatory
 * window, all threads wait for one fetch, and its failure is thrown to each of them (see {@link
 * SingleFlight}). A value without an expiration is fetched once. For a value with a short lifetime,
 * the windows are reduced to a half and a third of it. Safe to share between threads.
 *
 * @param <T> the type of the value, which is immutable
 */
public final class Refreshing<T> {
  private final String method;
  private final Supplier<? extends T> fetch;
  private final Function<? super T, @Nullable Instant> expiration;
  private final RefreshWindows windows;
  private final Clock clock;

  /** For the pause after a failure; expirations are times of day. */
  private final ElapsedTime elapsed;

  private final SingleFlight<Held<T>> flight;
  private volatile @Nullable Held<T> held;

  /**
   * Creates a value without fetching it.
   *
   * @param method botocore's name for the provider, for messages
   * @param fetch fetches a new value; its exception is thrown to the threads that wait
   * @param expiration returns the expiration of a value, or null if it does not expire
   * @param windows the windows in which the value is renewed
   * @param clock the clock
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
    this.elapsed = ElapsedTime.of(clock);
    this.flight = new SingleFlight<>("credentials from " + method);
  }

  /**
   * Sets the initial value, such as one that was fetched to find out whether there is any.
   *
   * @param value the value to return until it must be renewed
   * @return this
   */
  public Refreshing<T> startingWith(T value) {
    held = hold(value);
    return this;
  }

  /** Drops the value, so that the next request fetches a new one. */
  public void forget() {
    held = null;
  }

  /**
   * Returns a value that has not expired.
   *
   * @return the current value, or a new one
   * @throws CredentialRetrievalException if the new value has already expired
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
        return isPaused(now) ? now.value : advisory(now);
      }
    }
    return mandatory();
  }

  private boolean isPaused(Held<T> present) {
    Long until = present.pausedUntil;
    return until != null && elapsed.nanos() - until < 0;
  }

  private T advisory(Held<T> present) {
    try {
      Held<T> renewed = flight.tryGet(() -> held == present ? null : held, () -> fetch(present));
      return renewed == null ? current(present).value : renewed.value;
    } catch (CallInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      warn(e);
      return present.value;
    }
  }

  private Held<T> current(Held<T> otherwise) {
    Held<T> now = held;
    return now == null ? otherwise : now;
  }

  private T mandatory() {
    return flight.get(this::lasting, () -> fetch(null)).value;
  }

  private @Nullable Held<T> lasting() {
    Held<T> now = held;
    return now != null && (now.advisory == null || clock.instant().isBefore(now.mandatory()))
        ? now
        : null;
  }

  /**
   * Fetches a new value.
   *
   * @param valid the current value if it is still valid; it is then tried again after a pause
   */
  private Held<T> fetch(@Nullable Held<T> valid) {
    try {
      Held<T> fetched = hold(fetch.get());
      Instant end = fetched.end;
      if (end != null && !clock.instant().isBefore(end)) {
        throw new CredentialRetrievalException(
            method,
            "Credentials were refreshed, but the refreshed credentials are still expired: they"
                + " expired at "
                + Timestamps.iso8601(end)
                + ". If that time is in the future, this machine's clock is wrong.");
      }
      held = fetched;
      return fetched;
    } catch (CallInterruptedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (valid != null) {
        held = valid.pausedUntil(elapsed.nanos() + windows.pause().toNanos());
      }
      throw e;
    }
  }

  private Held<T> hold(T value) {
    Instant end = expiration.apply(value);
    if (end == null) {
      return new Held<>(value, null, null, null, null);
    }
    Instant now = clock.instant();
    RefreshWindows fitting =
        now.isBefore(end) ? windows.within(Duration.between(now, end)) : windows;
    return new Held<>(
        value, end, end.minus(fitting.advisory()), end.minus(fitting.mandatory()), null);
  }

  private void warn(RuntimeException e) {
    System.getLogger("io.boto4j.credentials")
        .log(
            System.Logger.Level.WARNING,
            "Refreshing credentials from "
                + method
                + " failed; the current credentials are used until they expire: "
                + e.getClass().getSimpleName()
                + ": "
                + Printable.of(String.valueOf(e.getMessage())));
  }

  /** Returns the method only, since the value is secret. */
  @Override
  public String toString() {
    return "Refreshing[" + method + "]";
  }

  /** A fetched value and the times of its renewal, published together. */
  private static final class Held<T> {
    private final T value;
    private final @Nullable Instant end;
    private final @Nullable Instant advisory;
    private final @Nullable Instant mandatory;

    /** The elapsed time until which a failed renewal is not tried again, or null. */
    private final @Nullable Long pausedUntil;

    private Held(
        T value,
        @Nullable Instant end,
        @Nullable Instant advisory,
        @Nullable Instant mandatory,
        @Nullable Long pausedUntil) {
      this.value = value;
      this.end = end;
      this.advisory = advisory;
      this.mandatory = mandatory;
      this.pausedUntil = pausedUntil;
    }

    private Instant mandatory() {
      return mandatory == null ? Instant.MAX : mandatory;
    }

    private Held<T> pausedUntil(long nanos) {
      return new Held<>(value, end, advisory, mandatory, nanos);
    }
  }
}
