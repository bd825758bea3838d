package io.boto4j.reference.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.browser.Browser;
import io.boto4j.browser.BrowserExtension;
import io.boto4j.reference.Reference;
import io.boto4j.reference.ReferenceServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** axe-core finds nothing serious in any kind of page, light and dark. */
@ExtendWith(BrowserExtension.class)
final class AccessibilityTest {
  private static ReferenceServer server;

  @BeforeAll
  static void serve() throws IOException {
    server = Reference.builtIn().serve(0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "services/dynamodb/index.html",
        "services/s3/operations/PutObject.html",
        "services/lambda/operations/Invoke.html",
        "services/dynamodb/shapes/AttributeValue.html",
        "services/dynamodb/shapes/ConditionalCheckFailedException.html",
        "services/rds/index.html",
        "guides/index.html",
        "guides/performance.html",
        "nothing.html"
      })
  void page_lightAndDark_hasNoSeriousFault(String page, Browser browser) {
    for (String scheme : new String[] {"light", "dark"}) {
      browser.colorScheme(scheme);
      browser.open(server.uri().resolve(page));
      assertThat(browser.accessibilityFaults()).as(scheme).isEmpty();
    }
  }

  @Test
  void page_withEverythingUnfolded_hasNoSeriousFault(Browser browser) {
    browser.open(server.uri().resolve("services/dynamodb/operations/Query.html"));
    browser
        .driver()
        .executeScript(
            "document.querySelectorAll('details:not([data-src])').forEach(d => d.open = true);");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  @Test
  void search_withResults_hasNoSeriousFault(Browser browser) {
    browser.open(server.uri().resolve("index.html"));
    browser.driver().switchTo().activeElement().sendKeys("/");
    browser.until(
        "a focused field",
        () -> "INPUT".equals(browser.evaluate("document.activeElement.tagName")) ? true : null);
    browser.driver().switchTo().activeElement().sendKeys("table");
    browser.visible("[role=option]");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }
}
