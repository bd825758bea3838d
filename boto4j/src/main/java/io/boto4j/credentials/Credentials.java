package io.boto4j.credentials;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access key: its id, its secret and, if it is temporary, its session token.
 *
 * <p>Immutable, so it is its own {@link CredentialsProvider}:
 *
 * <pre>{@code
 * Session session = Session.builder().credentials(Credentials.of(accessKeyId, secretAccessKey)).build();
 * }</pre>
 *
 * <p>The string form shows the source and the first four characters of the id, never the secret or
 * the token.
 */
public final class Credentials implements CredentialsProvider {
  private static final int SHOWN = 4;

  /** The length limit of a host label, since an account id may become one. */
  private static final int LONGEST_ACCOUNT_ID = 63;

  private final String accessKeyId;
  private final String secretAccessKey;
  private final @Nullable String sessionToken;
  private final @Nullable String accountId;
  private final @Nullable Instant expiration;
  private final String source;

  private Credentials(
      String accessKeyId,
      String secretAccessKey,
      @Nullable String sessionToken,
      @Nullable String accountId,
      @Nullable Instant expiration,
      String source) {
    this.accessKeyId = accessKeyId;
    this.secretAccessKey = secretAccessKey;
    this.sessionToken = sessionToken;
    this.accountId = accountId;
    this.expiration = expiration;
    this.source = source;
  }

  /**
   * Creates long-lived credentials.
   *
   * @param accessKeyId the id of the access key
   * @param secretAccessKey its secret
   * @return the credentials, with {@code explicit} as their source
   * @throws IllegalArgumentException if either is null or empty, or contains white space or a
   *     control character
   */
  public static Credentials of(String accessKeyId, String secretAccessKey) {
    return of(accessKeyId, secretAccessKey, null);
  }

  /**
   * Creates temporary credentials.
   *
   * @param accessKeyId the id of the access key
   * @param secretAccessKey its secret
   * @param sessionToken the session token; null or empty for none
   * @return the credentials, with {@code explicit} as their source
   * @throws IllegalArgumentException if the id or the secret is null or empty, or any of the three
   *     contains white space or a control character
   */
  public static Credentials of(
      String accessKeyId, String secretAccessKey, @Nullable String sessionToken) {
    boolean hasToken = sessionToken != null && !sessionToken.isEmpty();
    return new Credentials(
        checked(accessKeyId, "access key id"),
        checked(secretAccessKey, "secret access key"),
        hasToken ? checked(sessionToken, "session token") : null,
        null,
        null,
        "explicit");
  }

  /**
   * Returns these credentials with an account id.
   *
   * @param accountId the id of the account they belong to, or null if it is unknown
   * @return the credentials
   * @throws IllegalArgumentException if the id is not 1 to 63 letters, digits and hyphens: it may
   *     become part of a host name
   */
  public Credentials withAccountId(@Nullable String accountId) {
    if (accountId != null && !isLabel(accountId)) {
      throw new IllegalArgumentException(
          "The account id is not 1 to 63 letters, digits and hyphens; expected 12 digits");
    }
    return new Credentials(
        accessKeyId, secretAccessKey, sessionToken, accountId, expiration, source);
  }

  /**
   * Returns these credentials with an expiration.
   *
   * @param expiration the time at which they expire, or null if they do not expire
   * @return the credentials
   */
  public Credentials withExpiration(@Nullable Instant expiration) {
    return new Credentials(
        accessKeyId, secretAccessKey, sessionToken, accountId, expiration, source);
  }

  /**
   * Returns these credentials with the name of the provider they came from.
   *
   * @param source the name, which is shown in messages
   * @return the credentials
   */
  public Credentials withSource(String source) {
    return new Credentials(
        accessKeyId, secretAccessKey, sessionToken, accountId, expiration, source);
  }

  /**
   * The id of the access key.
   *
   * @return the id
   */
  public String accessKeyId() {
    return accessKeyId;
  }

  /**
   * The secret of the access key.
   *
   * @return the secret, which must not be logged or shown
   */
  public String secretAccessKey() {
    return secretAccessKey;
  }

  /**
   * The session token of temporary credentials.
   *
   * @return the token, which must not be logged or shown, or null for long-lived credentials
   */
  public @Nullable String sessionToken() {
    return sessionToken;
  }

  /**
   * The account the credentials belong to.
   *
   * @return the account's id, or null if it is unknown
   */
  public @Nullable String accountId() {
    return accountId;
  }

  /**
   * The time at which the credentials expire.
   *
   * @return the time, or null if they do not expire or it is unknown
   */
  public @Nullable Instant expiration() {
    return expiration;
  }

  /**
   * botocore's name for the provider that the credentials came from.
   *
   * @return {@code explicit}, {@code env}, {@code shared-credentials-file}, {@code config-file}, or
   *     the name of another provider
   */
  public String source() {
    return source;
  }

  /**
   * Returns these credentials, since they never change.
   *
   * @return this
   */
  @Override
  public Credentials credentials() {
    return this;
  }

  private static String checked(@Nullable String text, String what) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("The " + what + " is missing: it is null or empty");
    }
    for (int i = 0; i < text.length(); i++) {
      String unfit = unfit(text.charAt(i));
      if (unfit != null) {
        throw new IllegalArgumentException(
            "The " + what + " contains " + unfit + "; expected visible characters only");
      }
    }
    return text;
  }

  /**
   * Returns what makes a character unfit for a header, which the id and the token become part of.
   */
  private static @Nullable String unfit(char c) {
    if (c == '\n' || c == '\r') {
      return "a line break";
    }
    if (Character.isISOControl(c)) {
      return "a control character";
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) ? "white space" : null;
  }

  private static boolean isLabel(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '-') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST_ACCOUNT_ID;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Credentials that
        && accessKeyId.equals(that.accessKeyId)
        && secretAccessKey.equals(that.secretAccessKey)
        && Objects.equals(sessionToken, that.sessionToken)
        && Objects.equals(accountId, that.accountId)
        && Objects.equals(expiration, that.expiration)
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    // Credentials with the same id usually have the same secret.
    return accessKeyId.hashCode();
  }

  @Override
  public String toString() {
    String shown = accessKeyId.substring(0, Math.min(SHOWN, accessKeyId.length()));
    return "Credentials[" + shown + "…, source=" + source + "]";
  }
}
