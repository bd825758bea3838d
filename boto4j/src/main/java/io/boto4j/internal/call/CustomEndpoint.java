package io.boto4j.internal.call;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.endpoint.RuleTrace;
import io.boto4j.model.EndpointRules;
import io.boto4j.model.OperationModel;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The part of {@link ResolveEndpoint} for services that have a customization. */
final class CustomEndpoint {
  private CustomEndpoint() {}

  static ResolvedEndpoint of(
      EndpointResolver resolver,
      Customization customization,
      OperationModel operation,
      Map<String, ?> input,
      @Nullable Object[] values,
      @Nullable RuleTrace trace,
      boolean forUrl) {
    EndpointRules rules = Objects.requireNonNull(resolver.rules());
    for (int i = 0; i < values.length; i++) {
      String builtIn = rules.builtIn(i);
      if (builtIn != null && values[i] == null) {
        values[i] = customization.builtIn(builtIn, operation, input, forUrl);
      }
    }
    try {
      return resolver.resolve(values, trace);
    } catch (EndpointResolutionException e) {
      throw customization.ruleError(operation, input, e);
    }
  }
}
