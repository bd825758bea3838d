package io.boto4j.spring.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The report of a mistake in the configuration, instead of a stack trace. */
final class StartupAnalyzer extends AbstractFailureAnalyzer<StartupException> {
  StartupAnalyzer() {}

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, StartupException mistake) {
    return new FailureAnalysis(String.valueOf(mistake.getMessage()), mistake.action(), failure);
  }
}
