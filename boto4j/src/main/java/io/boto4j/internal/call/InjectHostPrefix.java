package io.boto4j.internal.call;

import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.model.OperationModel;
import java.util.List;
import java.util.Map;

/**
 * Part of {@link SerializeRequest}: puts the host prefix of the operation ({@code data-}, {@code
 * {AccountId}.}) before the host, even of a custom endpoint, as boto3 does. Its labels come from
 * the input.
 */
final class InjectHostPrefix {
  private static final String ACCOUNT_ID = "{AccountId}.";

  /** The trait of operations with a host prefix; other operations do not load this class. */
  static final String TRAIT = "endpoint";

  private InjectHostPrefix() {}

  static Endpoint into(Endpoint endpoint, OperationModel operation, Map<String, ?> input) {
    return operation.traits().map(TRAIT).get("hostPrefix") instanceof String prefix
            && !isInRules(prefix, operation)
        ? endpoint.withHostPrefix(expand(prefix, input))
        : endpoint;
  }

  /** Whether the endpoint rules put the account before the host themselves. */
  private static boolean isInRules(String prefix, OperationModel operation) {
    return prefix.equals(ACCOUNT_ID)
        && operation.traits().map("staticContextParams").containsKey("RequiresAccountId");
  }

  private static String expand(String prefix, Map<String, ?> input) {
    StringBuilder expanded = new StringBuilder();
    int done = 0;
    for (int open = prefix.indexOf('{'); open >= 0; open = prefix.indexOf('{', done)) {
      int close = prefix.indexOf('}', open);
      String name = prefix.substring(open + 1, close);
      String value = InputValues.text(input.get(name));
      if (value == null || !HostLabels.areLabels(value)) {
        throw Errors.paramValidation(
            List.of(
                "Invalid value for parameter(s): "
                    + name
                    + ". Must contain only alphanumeric characters, hyphen, or period."));
      }
      expanded.append(prefix, done, open).append(value);
      done = close + 1;
    }
    return expanded.append(prefix, done, prefix.length()).toString();
  }
}
