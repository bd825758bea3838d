package io.boto4j.internal.credentials;

import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.PartialCredentialsException;
import io.boto4j.internal.config.Settings;
import io.boto4j.internal.text.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the file of EC2's original command line tools, which {@code AWS_CREDENTIAL_FILE} names.
 */
final class Ec2FileCredentials implements ChainedProvider {
  private static final String METHOD = "ec2-credentials-file";
  private static final String VARIABLE = "AWS_CREDENTIAL_FILE";
  private static final int LARGEST = 1 << 16;

  private final Settings settings;

  Ec2FileCredentials(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    Path file = settings.profiles().pathIn(VARIABLE);
    if (file == null) {
      return Lookup.notFound(VARIABLE + " is not set");
    }
    String where = Printable.whole(file.toString());
    String text = read(file, where);
    String accessKeyId = value(text, "AWSAccessKeyId");
    if (accessKeyId == null) {
      return Lookup.notFound("no AWSAccessKeyId in " + where);
    }
    String secretAccessKey = value(text, "AWSSecretKey");
    if (secretAccessKey == null) {
      throw new PartialCredentialsException(METHOD, "AWSSecretKey");
    }
    return Lookup.found(
        StaticKeys.credentials(METHOD, accessKeyId, secretAccessKey, null, null), where);
  }

  private static String read(Path file, String where) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CredentialRetrievalException(
          METHOD, "the file that " + VARIABLE + " names cannot be read: " + where, e);
    }
  }

  private static @Nullable String value(String text, String key) {
    String found = null;
    for (int start = 0, end; start < text.length(); start = end + 1) {
      end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int equals = text.indexOf('=', start);
      if (equals >= 0 && equals < end && text.substring(start, equals).strip().equals(key)) {
        found = text.substring(equals + 1, end).strip();
      }
    }
    return found == null || found.isEmpty() ? null : found;
  }
}
