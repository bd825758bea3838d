package io.boto4j.internal.call;

import io.boto4j.error.ParamValidationException;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.HostLabels;
import io.boto4j.model.OperationModel;
import java.util.List;
import java.util.Map;

/**
 * Step: finds where this call goes. The client's endpoint, with the operation's host prefix before
 * it ({@code data-}, {@code {AccountId}.}), whose labels come from the input.
 */
final class ResolveEndpoint {
  private final Endpoint endpoint;
  private final boolean injectHostPrefix;

  ResolveEndpoint(Endpoint endpoint, boolean injectHostPrefix) {
    this.endpoint = endpoint;
    this.injectHostPrefix = injectHostPrefix;
  }

  Endpoint of(OperationModel operation, Map<String, ?> input) {
    if (!injectHostPrefix
        || !(operation.traits().map("endpoint").get("hostPrefix") instanceof String prefix)) {
      return endpoint;
    }
    return endpoint.withHostPrefix(expand(prefix, input));
  }

  private static String expand(String prefix, Map<String, ?> input) {
    StringBuilder expanded = new StringBuilder();
    int done = 0;
    for (int open = prefix.indexOf('{'); open >= 0; open = prefix.indexOf('{', done)) {
      int close = prefix.indexOf('}', open);
      String name = prefix.substring(open + 1, close);
      String value = InputValues.text(input.get(name));
      if (value == null || !HostLabels.areLabels(value)) {
        throw new ParamValidationException(
            List.of(
                "Invalid value for parameter "
                    + name
                    + ": it becomes part of the host name, so it must be letters, digits, \".\" and"
                    + " \"-\""));
      }
      expanded.append(prefix, done, open).append(value);
      done = close + 1;
    }
    return expanded.append(prefix, done, prefix.length()).toString();
  }
}
