package io.boto4j.local.policy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whoever makes a request.
 *
 * @param kind how policies name such principals: {@code AWS}, {@code Service} or {@code Federated}
 * @param arn the ARN of a user, role session, federated user or account root, or the name of a
 *     service or provider
 * @param account the account, 12 digits
 * @param role the ARN of the role, for a role session
 * @param ids further names, such as the unique id of a user
 */
public record PolicyPrincipal(
    String kind, String arn, String account, @Nullable String role, Set<String> ids) {
  /**
   * Creates a principal of AWS.
   *
   * @param arn the ARN
   * @param account the account
   * @param role the ARN of the role, for a role session
   * @return the principal
   */
  public static PolicyPrincipal aws(String arn, String account, @Nullable String role) {
    return new PolicyPrincipal("AWS", arn, account, role, Set.of());
  }

  /**
   * Whether this is the root user of its account.
   *
   * @return whether the ARN is that of the account
   */
  public boolean isRoot() {
    return kind.equals("AWS") && arn.endsWith(":root");
  }
}
