package io.boto4j.internal.credentials;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.LoginException;
import io.boto4j.error.LoginInsufficientPermissionsException;
import io.boto4j.error.LoginRefreshRequiredException;
import io.boto4j.error.LoginTokenLoadException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.config.Profile;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.text.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a session that the user started in a browser with {@code aws login}.
 *
 * <p>They expire after 15 minutes. Their file is shared with the AWS CLI and read again before each
 * renewal, since another process may have renewed them. A renewal is signed with a key in that
 * file, which proves that it comes from the machine on which the session started (DPoP).
 */
final class LoginCredentials implements ChainedProvider {
  private static final String METHOD = "login";

  /** Shorter than the usual windows, since these credentials never live longer than 15 minutes. */
  private static final RefreshWindows WINDOWS =
      new RefreshWindows(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10));

  /** The remaining lifetime in seconds with which credentials in the file are used as they are. */
  private static final int ENOUGH_SECONDS = 5 * 60;

  private final ChainParts parts;
  private final LoginTokens tokens;

  LoginCredentials(ChainParts parts) {
    this.parts = parts;
    this.tokens = new LoginTokens(parts);
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    Profile profile = parts.settings().profile();
    String session = profile == null ? null : profile.value("login_session");
    if (session == null) {
      return Lookup.notFound(
          "no login_session in profile '" + Printable.of(parts.settings().profileName()) + "'");
    }
    Credentials first = credentials(tokens.load(session));
    return Lookup.found(
        new RefreshingCredentials(METHOD, () -> refreshed(session), parts.clock(), WINDOWS)
            .startingWith(first));
  }

  private Credentials refreshed(String session) {
    Map<String, Object> token = tokens.load(session);
    DpopKey key = key(token);
    Credentials held = credentials(token);
    Instant expiration = held.expiration();
    Instant now = parts.clock().instant();
    if (expiration != null && now.plusSeconds(ENOUGH_SECONDS).isBefore(expiration)) {
      return held;
    }
    Structure output = create(token, key).structure("tokenOutput");
    Map<String, Object> fresh = output == null ? null : fresh(token, output, now);
    if (fresh == null) {
      throw new LoginTokenLoadException(
          "Unable to refresh access token due to an invalid service response. Please try running `"
              + tokens.command()
              + "` again. If the issue persists, there may be a temporary signin service problem.",
          null);
    }
    Credentials renewed = credentials(fresh);
    tokens.save(session, fresh);
    return renewed;
  }

  private Structure create(Map<String, Object> token, DpopKey key) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("clientId", String.valueOf(token.get("clientId")));
    input.put("refreshToken", String.valueOf(token.get("refreshToken")));
    input.put("grantType", "refresh_token");
    try {
      return parts
          .serviceCalls()
          .call(
              new ServiceCall(
                  "signin",
                  "CreateOAuth2Token",
                  Map.of("tokenInput", input),
                  null,
                  null,
                  request -> proved(request, key)));
    } catch (ServiceException e) {
      if (e.is("AccessDeniedException")) {
        throw denied(e);
      }
      throw e;
    }
  }

  private HttpRequest proved(HttpRequest request, DpopKey key) {
    String proof =
        key.proof(
            request.method(),
            request.uri().toString(),
            parts.clock().instant().getEpochSecond(),
            UUID.randomUUID().toString());
    return request.withHeader("DPoP", proof);
  }

  private LoginException denied(ServiceException e) {
    Object error = e.response().get("error");
    if ("TOKEN_EXPIRED".equals(error) || "USER_CREDENTIALS_CHANGED".equals(error)) {
      return new LoginRefreshRequiredException(tokens.command(), e);
    }
    if ("INSUFFICIENT_PERMISSIONS".equals(error)) {
      return new LoginInsufficientPermissionsException(e);
    }
    return new LoginException(
        "An unspecified error happened when resolving AWS credentials or refreshing a login session"
            + " profile. Please reauthenticate using `"
            + tokens.command()
            + "`",
        e);
  }

  /** Returns the updated content of the file, or null if the response is incomplete. */
  private static @Nullable Map<String, Object> fresh(
      Map<String, Object> token, Structure output, Instant now) {
    Structure keys = output.structure("accessToken");
    Integer seconds = output.integer("expiresIn");
    String refresh = output.text("refreshToken");
    if (keys == null || seconds == null || refresh == null) {
      return null;
    }
    Map<String, Object> access = new LinkedHashMap<>();
    if (token.get("accessToken") instanceof Map<?, ?> old) {
      for (Map.Entry<?, ?> entry : old.entrySet()) {
        access.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    for (String name : new String[] {"accessKeyId", "secretAccessKey", "sessionToken"}) {
      access.put(name, String.valueOf(keys.text(name)));
    }
    access.put(
        "expiresAt", Timestamps.iso8601(now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS)));
    Map<String, Object> fresh = new LinkedHashMap<>(token);
    fresh.put("accessToken", access);
    fresh.put("refreshToken", refresh);
    return fresh;
  }

  private Credentials credentials(Map<String, Object> token) {
    Map<?, ?> access = token.get("accessToken") instanceof Map<?, ?> map ? map : Map.of();
    Instant expiration = TokenFields.moment(access, "expiresAt");
    String id = TokenFields.text(access, "accessKeyId");
    String secret = TokenFields.text(access, "secretAccessKey");
    if (id == null || secret == null || expiration == null) {
      throw new LoginTokenLoadException(
          "accessToken in the token cache lacks accessKeyId, secretAccessKey or expiresAt."
              + " Please reauthenticate with `"
              + tokens.command()
              + "`",
          null);
    }
    try {
      return Credentials.of(id, secret, TokenFields.text(access, "sessionToken"))
          .withAccountId(TokenFields.text(access, "accountId"))
          .withExpiration(expiration)
          .withSource(METHOD);
    } catch (IllegalArgumentException e) {
      throw new LoginTokenLoadException(
          e.getMessage() + ". Please reauthenticate with `" + tokens.command() + "`", e);
    }
  }

  private DpopKey key(Map<String, Object> token) {
    try {
      return DpopKey.ofPem(String.valueOf(token.get("dpopKey")));
    } catch (IllegalArgumentException e) {
      throw new LoginTokenLoadException(
          "Unable to load private key from cached token. Please reauthenticate with `"
              + tokens.command()
              + "`",
          e);
    }
  }
}
