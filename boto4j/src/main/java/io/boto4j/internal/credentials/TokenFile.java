package io.boto4j.internal.credentials;

import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.config.Profiles;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.time.SpecialFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A file whose token another program renews, so it is read each time. */
final class TokenFile {
  /** STS accepts at most 20,000 characters. */
  private static final int LARGEST = 1 << 16;

  private final Profiles profiles;
  private final String path;

  TokenFile(Profiles profiles, String path) {
    this.profiles = profiles;
    this.path = path;
  }

  /**
   * Reads the token.
   *
   * @param method botocore's name for the provider, for messages
   * @throws CredentialRetrievalException if the file is missing, unreadable, too large or empty
   */
  String read(String method) {
    byte[] content;
    try (InputStream in = SpecialFile.open(profiles.path(path))) {
      content = in.readNBytes(LARGEST + 1);
    } catch (NoSuchFileException e) {
      throw failure(method, "does not exist", e);
    } catch (IOException | InvalidPathException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CallInterruptedException("Interrupted while reading a token file", e);
      }
      throw failure(method, "cannot be read", e);
    }
    if (content.length > LARGEST) {
      throw failure(method, "is larger than a token can be", null);
    }
    String token = new String(content, StandardCharsets.UTF_8).strip();
    if (token.isEmpty()) {
      throw failure(method, "is empty", null);
    }
    return token;
  }

  private CredentialRetrievalException failure(
      String method, String problem, @Nullable Exception cause) {
    return new CredentialRetrievalException(
        method,
        "the token file "
            + Printable.whole(path)
            + " "
            + problem
            + "; check AWS_WEB_IDENTITY_TOKEN_FILE or web_identity_token_file",
        cause);
  }
}
