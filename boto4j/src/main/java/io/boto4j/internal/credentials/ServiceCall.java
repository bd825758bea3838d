package io.boto4j.internal.credentials;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.HttpRequest;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call that a provider of credentials makes.
 *
 * @param service the service by botocore's name, as {@code sts}
 * @param operation the operation, as {@code AssumeRole}
 * @param parameters its input; may hold secrets
 * @param region the region, or null for the session's
 * @param credentials what it is signed with, or null for no signature
 * @param beforeSend changes each request after it was signed, or null to leave it alone
 */
public record ServiceCall(
    String service,
    String operation,
    Map<String, ?> parameters,
    @Nullable String region,
    @Nullable CredentialsProvider credentials,
    @Nullable UnaryOperator<HttpRequest> beforeSend) {
  /** Service and operation alone: the parameters may be secrets. */
  @Override
  public String toString() {
    return "ServiceCall[" + service + " " + operation + "]";
  }
}
