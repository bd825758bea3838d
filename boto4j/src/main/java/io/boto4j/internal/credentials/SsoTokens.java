package io.boto4j.internal.credentials;

import io.boto4j.error.SsoTokenLoadException;
import io.boto4j.internal.text.Printable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The tokens that {@code aws sso login} leaves in {@code ~/.aws/sso/cache}, one file each, whose
 * name is a hash of the session's name, or of the start URL where there is no session.
 */
final class SsoTokens {
  private final FileCache files;

  SsoTokens(FileCache files) {
    this.files = files;
  }

  static SsoTokens of(ChainParts parts) {
    return new SsoTokens(
        new FileCache(parts.home().resolve(".aws").resolve("sso").resolve("cache")));
  }

  /**
   * Reads a token's file.
   *
   * @return all of the file, of which accessToken and expiresAt are sure to be there
   * @throws SsoTokenLoadException if there is none, or it is broken
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

  /** A token that cannot be kept is good all the same, as long as this process lives. */
  void save(SsoConfig config, Map<String, Object> token) {
    try {
      files.write(key(config), token);
    } catch (IOException e) {
      System.getLogger("io.boto4j.credentials")
          .log(
              Level.WARNING,
              "The renewed token of the SSO session "
                  + Printable.of(config.tokenName())
                  + " cannot be written, so others cannot use it: "
                  + e);
    }
  }

  private static String key(SsoConfig config) {
    return Digests.hex("SHA-1", config.tokenName().getBytes(StandardCharsets.UTF_8));
  }
}
