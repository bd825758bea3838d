package io.boto4j.credentials;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access key: its id, its secret and, for temporary ones, the session token.
 *
 * <p>Immutable, so it is its own {@link CredentialsProvider}:
 *
 * <pre>{@code
 * Session session = Session.builder().credentials(Credentials.of(accessKeyId, secretAccessKey)).build();
 * }</pre>
 *
 * <p>The text form shows the first four characters of the id and the source, and never the secret
 * or the token.
 */
public final class Credentials implements CredentialsProvider {
  private static final int SHOWN = 4;

  /** The longest label of a host name, which an account id may become. */
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
   * Makes long-lived credentials.
   *
   * @param accessKeyId the id of the access key
   * @param secretAccessKey its secret
   * @return the credentials, with {@code explicit} as their source
   * @throws IllegalArgumentException when either is null or empty, or has a blank or a control
   *     character in it
   */
  public static Credentials of(String accessKeyId, String secretAccessKey) {
    return of(accessKeyId, secretAccessKey, null);
  }

  /**
   * Makes temporary credentials.
   *
   * @param accessKeyId the id of the access key
   * @param secretAccessKey its secret
   * @param sessionToken the session token; null or empty for none
   * @return the credentials, with {@code explicit} as their source
   * @throws IllegalArgumentException when the id or the secret is null or empty, or any of the
   *     three has a blank or a control character in it
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
   * These credentials, with the account they belong to.
   *
   * @param accountId the account's id, or null for not known
   * @return the credentials
   * @throws IllegalArgumentException when the id has anything but letters, digits and hyphens in
   *     it, or is empty or longer than 63: it may become part of a host name
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
   * These credentials, with the moment from which they are no longer accepted.
   *
   * @param expiration the moment, or null for never
   * @return the credentials
   */
  public Credentials withExpiration(@Nullable Instant expiration) {
    return new Credentials(
        accessKeyId, secretAccessKey, sessionToken, accountId, expiration, source);
  }

  /**
   * These credentials, with the name of the provider they came from.
   *
   * @param source the name, not a secret: it is shown in messages
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
   * @return the secret: not to be logged or shown
   */
  public String secretAccessKey() {
    return secretAccessKey;
  }

  /**
   * The token that temporary credentials are accompanied by.
   *
   * @return the token, not to be logged or shown, or null for long-lived credentials
   */
  public @Nullable String sessionToken() {
    return sessionToken;
  }

  /**
   * The account the credentials belong to.
   *
   * @return the account's id, or null if it is not known
   */
  public @Nullable String accountId() {
    return accountId;
  }

  /**
   * The moment from which the credentials are no longer accepted.
   *
   * @return the moment, or null if there is none or it is not known
   */
  public @Nullable Instant expiration() {
    return expiration;
  }

  /**
   * The provider the credentials came from, by botocore's method names.
   *
   * @return {@code explicit}, {@code env}, {@code shared-credentials-file}, {@code config-file}, or
   *     the name of another provider
   */
  public String source() {
    return source;
  }

  /**
   * These credentials: they never change.
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
            "The " + what + " has " + unfit + " in it; expected visible characters only");
      }
    }
    return text;
  }

  /** The id and the token go into headers, where these would end the header or be dropped. */
  private static @Nullable String unfit(char c) {
    if (c == '\n' || c == '\r') {
      return "a line break";
    }
    if (Character.isISOControl(c)) {
      return "a control character";
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) ? "a blank" : null;
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
    // The secret adds nothing that the id does not tell apart.
    return accessKeyId.hashCode();
  }

  @Override
  public String toString() {
    String shown = accessKeyId.substring(0, Math.min(SHOWN, accessKeyId.length()));
    return "Credentials[" + shown + "…, source=" + source + "]";
  }
}
