package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpRequest;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call to AWS by a credentials provider.
 *
 * @param service botocore's name for the service, such as {@code sts}
 * @param operation the operation, such as {@code AssumeRole}
 * @param parameters the input, which may hold secrets
 * @param region the region, or null for the session's
 * @param credentials the credentials to sign with, or null for an unsigned call
 * @param beforeSend changes each request after it is signed, or null for no change
 */
public record ServiceCall(
    String service,
    String operation,
    Map<String, ?> parameters,
    @Nullable String region,
    @Nullable CredentialsProvider credentials,
    @Nullable UnaryOperator<HttpRequest> beforeSend) {
  /** Returns the service and the operation only, since the parameters may be secrets. */
  @Override
  public String toString() {
    return "ServiceCall[" + service + " " + operation + "]";
  }
}
