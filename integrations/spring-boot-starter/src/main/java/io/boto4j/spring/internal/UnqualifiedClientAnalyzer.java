package io.boto4j.spring.internal;

import io.boto4j.Client;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The report of a client that is injected without the name of its service. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnqualifiedClientAnalyzer
    extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {
  UnqualifiedClientAnalyzer() {}

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable failure, NoSuchBeanDefinitionException missing) {
    if (missing.getResolvableType() == null
        || missing.getResolvableType().resolve() != Client.class) {
      return null;
    }
    return new FailureAnalysis(
        "A client of boto4j cannot be injected, because its service is not known: "
            + failure.getMessage(),
        "Name the service with @AwsClient, such as @AwsClient(\"dynamodb\") Client dynamodb.",
        failure);
  }
}
