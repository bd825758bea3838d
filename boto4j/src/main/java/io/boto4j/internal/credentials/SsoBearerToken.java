package io.boto4j.internal.credentials;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of the SSO session that the profile names, for services that accept one instead
 * of a signature. Safe to share between threads.
 */
public final class SsoBearerToken implements Supplier<@Nullable String> {
  private final Supplier<ChainParts> parts;

  /** Created on first use, and only once: threads that need a new token share one renewal. */
  private volatile @Nullable SsoSessionToken session;

  /**
   * Creates the supplier without reading the profile.
   *
   * @param parts supplies the parts of the chain when a token is first requested
   */
  public SsoBearerToken(Supplier<ChainParts> parts) {
    this.parts = parts;
  }

  /**
   * Returns the token to use now, renewed if it was about to expire.
   *
   * @return the token, which is a secret, or null if the profile names no session
   * @throws io.boto4j.error.InvalidConfigException if the session does not exist or is incomplete
   * @throws io.boto4j.error.SsoTokenLoadException if the user has not signed in
   * @throws io.boto4j.error.TokenRetrievalException if the token has expired and cannot be renewed
   */
  @Override
  public @Nullable String get() {
    SsoSessionToken token = session();
    return token == null ? null : token.token();
  }

  /** Drops the token, so that the next request reads it again. */
  public void forget() {
    session = null;
  }

  private @Nullable SsoSessionToken session() {
    SsoSessionToken created = session;
    if (created == null) {
      // Outside the lock, since this may read files, which would pin a virtual thread.
      ChainParts given = parts.get();
      SsoConfig config = SsoConfig.ofToken(given.settings().profiles(), given.settings().profile());
      if (config == null) {
        return null;
      }
      synchronized (this) {
        created = session;
        if (created == null) {
          created = new SsoSessionToken(config, given);
          session = created;
        }
      }
    }
    return created;
  }

  @Override
  public String toString() {
    return "SsoBearerToken";
  }
}
