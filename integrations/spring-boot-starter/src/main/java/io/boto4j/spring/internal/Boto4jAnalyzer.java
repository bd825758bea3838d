package io.boto4j.spring.internal;

import io.boto4j.error.Boto4jException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The report of an error of boto4j that has a general remedy, instead of a stack trace. */
final class Boto4jAnalyzer extends AbstractFailureAnalyzer<Boto4jException> {
  Boto4jAnalyzer() {}

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, Boto4jException error) {
    String action = Actions.of(error);
    return action == null
        ? null
        : new FailureAnalysis(bean(failure) + error.getMessage(), action, failure);
  }

  /** Names the bean that failed, or rather the outermost one, which the application declares. */
  private static String bean(Throwable failure) {
    return failure instanceof BeanCreationException creation && creation.getBeanName() != null
        ? "The bean '" + creation.getBeanName() + "' could not be created: "
        : "";
  }
}
