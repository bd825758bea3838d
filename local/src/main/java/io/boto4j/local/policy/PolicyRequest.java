package io.boto4j.local.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request for a decision, and the policies that decide it.
 *
 * @param principal who asks
 * @param action the action, such as {@code s3:GetObject}
 * @param resource the ARN of the resource, or {@code *}
 * @param resourceAccount the account that owns the resource
 * @param context the context keys of the request with their values
 * @param identity the policies of the principal
 * @param boundary the permissions boundary, or null
 * @param session the session policies; null for a principal without them
 * @param resourcePolicy the policy of the resource, or null
 * @param resourceDecides whether the policy of the resource must allow the request or leave it to
 *     the account, as that of a KMS key must
 */
public record PolicyRequest(
    PolicyPrincipal principal,
    String action,
    String resource,
    String resourceAccount,
    Map<String, List<String>> context,
    List<PolicyDocument> identity,
    @Nullable PolicyDocument boundary,
    @Nullable List<PolicyDocument> session,
    @Nullable PolicyDocument resourcePolicy,
    boolean resourceDecides) {
  /** Writes the names of the context keys in lower case, because they are not case-sensitive. */
  public PolicyRequest {
    Map<String, List<String>> lower = new LinkedHashMap<>();
    context.forEach((key, values) -> lower.put(key.toLowerCase(Locale.ROOT), values));
    context = lower;
    identity = List.copyOf(identity);
  }
}
