package io.boto4j.internal.call;

import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.attempt.Signed;
import io.boto4j.internal.endpoint.BuiltIns;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.model.OperationModel;
import io.boto4j.model.rules.EndpointRules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Step: resolves the endpoint of a call by the endpoint rules of the service. */
final class ResolveEndpoint {
  private static final @Nullable Object[] NOTHING = new Object[0];

  private final EndpointResolver resolver;
  private final @Nullable EndpointRules rules;
  private final CredentialsProvider credentials;
  private final @Nullable Customization customization;
  private final CustomizationClient client;
  private final ConcurrentHashMap<OperationModel, EndpointParameters> parameters =
      new ConcurrentHashMap<>(4);

  /** Whether calls of the client may have different endpoints. */
  private final boolean varies;

  /** The index of the parameter that takes the account id, or −1 if the rules have none. */
  private final int accountId;

  ResolveEndpoint(CallParts parts, CustomizationClient client) {
    this.resolver = parts.endpoints();
    this.rules = resolver.rules();
    this.credentials = parts.credentials();
    this.customization = parts.customization();
    this.client = client;
    this.accountId = resolver.wantsAccountId() ? find(rules, BuiltIns.ACCOUNT_ID) : -1;
    this.varies = varies(rules);
  }

  /** Whether the account id of the credentials becomes part of endpoints. */
  boolean usesAccountId() {
    return accountId >= 0;
  }

  /**
   * Returns the endpoint of a call. boto3 presigns for the client's own region, except where the
   * customization knows better.
   */
  ResolvedEndpoint of(OperationModel operation, Map<String, ?> input, Purpose purpose) {
    @Nullable Object[] values = values(operation, input);
    ResolvedEndpoint found =
        customization == null || rules == null || !customization.changesEndpointRules()
            ? resolver.resolve(values, purpose.trace())
            : CustomEndpoint.of(resolver, customization, operation, input, values, purpose);
    purpose.resolved(found);
    if (purpose.forUrl() && (customization == null || !customization.inputHasRegion(input))) {
      found = found.withoutSigningRegion();
    }
    if (customization == null) {
      return found;
    }
    found = customization.withIdentity(input, found);
    return purpose.sends() ? customization.endpoint(operation, input, found, client) : found;
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
      values[accountId] = Signed.keys(credentials).accountId();
    }
    return values;
  }

  /** Returns false for most services: their rules depend on the client's configuration alone. */
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
