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
 * The default credentials chain: asks one provider after another, in botocore's order, and stays
 * with the first that has credentials.
 *
 * <p>Nothing is asked before credentials are. Safe to share between threads: however many wait, the
 * providers are asked once, and all waiting threads get what came of it, success or failure. A
 * failure is not kept beyond that: the next call asks again.
 */
public final class CredentialsChain implements CredentialsProvider {
  private static final String NEXT =
      "\nTo log in type: aws login. To write down an access key: aws configure.";

  private final ChainOrder order;
  // Not "synchronized": providers read files and sockets, which would pin a virtual thread.
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable CredentialsProvider found;

  /** Counts the walks, so that a thread can tell whether one ended while it waited. */
  private volatile int walks;

  /** How the last walk failed; guarded by the lock. */
  private @Nullable RuntimeException failure;

  CredentialsChain(ChainOrder order) {
    this.order = order;
  }

  /**
   * Makes the chain of a session.
   *
   * <p>The environment's credentials are not asked for when the profile was set in code.
   *
   * @param settings the session's settings
   * @param parts asked when a provider needs more than the settings
   * @return the chain
   */
  public static CredentialsChain of(Settings settings, Supplier<ChainParts> parts) {
    return new CredentialsChain(new DefaultOrder(settings, parts));
  }

  /**
   * Gives the credentials of the first provider that has any.
   *
   * @return the credentials
   * @throws NoCredentialsException when no provider has any, with the reason of each
   * @throws PartialCredentialsException when a provider has only a part of them
   * @throws CredentialRetrievalException when a provider has some that cannot be used
   * @throws CallInterruptedException when the thread is interrupted while another one looks
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
        // At the end, so that threads which came while this walk was under way share it too.
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
      // Concerns this thread alone: whoever waits looks for itself.
      throw e;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
  }

  private CredentialsProvider firstFound() {
    StringBuilder reasons = new StringBuilder(". What each provider said:");
    CredentialsProvider provider = firstFound(order, reasons);
    if (provider == null) {
      throw new NoCredentialsException(reasons.append(NEXT).toString());
    }
    return provider;
  }

  /** The first that has any, or null; the reasons of those before it are appended. */
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
