package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Settings;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The default credentials chain: asks one provider after another, in botocore's order, and keeps
 * the first that has credentials.
 *
 * <p>No provider is asked before the first request for credentials. Safe to share between threads:
 * however many wait, the providers are asked once, and all waiting threads share the result. A
 * failure is repeated for a second, so that many failing calls do not keep a failing source busy;
 * after that the next call asks again.
 */
public final class CredentialsChain implements CredentialsProvider {
  /**
   * The time for which a failure is repeated; short, because a user who has just logged in calls
   * again.
   */
  static final long FAILURE_NANOS = 1_000_000_000;

  private static final String NEXT =
      "\nTo log in, run: aws login. To store an access key, run: aws configure.";

  private final ChainOrder order;
  // Not "synchronized": providers read files and sockets, which would pin a virtual thread.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final long failureNanos;
  private volatile @Nullable CredentialsProvider found;

  /** The thread that asks the providers, or null; guarded by the lock, as are the next three. */
  private @Nullable Thread walker;

  /** The number of failed walks, which shows a thread whether the one it waited for failed. */
  private int failures;

  /** The failure of the last failed walk. */
  private @Nullable RuntimeException failure;

  /** The time at which it failed, a time of {@link System#nanoTime()}. */
  private long failedAt;

  CredentialsChain(ChainOrder order) {
    this(order, FAILURE_NANOS);
  }

  /** Creates a chain that repeats a failure for a given time. */
  CredentialsChain(ChainOrder order, long failureNanos) {
    this.order = order;
    this.failureNanos = failureNanos;
  }

  /**
   * Creates the chain of a session.
   *
   * <p>The credentials in the environment are ignored if the profile was set in code.
   *
   * @param settings the session's settings
   * @param parts supplies the parts when a provider needs more than the settings
   * @return the chain
   */
  public static CredentialsChain of(Settings settings, Supplier<ChainParts> parts) {
    return new CredentialsChain(new DefaultOrder(settings, parts));
  }

  /**
   * Returns the credentials of the first provider that has any.
   *
   * @return the credentials
   * @throws NoCredentialsException if no provider has any; the message lists the reason of each
   * @throws PartialCredentialsException if the credentials of a provider are incomplete
   * @throws CredentialRetrievalException if the credentials of a provider are unusable
   * @throws CallInterruptedException if the thread is interrupted while it waits for another
   */
  @Override
  public Credentials credentials() {
    CredentialsProvider provider = found;
    return (provider == null ? resolve() : provider).credentials();
  }

  private CredentialsProvider resolve() {
    lockInterruptibly();
    try {
      awaitEnd();
      CredentialsProvider provider = found;
      if (provider != null) {
        return provider;
      }
      if (failure != null && System.nanoTime() - failedAt < failureNanos) {
        throw failure;
      }
      walker = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    return walk();
  }

  /** Walks without the lock, so that those who arrive can wait for the result of this walk. */
  private CredentialsProvider walk() {
    RuntimeException failed = null;
    try {
      CredentialsProvider provider = firstFound();
      found = provider;
      return provider;
    } catch (CallInterruptedException e) {
      // Concerns this thread only: a waiting thread walks the chain itself.
      throw e;
    } catch (RuntimeException e) {
      failed = e;
      throw e;
    } finally {
      end(failed);
    }
  }

  private void end(@Nullable RuntimeException failed) {
    lock.lock();
    try {
      walker = null;
      if (failed != null) {
        failure = failed;
        failedAt = System.nanoTime();
        failures++;
      }
      ended.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void lockInterruptibly() {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits while another thread asks the providers, and throws its failure. */
  private void awaitEnd() {
    if (walker == Thread.currentThread()) {
      throw new IllegalStateException(
          "The credentials were requested by a call that looks for them, perhaps in an"
              + " interceptor");
    }
    int before = failures;
    try {
      while (walker != null) {
        ended.await();
        if (failures != before) {
          throw Objects.requireNonNull(failure);
        }
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static CallInterruptedException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException("Interrupted while waiting for credentials", e);
  }

  private CredentialsProvider firstFound() {
    StringBuilder reasons = new StringBuilder(". Providers tried:");
    CredentialsProvider provider = firstFound(order, reasons);
    if (provider == null) {
      throw new NoCredentialsException(reasons.append(NEXT).toString());
    }
    return provider;
  }

  /**
   * Returns the first provider that has credentials, or null; appends the reasons of those before
   * it.
   */
  static @Nullable CredentialsProvider firstFound(ChainOrder order, StringBuilder reasons) {
    int position = 0;
    ChainedProvider asked = order.provider(position);
    while (asked != null) {
      Lookup lookup = asked.find();
      CredentialsProvider provider = lookup.provider();
      if (provider != null) {
        return provider;
      }
      reasons.append("\n  ").append(asked.method()).append(": ").append(lookup.reason());
      asked = order.provider(++position);
    }
    return null;
  }
}
