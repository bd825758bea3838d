package io.boto4j.internal.credentials;

import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.RefreshWithMfaUnsupportedException;
import io.boto4j.internal.text.Printable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches the credentials of one role from the cache, if there is one, or from STS. */
final class RoleFetcher implements Supplier<Credentials> {
  private final ChainParts parts;
  private final String method;

  /** The input without the values that change: MFA code, token, and a generated session name. */
  private final Map<String, Object> arguments;

  private final String sessionName;
  private final @Nullable CredentialsProvider source;
  private final @Nullable TokenFile token;
  private final @Nullable RoleCache cache;

  /** Accessed by one thread at a time, the one that refreshes. */
  private volatile boolean codeWasUsed;

  /**
   * Creates a fetcher that calls {@code AssumeRole}.
   *
   * @param arguments in the order in which they are sent
   * @param source the provider whose credentials sign the call
   */
  RoleFetcher(
      ChainParts parts, String method, Map<String, Object> arguments, CredentialsProvider source) {
    this(parts, method, arguments, source, null);
  }

  /** Creates a fetcher that calls {@code AssumeRoleWithWebIdentity}, which is not signed. */
  RoleFetcher(ChainParts parts, String method, Map<String, Object> arguments, TokenFile token) {
    this(parts, method, arguments, null, token);
  }

  private RoleFetcher(
      ChainParts parts,
      String method,
      Map<String, Object> arguments,
      @Nullable CredentialsProvider source,
      @Nullable TokenFile token) {
    this.parts = parts;
    this.method = method;
    this.arguments = arguments;
    this.source = source;
    this.token = token;
    this.cache =
        parts.roleCache() == null
            ? null
            : new RoleCache(parts.roleCache(), arguments, method, parts.clock());
    this.sessionName = "botocore-session-" + parts.clock().instant().getEpochSecond();
  }

  @Override
  public Credentials get() {
    Credentials kept = cache == null ? null : cache.read();
    if (kept != null) {
      return kept;
    }
    Structure response =
        parts
            .serviceCalls()
            .call(
                new ServiceCall(
                    "sts",
                    token == null ? "AssumeRole" : "AssumeRoleWithWebIdentity",
                    input(),
                    null,
                    source,
                    null));
    Credentials credentials = credentials(response);
    codeWasUsed = arguments.containsKey("SerialNumber");
    if (cache != null) {
      cache.write(credentials, response.structure("AssumedRoleUser"));
    }
    return credentials;
  }

  private Map<String, Object> input() {
    Map<String, Object> input = new LinkedHashMap<>(arguments);
    input.putIfAbsent("RoleSessionName", sessionName);
    Object serial = input.get("SerialNumber");
    if (serial != null) {
      input.put("TokenCode", code(serial.toString()));
    }
    if (token != null) {
      input.put("WebIdentityToken", token.read(method));
    }
    return input;
  }

  private String code(String serial) {
    if (codeWasUsed) {
      throw new RefreshWithMfaUnsupportedException(
          " The session of role "
              + Printable.of(String.valueOf(arguments.get("RoleArn")))
              + " has ended; create a new Session to enter a new code.");
    }
    return parts.mfaPrompt().apply(serial).strip();
  }

  private Credentials credentials(Structure response) {
    Structure keys = response.structure("Credentials");
    if (keys == null) {
      throw new CredentialRetrievalException(method, "the response of STS has no Credentials");
    }
    Structure user = response.structure("AssumedRoleUser");
    try {
      return Credentials.of(
              required(keys, "AccessKeyId"),
              required(keys, "SecretAccessKey"),
              required(keys, "SessionToken"))
          .withAccountId(accountId(user == null ? null : user.text("Arn")))
          .withExpiration(keys.instant("Expiration"))
          .withSource(method);
    } catch (IllegalArgumentException e) {
      throw new CredentialRetrievalException(
          method, "the response of STS cannot be used: " + e.getMessage(), e);
    }
  }

  private String required(Structure keys, String name) {
    String value = keys.text(name);
    if (value == null) {
      throw new CredentialRetrievalException(method, "the response of STS has no " + name);
    }
    return value;
  }

  /**
   * Returns the fifth part of an ARN such as {@code
   * arn:aws:sts::123456789012:assumed-role/name/session}, or null.
   */
  static @Nullable String accountId(@Nullable String arn) {
    if (arn == null || !arn.startsWith("arn:")) {
      return null;
    }
    int start = 0;
    for (int colons = 0; colons < 4; colons++) {
      start = arn.indexOf(':', start) + 1;
      if (start == 0) {
        return null;
      }
    }
    int end = arn.indexOf(':', start);
    return end <= start ? null : arn.substring(start, end);
  }
}
