package io.boto4j.internal.call;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.internal.endpoint.EndpointResolver;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;
import io.boto4j.model.rules.EndpointRules;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link ResolveEndpoint} for services with a customization. A class of its own,
 * because the JVM loads the exception it catches when it verifies the class.
 */
final class CustomEndpoint {
  private CustomEndpoint() {}

  static ResolvedEndpoint of(
      EndpointResolver resolver,
      Customization customization,
      OperationModel operation,
      Map<String, ?> input,
      @Nullable Object[] values,
      Purpose purpose) {
    EndpointRules rules = Objects.requireNonNull(resolver.rules());
    for (int i = 0; i < values.length; i++) {
      String builtIn = rules.builtIn(i);
      if (builtIn != null && values[i] == null) {
        values[i] = customization.builtIn(builtIn, operation, input, purpose.forUrl());
      }
    }
    try {
      return resolver.resolve(values, purpose.trace());
    } catch (EndpointResolutionException e) {
      RuntimeException known =
          customization.ruleError(operation, input, String.valueOf(e.getMessage()));
      throw known == null ? e : known;
    }
  }
}
