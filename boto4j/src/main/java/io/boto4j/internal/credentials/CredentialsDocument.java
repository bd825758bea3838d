package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that holds credentials, in the form that programs, containers and instances return.
 *
 * <p>Messages name members but never show their values.
 */
final class CredentialsDocument {
  private final String method;
  private final String what;
  private final Map<?, ?> members;

  /**
   * Creates a document.
   *
   * @param method botocore's name for the provider
   * @param what the document, for messages, such as {@code the response of http://…}
   * @param members the object's members
   */
  CredentialsDocument(String method, String what, Map<?, ?> members) {
    this.method = method;
    this.what = what;
    this.members = members;
  }

  /**
   * Reads a document.
   *
   * @param method botocore's name for the provider
   * @param what the document, for messages
   * @param json the text
   * @throws CredentialRetrievalException if the text is not a JSON object
   */
  static CredentialsDocument read(String method, String what, byte[] json) {
    try {
      JsonReader reader = new JsonReader(json);
      Object value = reader.readValue();
      reader.end();
      if (value instanceof Map<?, ?> members) {
        return new CredentialsDocument(method, what, members);
      }
      throw new CredentialRetrievalException(method, what + " is JSON, but not an object");
    } catch (JsonException e) {
      // The message quotes at most one character of the text.
      throw new CredentialRetrievalException(
          method, what + " is not the expected JSON. " + e.getMessage(), e);
    }
  }

  @Nullable Object value(String name) {
    return members.get(name);
  }

  /** Returns a string, or null if the member is absent, null or empty. */
  @Nullable String text(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof String) {
      String text = (String) value;
      return text == null || text.isEmpty() ? null : text;
    }
    throw problem(name + " in " + what + " is not a string");
  }

  /** Returns a timestamp, or null if the member is absent. */
  @Nullable Instant instant(String name) {
    String text = text(name);
    try {
      return text == null ? null : Timestamps.parse(text);
    } catch (IllegalArgumentException e) {
      throw problem(
          name + " in " + what + " is not a timestamp; expected one like 2026-11-30T12:00:00Z");
    }
  }

  /**
   * Returns the credentials.
   *
   * @param token the name of the member that holds the session token
   * @param accountId the account they belong to, or null
   * @throws CredentialRetrievalException if a member is missing or invalid
   */
  Credentials credentials(String token, @Nullable String accountId) {
    try {
      return Credentials.of(required("AccessKeyId"), required("SecretAccessKey"), text(token))
          .withAccountId(accountId)
          .withExpiration(instant("Expiration"))
          .withSource(method);
    } catch (IllegalArgumentException e) {
      throw problem(what + " cannot be used: " + e.getMessage());
    }
  }

  private String required(String name) {
    String text = text(name);
    if (text == null) {
      throw problem("Missing required key in response: '" + name + "' in " + what);
    }
    return text;
  }

  private CredentialRetrievalException problem(String problem) {
    return new CredentialRetrievalException(method, problem);
  }

  @Override
  public String toString() {
    return "CredentialsDocument[" + what + "]";
  }
}
