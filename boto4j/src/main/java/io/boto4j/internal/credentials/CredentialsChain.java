package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Settings;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The default credentials chain: asks one provider after another, in botocore's order, and keeps
 * the first that has credentials.
 *
 * <p>No provider is asked before the first request for credentials. Safe to share between threads:
 * however many wait, the providers are asked once, and all waiting threads share the result. A
 * failure is not cached: the next call asks again.
 */
public final class CredentialsChain implements CredentialsProvider {
  private static final String NEXT =
      "\nTo log in, run: aws login. To store an access key, run: aws configure.";

  private final ChainOrder order;
  // Not "synchronized": providers read files and sockets, which would pin a virtual thread.
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable CredentialsProvider found;

  /** The number of walks, which shows a thread whether one ended while it waited. */
  private volatile int walks;

  /** The failure of the last walk; guarded by the lock. */
  private @Nullable RuntimeException failure;

  CredentialsChain(ChainOrder order) {
    this.order = order;
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
    int walksBefore = walks;
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException("Interrupted while waiting for credentials", e);
    }
    try {
      CredentialsProvider provider = found;
      if (provider != null) {
        return provider;
      }
      int walksNow = walks;
      if (failure != null && walksNow != walksBefore) {
        throw failure;
      }
      try {
        return walk();
      } finally {
        // At the end, so that threads that arrive during this walk share its result too.
        walks = walksNow + 1;
      }
    } finally {
      lock.unlock();
    }
  }

  private CredentialsProvider walk() {
    failure = null;
    try {
      CredentialsProvider provider = firstFound();
      found = provider;
      return provider;
    } catch (CallInterruptedException e) {
      // Concerns this thread only: a waiting thread walks the chain itself.
      throw e;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
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
