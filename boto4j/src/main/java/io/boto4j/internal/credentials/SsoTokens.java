package io.boto4j.internal.credentials;

import io.boto4j.error.SsoTokenLoadException;
import io.boto4j.internal.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The token files that {@code aws sso login} writes to {@code ~/.aws/sso/cache}. The name of a file
 * is a hash of the session's name, or of the start URL if there is no session.
 */
final class SsoTokens {
  private final FileCache files;

  SsoTokens(ChainParts parts) {
    this.files = new FileCache(parts.home().resolve(".aws").resolve("sso").resolve("cache"));
  }

  /**
   * Reads the file of a token.
   *
   * @return the content of the file, with a valid accessToken and expiresAt
   * @throws SsoTokenLoadException if the file is missing or invalid
   */
  Map<String, Object> load(SsoConfig config) {
    Map<String, Object> token = files.read(key(config));
    String name = Printable.of(config.tokenName());
    if (token == null) {
      throw new SsoTokenLoadException(
          "Token for " + name + " does not exist. Run `" + config.command() + "`");
    }
    if (TokenFields.text(token, "accessToken") == null
        || TokenFields.moment(token, "expiresAt") == null) {
      throw new SsoTokenLoadException(
          "Token for " + name + " is invalid. Run `" + config.command() + "`");
    }
    return token;
  }

  /**
   * Writes the file of a token. A failure is only logged, since this process can use the token all
   * the same.
   */
  void save(SsoConfig config, Map<String, Object> token) {
    files.writeOrWarn(
        key(config),
        token,
        "The renewed token of the SSO session "
            + Printable.of(config.tokenName())
            + " cannot be written, so other programs cannot use it");
  }

  private static String key(SsoConfig config) {
    return Digests.hex("SHA-1", config.tokenName().getBytes(StandardCharsets.UTF_8));
  }
}
