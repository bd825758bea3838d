package io.boto4j.local.sts;

import io.boto4j.Json;
import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.error.Boto4jException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claims of an identity token. Signatures are not verified, because that would need the keys of
 * the provider.
 */
final class WebIdentity {
  private final @Nullable Structure claims;

  private WebIdentity(@Nullable Structure claims) {
    this.claims = claims;
  }

  /** Reads a token, which has no claims if it is not a JSON web token. */
  @SuppressWarnings("unchecked") // JSON objects have texts as keys.
  static WebIdentity read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length == 3) {
      try {
        String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        if (Json.read(json) instanceof Map<?, ?> map) {
          return new WebIdentity(Structures.of((Map<String, ?>) map));
        }
      } catch (IllegalArgumentException | Boto4jException e) {
        return new WebIdentity(null);
      }
    }
    return new WebIdentity(null);
  }

  private @Nullable String claim(String name) {
    Object value = claims == null ? null : claims.get(name);
    if (value instanceof java.util.List<?> list && !list.isEmpty()) {
      value = list.get(0);
    }
    return value == null ? null : String.valueOf(value);
  }

  @Nullable String subject() {
    return claim("sub");
  }

  @Nullable String audience() {
    return claim("aud");
  }

  @Nullable String authenticationMethod() {
    return claim("amr");
  }

  /** The issuer without the scheme, as ARNs of providers have it. */
  @Nullable String provider() {
    String issuer = claim("iss");
    return issuer == null ? null : issuer.replaceFirst("^https://", "").replaceFirst("/$", "");
  }

  boolean isExpired(Instant now) {
    Object end = claims == null ? null : claims.get("exp");
    return end instanceof Number number && now.getEpochSecond() > number.longValue();
  }
}
