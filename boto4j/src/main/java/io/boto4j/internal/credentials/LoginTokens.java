package io.boto4j.internal.credentials;

import io.boto4j.error.LoginTokenLoadException;
import io.boto4j.internal.text.Printable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The session files that {@code aws login} writes to {@code ~/.aws/login/cache}. The name of a file
 * is a hash of the session's name.
 */
final class LoginTokens {
  private final FileCache files;
  private final String profileName;

  LoginTokens(ChainParts parts) {
    this.files = new FileCache(folder(parts));
    this.profileName = parts.settings().profileName();
  }

  /**
   * Reads the file of a session.
   *
   * @return the content of the file, with all members that a renewal needs
   * @throws LoginTokenLoadException if the file is missing or invalid
   */
  Map<String, Object> load(String session) {
    Map<String, Object> token = files.read(key(session));
    if (token == null) {
      throw new LoginTokenLoadException(
          "Unable to load a existing login session for session "
              + Printable.of(session)
              + ". Please reauthenticate with `"
              + command()
              + "`",
          null);
    }
    List<String> missing = new ArrayList<>();
    for (String name : new String[] {"accessToken", "refreshToken", "dpopKey", "clientId"}) {
      if (!token.containsKey(name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new LoginTokenLoadException(
          "Failed to load access token from token cache, missing required fields: "
              + String.join(", ", missing)
              + ". Please reauthenticate with `"
              + command()
              + "`",
          null);
    }
    return token;
  }

  /**
   * Writes the file of a session. A failure is only logged: the credentials are valid, but the
   * refresh token in the old file is used up.
   */
  void save(String session, Map<String, Object> token) {
    files.writeOrWarn(
        key(session),
        token,
        "The renewed login session "
            + Printable.of(session)
            + " cannot be written; run `"
            + command()
            + "` when it ends");
  }

  /** Returns the command that signs in again. */
  String command() {
    return "aws login" + NextCommand.profile(profileName);
  }

  private static Path folder(ChainParts parts) {
    Path moved = parts.settings().profiles().pathIn("AWS_LOGIN_CACHE_DIRECTORY");
    return moved == null ? parts.home().resolve(".aws").resolve("login").resolve("cache") : moved;
  }

  private static String key(String session) {
    return Digests.hex("SHA-256", session.getBytes(StandardCharsets.UTF_8));
  }
}
