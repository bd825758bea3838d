package io.boto4j.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class a {@link Browser}, without anything of the test before. Where no
 * browser is installed, the class is skipped, and one line is printed.
 *
 * <pre>{@code
 * @ExtendWith(BrowserExtension.class)
 * final class HomePageTest {
 *   @Test
 *   void search_isFocused_bySlash(Browser browser) { … }
 * }
 * }</pre>
 */
public final class BrowserExtension
    implements ExecutionCondition, BeforeEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
  private static final AtomicBoolean REPORTED = new AtomicBoolean();

  /** Creates the extension. */
  public BrowserExtension() {}

  /**
   * Starts a browser for a program that is not a test.
   *
   * @return the browser, which the caller closes
   * @throws IllegalStateException if no browser is installed
   */
  public static Browser start() {
    return Browser.start(installed());
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (chromium() != null) {
      return ConditionEvaluationResult.enabled("A browser is installed");
    }
    if (REPORTED.compareAndSet(false, true)) {
      System.err.println(Chromium.MISSING);
    }
    return ConditionEvaluationResult.disabled(Chromium.MISSING);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser(context).reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser(context);
  }

  /** Returns the browser of the whole run, which JUnit closes at its end. */
  private static Browser browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Browser.class, key -> Browser.start(installed()), Browser.class);
  }

  private static Chromium installed() {
    Chromium chromium = chromium();
    if (chromium == null) {
      throw new IllegalStateException(Chromium.MISSING);
    }
    return chromium;
  }

  private static @Nullable Chromium chromium() {
    String searchPath = System.getenv("PATH");
    return searchPath == null ? null : Chromium.find(searchPath);
  }
}
