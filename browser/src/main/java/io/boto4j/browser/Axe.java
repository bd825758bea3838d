package io.boto4j.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.chrome.ChromeDriver;

/** Runs axe-core, which checks a page against the Web Content Accessibility Guidelines. */
final class Axe {
  /** The script in Deque's artifact for Selenium. */
  private static final String SCRIPT = "/axe.min.js";

  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        result => done(result.violations
          .filter(v => v.impact === 'serious' || v.impact === 'critical')
          .map(v => v.id + ': ' + v.help + ': '
            + v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' (' + n.failureSummary + ')').join('; '))),
        error => done(['axe-core failed: ' + error]));
      """;

  private Axe() {}

  static List<String> faults(ChromeDriver driver) {
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    driver.executeScript(script());
    @Nullable Object found = driver.executeAsyncScript(RUN);
    List<String> faults = new ArrayList<>();
    if (found instanceof List<?> list) {
      for (Object fault : list) {
        faults.add(String.valueOf(fault));
      }
    }
    return faults;
  }

  private static String script() {
    try (InputStream in = Axe.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IllegalStateException("The class path does not have axe-core's " + SCRIPT);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
