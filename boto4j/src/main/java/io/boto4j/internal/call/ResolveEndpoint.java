package io.boto4j.internal.call;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.endpoint.RuleTrace;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.model.EndpointRules;
import io.boto4j.model.OperationModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Step: finds where the call goes, by the service's endpoint rules and what the call sets. */
final class ResolveEndpoint {
  private static final @Nullable Object[] NOTHING = new Object[0];

  private final EndpointResolver resolver;
  private final @Nullable EndpointRules rules;
  private final CredentialsProvider credentials;
  private final @Nullable Customization customization;
  private final ConcurrentHashMap<OperationModel, EndpointParameters> parameters =
      new ConcurrentHashMap<>(4);

  /** Whether calls may go to different places. */
  private final boolean varies;

  /** The parameter that is the account's id if rules want it; else −1. */
  private final int accountId;

  ResolveEndpoint(CallParts parts) {
    this.resolver = parts.endpoints();
    this.rules = resolver.rules();
    this.credentials = parts.credentials();
    this.customization = parts.customization();
    this.accountId = resolver.wantsAccountId() ? find(rules, BuiltIns.ACCOUNT_ID) : -1;
    this.varies = varies(rules);
  }

  /** Whether the account of the credentials goes into endpoints. */
  boolean tellsAccountId() {
    return accountId >= 0;
  }

  ResolvedEndpoint of(OperationModel operation, Map<String, ?> input) {
    return of(operation, input, null, /* forUrl= */ false);
  }

  /**
   * The same.
   *
   * @param trace what keeps what the rules are asked, for which they are asked anew; or null
   * @param forUrl whether the call is presigned
   */
  ResolvedEndpoint of(
      OperationModel operation, Map<String, ?> input, @Nullable RuleTrace trace, boolean forUrl) {
    @Nullable Object[] values = values(operation, input);
    ResolvedEndpoint found =
        customization == null || rules == null
            ? resolver.resolve(values, trace)
            : CustomEndpoint.of(resolver, customization, operation, input, values, trace, forUrl);
    return forBucket(found, input);
  }

  /** Only S3's directory buckets have a backend of their own. */
  private static ResolvedEndpoint forBucket(ResolvedEndpoint found, Map<String, ?> input) {
    return found.backend() == null ? found : found.forBucket(InputValues.text(input.get("Bucket")));
  }

  private @Nullable Object[] values(OperationModel operation, Map<String, ?> input) {
    EndpointRules used = rules;
    if (used == null || !varies) {
      return NOTHING;
    }
    EndpointParameters known = parameters.get(operation);
    if (known == null) {
      known = EndpointParameters.of(used, operation);
      parameters.put(operation, known);
    }
    @Nullable Object[] values = known.of(input);
    if (accountId >= 0 && !"none".equals(operation.traits().text("authtype"))) {
      values[accountId] = credentials.credentials().accountId();
    }
    return values;
  }

  /** Not for most services, whose rules look at nothing but the client's configuration. */
  private static boolean varies(@Nullable EndpointRules rules) {
    for (int i = 0; rules != null && i < rules.parameterCount(); i++) {
      if (rules.isUsed(i)
          && (rules.builtIn(i) == null || BuiltIns.ACCOUNT_ID.equals(rules.builtIn(i)))) {
        return true;
      }
    }
    return false;
  }

  private static int find(@Nullable EndpointRules rules, String builtIn) {
    for (int i = 0; rules != null && i < rules.parameterCount(); i++) {
      if (rules.isUsed(i) && builtIn.equals(rules.builtIn(i))) {
        return i;
      }
    }
    return -1;
  }
}
