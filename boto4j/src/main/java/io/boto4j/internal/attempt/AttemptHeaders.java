package io.boto4j.internal.attempt;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: adds the headers that describe a call and its attempts: User-Agent, amz-sdk-invocation-id
 * and amz-sdk-request. Thread-safe.
 *
 * <p>They are outside the signature, as in botocore: whoever repeats a request for us may change
 * them. Calls of a client usually use the same features, so the last User-Agent is kept.
 */
public final class AttemptHeaders {
  private final String before;
  private final String after;
  private final long features;
  private final CredentialsProvider credentials;
  private volatile Map.@Nullable Entry<Long, String> last;

  /**
   * Creates the step of one client.
   *
   * @param before the text of the header User-Agent before the features
   * @param after the text after the features, with a space before each part
   * @param features the features that all calls use; 0 if the user set the header, which then
   *     contains no features
   * @param credentials the provider of the client
   */
  public AttemptHeaders(
      String before, String after, long features, CredentialsProvider credentials) {
    this.before = before;
    this.after = after;
    this.features = features;
    this.credentials = credentials;
  }

  /**
   * Adds the headers of an attempt.
   *
   * @param usesAccountId whether the account id of the credentials becomes part of endpoints
   */
  HttpRequest into(Signed signed, CallState state, int number, boolean usesAccountId) {
    Call call = state.call();
    HttpRequest request = signed.request();
    String attempt = "attempt=" + number + "; max=" + call.maxAttempts();
    String ttl = state.ttl();
    Headers headers =
        request.headers().toBuilder()
            .add("User-Agent", userAgent(features(call.operation(), signed, usesAccountId)))
            .add("amz-sdk-invocation-id", state.invocationId())
            .add("amz-sdk-request", ttl == null ? attempt : "ttl=" + ttl + "; " + attempt)
            .build();
    return request.withHeaders(headers).withLimits(call.limits(request.limits()));
  }

  /** Describes the credentials that signed: asked again, a provider might return others. */
  private long features(OperationModel operation, Signed signed, boolean usesAccountId) {
    Headers headers = signed.request().headers();
    long used = Features.of(operation, headers);
    String authorization = headers.first("Authorization");
    if (authorization == null || !authorization.startsWith("AWS4-")) {
      return used;
    }
    Credentials signing = signed.credentials();
    Credentials keys = signing == null ? Signed.keys(credentials) : signing;
    return used | Features.of(keys.source(), usesAccountId && keys.accountId() != null);
  }

  private String userAgent(long more) {
    if (features == 0) {
      return before + after;
    }
    long all = features | more;
    Map.Entry<Long, String> known = last;
    if (known == null || known.getKey() != all) {
      known = Map.entry(all, before + " m/" + Features.ids(all) + after);
      last = known;
    }
    return known.getValue();
  }
}
