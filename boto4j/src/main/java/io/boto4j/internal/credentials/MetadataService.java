package io.boto4j.internal.credentials;

import io.boto4j.error.ConnectTimeoutException;
import io.boto4j.error.EndpointConnectionException;
import io.boto4j.error.HttpClientException;
import io.boto4j.error.ReadTimeoutException;
import io.boto4j.http.Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The requests to the instance metadata service, with their retries. */
final class MetadataService {
  static final String TTL_HEADER = "x-aws-ec2-metadata-token-ttl-seconds";
  static final int TTL_SECONDS = 21_600;

  private static final String TOKEN_PATH = "latest/api/token";

  private final MetadataHttp http;
  private final URI base;
  private final int attempts;

  MetadataService(MetadataHttp http, URI base, int attempts) {
    this.http = http;
    this.base = base;
    this.attempts = attempts;
  }

  /** Requests a token. Returns null if the service issues none, which means version 1. */
  MetadataHttp.@Nullable Response token() throws MetadataUnavailable {
    Headers headers = Headers.builder().add(TTL_HEADER, String.valueOf(TTL_SECONDS)).build();
    HttpClientException unreached = null;
    for (int i = 0; i < attempts; i++) {
      try {
        MetadataHttp.Response response = http.ask("PUT", at(TOKEN_PATH), headers);
        int status = response.status();
        if (status == 200 && isToken(response.body())) {
          return response;
        }
        if (status == 400) {
          throw new MetadataUnavailable(at(TOKEN_PATH) + " responded with status 400");
        }
        if (status == 403 || status == 404 || status == 405) {
          return null;
        }
        unreached = null;
      } catch (ReadTimeoutException e) {
        return null;
      } catch (ConnectTimeoutException | EndpointConnectionException e) {
        unreached = e;
      } catch (HttpClientException | IOException e) {
        unreached =
            null; // The next attempt follows, or version 1, whose failure names the problem.
      }
    }
    if (unreached != null) {
      // Version 1 would not reach it either; botocore takes a second timeout to find out.
      throw unreached(String.valueOf(unreached.getMessage()));
    }
    return null;
  }

  MetadataHttp.Response get(String path, @Nullable String token) throws MetadataUnavailable {
    Headers headers =
        token == null
            ? Headers.empty()
            : Headers.builder().add("x-aws-ec2-metadata-token", token).build();
    MetadataHttp.Response last = null;
    String failure = "";
    for (int i = 0; i < attempts; i++) {
      try {
        last = http.ask("GET", at(path), headers);
        if (last.status() == 401 || (last.status() == 200 && last.body().length > 0)) {
          return last;
        }
      } catch (HttpClientException e) {
        failure = String.valueOf(e.getMessage());
      } catch (IOException e) {
        failure = at(path) + ": " + e.getMessage();
      }
    }
    if (last == null) {
      throw unreached(failure);
    }
    return last;
  }

  private static MetadataUnavailable unreached(String failure) {
    return new MetadataUnavailable("the metadata service cannot be reached: " + failure);
  }

  URI at(String path) {
    return base.resolve(path);
  }

  /** Whether a body can be a token: it must be a valid header value. */
  private static boolean isToken(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1).strip();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 127) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
