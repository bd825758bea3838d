package io.boto4j.internal.credentials;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.ServiceException;
import io.boto4j.error.UnauthorizedSsoTokenException;
import io.boto4j.internal.config.Profile;
import io.boto4j.internal.text.Printable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a role in an account, for a user who has signed in with {@code aws sso login}.
 *
 * <p>The token is read and the service is called only when the credentials are needed.
 */
final class SsoCredentials implements ChainedProvider {
  private static final String METHOD = "sso";

  private final ChainParts parts;

  SsoCredentials(ChainParts parts) {
    this.parts = parts;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    Profile profile = parts.settings().profile();
    if (profile == null || !SsoConfig.asksForRole(profile)) {
      return Lookup.notFound(
          "neither sso_role_name nor sso_account_id in profile '"
              + Printable.of(parts.settings().profileName())
              + "'");
    }
    SsoConfig config = SsoConfig.ofRole(parts.settings().profiles(), profile);
    String roleName = Objects.requireNonNull(config.roleName());
    String accountId = Objects.requireNonNull(config.accountId());
    SsoSessionToken session = config.session() == null ? null : new SsoSessionToken(config, parts);
    return Lookup.found(
        new RefreshingCredentials(
            METHOD, () -> fetch(config, session, roleName, accountId), parts.clock()));
  }

  private Credentials fetch(
      SsoConfig config, @Nullable SsoSessionToken session, String roleName, String accountId) {
    String token = session == null ? token(config) : session.token();
    try {
      Structure response =
          parts
              .serviceCalls()
              .call(
                  new ServiceCall(
                      "sso",
                      "GetRoleCredentials",
                      Map.of("roleName", roleName, "accountId", accountId, "accessToken", token),
                      config.region(),
                      null,
                      null));
      return credentials(response.structure("roleCredentials"), accountId);
    } catch (ServiceException e) {
      if (e.statusCode() == 401 || e.is("UnauthorizedException")) {
        throw new UnauthorizedSsoTokenException(config.command(), e);
      }
      throw e;
    } catch (InvalidRegionException e) {
      throw new CredentialRetrievalException(
          METHOD,
          "sso_region of profile '"
              + Printable.of(parts.settings().profileName())
              + "': "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Returns the token of a profile without an {@code sso-session}. Such a token cannot be renewed,
   * so an expired one fails without a call.
   */
  private String token(SsoConfig config) {
    Map<String, Object> token = new SsoTokens(parts).load(config);
    Instant expiration = TokenFields.moment(token, "expiresAt");
    if (expiration == null || !parts.clock().instant().isBefore(expiration)) {
      throw new UnauthorizedSsoTokenException(config.command(), null);
    }
    return String.valueOf(TokenFields.text(token, "accessToken"));
  }

  private static Credentials credentials(@Nullable Structure role, String accountId) {
    String id = role == null ? null : role.text("accessKeyId");
    String secret = role == null ? null : role.text("secretAccessKey");
    Number expiration = role == null ? null : role.number("expiration");
    if (role == null || id == null || secret == null) {
      throw new CredentialRetrievalException(
          METHOD, "the response of GetRoleCredentials has no credentials");
    }
    try {
      return Credentials.of(id, secret, role.text("sessionToken"))
          .withAccountId(accountId)
          .withExpiration(expiration == null ? null : Instant.ofEpochMilli(expiration.longValue()))
          .withSource(METHOD);
    } catch (IllegalArgumentException e) {
      throw new CredentialRetrievalException(METHOD, String.valueOf(e.getMessage()), e);
    }
  }
}
