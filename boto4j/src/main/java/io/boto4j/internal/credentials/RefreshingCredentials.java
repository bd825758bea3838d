package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Credentials that are fetched when they are first requested, and again before they expire; see
 * {@link Refreshing}. Credentials without an expiration are fetched once.
 */
public final class RefreshingCredentials implements CredentialsProvider {
  private final String method;
  private final Refreshing<Credentials> refreshing;

  /**
   * Creates credentials that are renewed in botocore's windows.
   *
   * @param method botocore's name for the provider, which becomes their source
   * @param fetch fetches new credentials
   * @param clock the clock
   */
  public RefreshingCredentials(String method, Supplier<Credentials> fetch, Clock clock) {
    this(method, fetch, clock, RefreshWindows.CREDENTIALS);
  }

  /**
   * Creates credentials that are renewed in given windows.
   *
   * @param method botocore's name for the provider, which becomes their source
   * @param fetch fetches new credentials
   * @param clock the clock
   * @param windows the windows in which they are renewed
   */
  public RefreshingCredentials(
      String method, Supplier<Credentials> fetch, Clock clock, RefreshWindows windows) {
    this.method = method;
    this.refreshing =
        new Refreshing<>(
            method, () -> fetch.get().withSource(method), Credentials::expiration, windows, clock);
  }

  /**
   * Sets the initial credentials.
   *
   * @param credentials the credentials to return until they must be renewed
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
  public void forget() {
    refreshing.forget();
  }

  @Override
  public String toString() {
    return "RefreshingCredentials[" + method + "]";
  }
}
