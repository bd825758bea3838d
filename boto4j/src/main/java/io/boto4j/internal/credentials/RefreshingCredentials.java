package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Credentials that are fetched when they are first asked for, and again before they expire; see
 * {@link Refreshing}. Those without an expiration are fetched once.
 */
public final class RefreshingCredentials implements CredentialsProvider {
  private final String method;
  private final Refreshing<Credentials> refreshing;

  /**
   * Makes them with botocore's windows.
   *
   * @param method botocore's name of the provider, which becomes their source
   * @param fetch gets new ones
   * @param clock what time it is
   */
  public RefreshingCredentials(String method, Supplier<Credentials> fetch, Clock clock) {
    this(method, fetch, clock, RefreshWindows.CREDENTIALS);
  }

  /**
   * Makes them.
   *
   * @param method botocore's name of the provider, which becomes their source
   * @param fetch gets new ones
   * @param clock what time it is
   * @param windows when they are renewed
   */
  public RefreshingCredentials(
      String method, Supplier<Credentials> fetch, Clock clock, RefreshWindows windows) {
    this.method = method;
    this.refreshing =
        new Refreshing<>(
            method, () -> fetch.get().withSource(method), Credentials::expiration, windows, clock);
  }

  /**
   * Begins with credentials that are there already.
   *
   * @param credentials given out until they are to be renewed
   * @return this
   */
  public RefreshingCredentials startingWith(Credentials credentials) {
    refreshing.startingWith(credentials.withSource(method));
    return this;
  }

  @Override
  public Credentials credentials() {
    return refreshing.get();
  }

  @Override
  public String toString() {
    return "RefreshingCredentials[" + method + "]";
  }
}
