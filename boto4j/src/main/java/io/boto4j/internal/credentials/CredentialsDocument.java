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
 * A JSON object with credentials in it, as programs, containers and instances write them.
 *
 * <p>Messages name members and never show their values.
 */
final class CredentialsDocument {
  private final String method;
  private final String what;
  private final Map<?, ?> members;

  /**
   * Wraps an object.
   *
   * @param method botocore's name of the provider
   * @param what the document, for messages, as {@code the answer of http://…}
   * @param members the object's members
   */
  CredentialsDocument(String method, String what, Map<?, ?> members) {
    this.method = method;
    this.what = what;
    this.members = members;
  }

  /**
   * Reads an object.
   *
   * @param method botocore's name of the provider
   * @param what the document, for messages
   * @param json the text
   * @throws CredentialRetrievalException if it is no JSON object
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
      // Its message quotes one character of the text at most.
      throw new CredentialRetrievalException(
          method, what + " is not the JSON expected. " + e.getMessage(), e);
    }
  }

  @Nullable Object value(String name) {
    return members.get(name);
  }

  /** A text, or null if it is absent, null or empty. */
  @Nullable String text(String name) {
    Object value = members.get(name);
    if (value == null || value instanceof String) {
      String text = (String) value;
      return text == null || text.isEmpty() ? null : text;
    }
    throw problem(name + " in " + what + " is not a text");
  }

  /** A moment, or null if it is absent. */
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
   * The credentials.
   *
   * @param token the member that holds the session token
   * @param accountId the account they belong to, or null
   * @throws CredentialRetrievalException if a member is missing or cannot be used
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
