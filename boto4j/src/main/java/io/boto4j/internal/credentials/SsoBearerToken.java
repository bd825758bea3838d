package io.boto4j.internal.credentials;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bearer token of the SSO session that the profile names, for services that take one instead of
 * a signature. Safe to share between threads.
 */
public final class SsoBearerToken implements Supplier<@Nullable String> {
  private final Supplier<ChainParts> parts;
  private final AtomicReference<@Nullable SsoSessionToken> session = new AtomicReference<>();

  /**
   * Makes it without looking at the profile.
   *
   * @param parts asked when a token is
   */
  public SsoBearerToken(Supplier<ChainParts> parts) {
    this.parts = parts;
  }

  /**
   * Gives the token to use now, renewed if it was time to.
   *
   * @return the token, a secret, or null if the profile names no session
   * @throws io.boto4j.error.InvalidConfigException if the session does not exist or is incomplete
   * @throws io.boto4j.error.SsoTokenLoadException if nobody has signed in
   * @throws io.boto4j.error.TokenRetrievalException if the token has expired and cannot be renewed
   */
  @Override
  public @Nullable String get() {
    SsoSessionToken made = session.get();
    if (made == null) {
      ChainParts given = parts.get();
      SsoConfig config = SsoConfig.ofToken(given.settings().profiles(), given.settings().profile());
      if (config == null) {
        return null;
      }
      session.compareAndSet(null, new SsoSessionToken(config, given));
      made = session.get();
    }
    return made == null ? null : made.token();
  }

  @Override
  public String toString() {
    return "SsoBearerToken";
  }
}
