package io.boto4j.internal.credentials;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.CallInterruptedException;
import io.boto4j.error.CredentialRetrievalException;
import io.boto4j.error.HttpClientException;
import io.boto4j.http.Headers;
import io.boto4j.internal.text.Printable;
import io.boto4j.internal.time.SpecialFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of a container's role: that of an ECS task, an EKS pod, or any other environment with
 * the same protocol.
 */
final class ContainerCredentials implements ChainedProvider {
  private static final String METHOD = "container-role";
  private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
  private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
  private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
  private static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
  private static final int TIMEOUT_MILLIS = 2000;
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ChainParts parts;
  private final @Nullable MetadataHttp http;

  ContainerCredentials(ChainParts parts) {
    this(parts, null);
  }

  /** Creates a provider with a given HTTP client, which does not check addresses. */
  ContainerCredentials(ChainParts parts, @Nullable MetadataHttp http) {
    this.parts = parts;
    this.http = http;
  }

  @Override
  public String method() {
    return METHOD;
  }

  @Override
  public Lookup find() {
    String relative = variable(RELATIVE);
    String full = variable(FULL);
    if (relative == null && full == null) {
      return Lookup.notFound("neither " + RELATIVE + " nor " + FULL + " is set");
    }
    String name = relative == null ? FULL : RELATIVE;
    URI uri =
        relative == null
            ? ContainerUri.full(name, String.valueOf(full))
            : ContainerUri.relative(name, relative);
    MetadataHttp service =
        http == null ? new MetadataHttp(TIMEOUT_MILLIS, ContainerUri.resolver(name, uri)) : http;
    Credentials first = fetch(service, uri, name);
    return Lookup.found(
        new RefreshingCredentials(METHOD, () -> fetch(service, uri, name), parts.clock())
            .startingWith(first));
  }

  private Credentials fetch(MetadataHttp service, URI uri, String name) {
    String where = ContainerUri.shown(uri) + " (" + name + ")";
    Headers headers = headers();
    String failure = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      if (i > 0) {
        pause();
      }
      try {
        MetadataHttp.Response response = service.ask("GET", uri, headers);
        if (response.status() == 200) {
          CredentialsDocument document =
              CredentialsDocument.read(METHOD, "the response of " + where, response.body());
          return document.credentials("Token", document.text("AccountId"));
        }
        failure = "Received non 200 response " + response.status() + " from " + where;
      } catch (HttpClientException e) {
        failure = e.getMessage() + " (" + name + ")";
      } catch (IOException e) {
        failure = where + ": " + e.getMessage();
      } catch (CredentialRetrievalException e) {
        if (i == ATTEMPTS - 1) {
          throw e;
        }
      }
    }
    throw problem(failure + " after " + ATTEMPTS + " attempts");
  }

  /**
   * Returns the headers. The token is read again each time, since EKS replaces the file every hour.
   */
  private Headers headers() {
    Headers.Builder headers = Headers.builder().add("Accept", "application/json");
    String file = variable(TOKEN_FILE);
    String token = file == null ? variable(TOKEN) : read(file);
    if (token != null) {
      for (int i = 0; i < token.length(); i++) {
        if (token.charAt(i) < ' ' || token.charAt(i) == 127) {
          throw problem(
              "Auth token value is not a legal header value: the token in "
                  + (file == null ? TOKEN : "the file of " + TOKEN_FILE)
                  + " contains a line break or another control character");
        }
      }
      headers.add("Authorization", token);
    }
    return headers.build();
  }

  private String read(String file) {
    try (InputStream in = SpecialFile.open(parts.settings().profiles().path(file))) {
      byte[] bytes = in.readNBytes(MetadataHttp.MAX_BYTES);
      if (bytes.length < MetadataHttp.MAX_BYTES) {
        // Editors and echo end a file with a line break, which is not part of the token.
        return new String(bytes, StandardCharsets.UTF_8).strip();
      }
      throw problem(
          "the file of " + TOKEN_FILE + " is larger than a token: " + Printable.whole(file));
    } catch (IOException | InvalidPathException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new CallInterruptedException("Interrupted while reading a token file", e);
      }
      throw new CredentialRetrievalException(
          METHOD, "the file of " + TOKEN_FILE + " cannot be read: " + Printable.whole(file), e);
    }
  }

  private void pause() {
    try {
      parts.sleeper().sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "Interrupted between two attempts to get the container's credentials", e);
    }
  }

  /** Returns a variable, or null if it is unset or empty. */
  private @Nullable String variable(String name) {
    return parts.settings().value(name, null);
  }

  private static CredentialRetrievalException problem(String problem) {
    return new CredentialRetrievalException(METHOD, problem);
  }
}
