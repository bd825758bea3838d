package io.boto4j.internal.attempt;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;

/**
 * Step: adds the headers that describe the call and the attempt: User-Agent, amz-sdk-invocation-id
 * and amz-sdk-request.
 *
 * <p>They are outside the signature, as in botocore: whoever repeats a request for us may change
 * them.
 */
final class DescribeAttempt {
  private final UserAgentHeader userAgent;
  private final CredentialsProvider credentials;
  private final boolean usesAccountId;

  /**
   * Creates the step.
   *
   * @param usesAccountId whether the account id of the credentials becomes part of endpoints
   */
  DescribeAttempt(CallParts parts, boolean usesAccountId) {
    this.userAgent = parts.userAgent();
    this.credentials = parts.credentials();
    this.usesAccountId = usesAccountId;
  }

  HttpRequest of(CallState state, int number, Signed signed) {
    Call call = state.call();
    HttpRequest request = signed.request();
    String attempt = "attempt=" + number + "; max=" + call.maxAttempts();
    String ttl = state.ttl();
    Headers headers =
        request.headers().toBuilder()
            .add("User-Agent", userAgent(call.operation(), signed))
            .add("amz-sdk-invocation-id", state.invocationId())
            .add("amz-sdk-request", ttl == null ? attempt : "ttl=" + ttl + "; " + attempt)
            .build();
    return request.withHeaders(headers).withLimits(call.limits(request.limits()));
  }

  /** Describes the credentials that signed: asked again, a provider might return others. */
  private String userAgent(OperationModel operation, Signed signed) {
    Headers headers = signed.request().headers();
    long features = Features.of(operation, headers);
    String authorization = headers.first("Authorization");
    if (authorization != null && authorization.startsWith("AWS4-")) {
      Credentials signing = signed.credentials();
      Credentials keys = signing == null ? credentials.credentials() : signing;
      features |= Features.of(keys.source(), usesAccountId && keys.accountId() != null);
    }
    return userAgent.text(features);
  }
}
