package io.boto4j.internal.attempt;

import io.boto4j.credentials.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * A record of how one request is signed, and why: filled by {@link SignRequest}, for explanations.
 * Used by one thread.
 *
 * <p>A request that is signed with a trace is not sent. So no session is created to sign it: in
 * place of a directory bucket's credentials, a name is signed.
 */
public final class SigningTrace {
  private @Nullable String version;
  private String reason = "";
  private @Nullable Credentials credentials;
  private @Nullable String bearerToken;
  private @Nullable String canonicalRequest;
  private @Nullable String stringToSign;

  /** Creates an empty trace. */
  public SigningTrace() {}

  void chosen(String signatureVersion, String why) {
    this.version = signatureVersion;
    this.reason = why;
  }

  void credentials(Credentials signing) {
    this.credentials = signing;
  }

  void bearerToken(String token) {
    this.bearerToken = token;
  }

  void signed(@Nullable String hashedText, String signedText) {
    this.canonicalRequest = hashedText;
    this.stringToSign = signedText;
  }

  /**
   * Returns the signature version.
   *
   * @return botocore's name of the version, or null if none was chosen yet
   */
  public @Nullable String version() {
    return version;
  }

  /**
   * Returns why that version was chosen.
   *
   * @return a phrase that follows "because"
   */
  public String reason() {
    return reason;
  }

  /**
   * Returns the credentials of the signature.
   *
   * @return the credentials, or null if the request is not signed with any
   */
  public @Nullable Credentials credentials() {
    return credentials;
  }

  /**
   * Returns the bearer token of the request.
   *
   * @return the token, a secret, or null if there is none
   */
  public @Nullable String bearerToken() {
    return bearerToken;
  }

  /**
   * Returns the canonical request.
   *
   * @return the text, which contains secrets, or null if none was hashed
   */
  public @Nullable String canonicalRequest() {
    return canonicalRequest;
  }

  /**
   * Returns the string that was signed.
   *
   * @return the text, which may contain secrets, or null if nothing was signed
   */
  public @Nullable String stringToSign() {
    return stringToSign;
  }
}
