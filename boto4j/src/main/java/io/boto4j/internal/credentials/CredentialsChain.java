package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.time.SingleFlight;
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
  private static final String NEXT =
      "\nTo log in, run: aws login. To store an access key, run: aws configure.";

  private final ChainOrder order;
  private final SingleFlight<CredentialsProvider> search = new SingleFlight<>("credentials");
  private volatile @Nullable CredentialsProvider found;

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
    if (provider == null) {
      provider = search.get(() -> found, this::firstFound);
    }
    return provider.credentials();
  }

  /** Drops the provider that was found: the next request asks all of them again, in order. */
  @Override
  public void forget() {
    found = null;
  }

  private CredentialsProvider firstFound() {
    StringBuilder reasons = new StringBuilder(". Providers tried:");
    CredentialsProvider provider = firstFound(order, reasons);
    if (provider == null) {
      throw new NoCredentialsException(reasons.append(NEXT).toString());
    }
    found = provider;
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
