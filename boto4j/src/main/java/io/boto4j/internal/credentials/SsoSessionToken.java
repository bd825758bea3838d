package io.boto4j.internal.credentials;

import io.boto4j.Structure;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.TokenRetrievalException;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.text.Timestamps;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token of an SSO session, which is renewed before it expires and written back for the AWS CLI
 * and other programs. Safe to share between threads.
 *
 * <p>The file is read again at each renewal: another process may have renewed the token, or the
 * user may have signed in again.
 */
final class SsoSessionToken {
  private static final String METHOD = "sso";
  private static final Duration WINDOW = RefreshWindows.SSO_TOKEN.advisory();

  private final SsoConfig config;
  private final SsoTokens tokens;
  private final ServiceCalls calls;
  private final Clock clock;
  private final Refreshing<Token> refreshing;

  SsoSessionToken(SsoConfig config, ChainParts parts) {
    this.config = config;
    this.tokens = new SsoTokens(parts);
    this.calls = parts.serviceCalls();
    this.clock = parts.clock();
    this.refreshing =
        new Refreshing<>(
            METHOD, this::fetch, Token::expiration, RefreshWindows.SSO_TOKEN, parts.clock());
  }

  /**
   * Returns the token to use now.
   *
   * @return the token, which is a secret
   * @throws io.boto4j.error.SsoTokenLoadException if the user has not signed in
   * @throws TokenRetrievalException if the token has expired and cannot be renewed
   */
  String token() {
    return refreshing.get().text;
  }

  private Token fetch() {
    Map<String, Object> file = tokens.load(config);
    Instant now = clock.instant();
    Token found = new Token(file);
    if (now.plus(WINDOW).isBefore(found.expiration)) {
      return found;
    }
    RuntimeException failure = null;
    String obstacle = obstacle(file, now);
    if (obstacle == null) {
      try {
        return renewed(file, now);
      } catch (CallInterruptedException e) {
        throw e;
      } catch (Boto4jException e) {
        failure = e;
        // The class name only: a service's message may quote the secrets that were sent.
        obstacle = e.getClass().getSimpleName();
      }
    }
    if (!now.isBefore(found.expiration)) {
      throw new TokenRetrievalException(
          METHOD,
          "Token has expired and refresh failed (" + obstacle + "). Run `" + config.command() + "`",
          failure);
    }
    System.getLogger("io.boto4j.credentials")
        .log(
            failure == null ? Level.INFO : Level.WARNING,
            "The token of the SSO session "
                + Printable.of(config.tokenName())
                + " was not renewed and is used until it expires: "
                + obstacle);
    return found;
  }

  private static @Nullable String obstacle(Map<String, Object> file, Instant now) {
    for (String name : new String[] {"refreshToken", "clientId", "clientSecret"}) {
      if (TokenFields.text(file, name) == null) {
        return "its file has no " + name;
      }
    }
    Instant end = TokenFields.moment(file, "registrationExpiresAt");
    if (end == null) {
      return "its file has no registrationExpiresAt";
    }
    return now.isBefore(end) ? null : "its registration has expired";
  }

  private Token renewed(Map<String, Object> file, Instant now) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("grantType", "refresh_token");
    input.put("clientId", file.get("clientId"));
    input.put("clientSecret", file.get("clientSecret"));
    input.put("refreshToken", file.get("refreshToken"));
    Structure response =
        calls.call(new ServiceCall("sso-oidc", "CreateToken", input, config.region(), null, null));
    String access = response.text("accessToken");
    Integer seconds = response.integer("expiresIn");
    if (access == null || access.isEmpty() || seconds == null) {
      throw new TokenRetrievalException(METHOD, "the response of CreateToken has no token", null);
    }
    // Other members of the file are kept: the AWS CLI may need them.
    Map<String, Object> fresh = new LinkedHashMap<>(file);
    fresh.put("startUrl", config.startUrl());
    fresh.put("region", config.region());
    fresh.put("accessToken", access);
    Instant end = now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    fresh.put("expiresAt", Timestamps.iso8601(end));
    String refresh = response.text("refreshToken");
    if (refresh == null) {
      fresh.remove("refreshToken");
    } else {
      fresh.put("refreshToken", refresh);
    }
    tokens.save(config, fresh);
    return new Token(fresh);
  }

  @Override
  public String toString() {
    return "SsoSessionToken[" + Printable.of(config.tokenName()) + "]";
  }

  /** A token and its expiration. */
  private static final class Token {
    private final String text;
    private final Instant expiration;

    /** Reads both from the content of a file. */
    private Token(Map<String, Object> file) {
      Instant end = TokenFields.moment(file, "expiresAt");
      this.text = String.valueOf(TokenFields.text(file, "accessToken"));
      this.expiration = end == null ? Instant.EPOCH : end;
    }

    private Instant expiration() {
      return expiration;
    }
  }
}
