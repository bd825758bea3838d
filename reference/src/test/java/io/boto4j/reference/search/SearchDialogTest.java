package io.boto4j.reference.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.browser.Browser;
import io.boto4j.browser.BrowserExtension;
import io.boto4j.model.ModelLoader;
import io.boto4j.reference.Reference;
import io.boto4j.reference.ReferenceServer;
import io.boto4j.reference.search.GuideHeadings.Heading;
import io.boto4j.reference.site.Page;
import io.boto4j.reference.site.PageSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The dialog of the search, over the index of a made-up service and of the built-in ones. */
@ExtendWith(BrowserExtension.class)
final class SearchDialogTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&";
  private static final String MODEL =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "2020-01-01", "endpointPrefix": "zoo", "protocol": "json",
         "serviceFullName": "Zoo <b>Service</b>", "serviceId": "Zoo"},
       "operations": {
         "FeedAnimal": {"name": "FeedAnimal", "input": {"shape": "FeedRequest"}}},
       "shapes": {
         "FeedRequest": {"type": "structure", "members": {
           "AnimalName": {"shape": "Text"},
           "%s": {"shape": "Text"}}},
         "Text": {"type": "string", "enum": ["giraffe", "<script>alert(2)</script>"]}}}
      """
          .formatted(HOSTILE.replace("\"", "\\\""));

  @TempDir private static Path folder;

  private static SearchServer server;
  private static SearchServer builtIn;

  @BeforeAll
  static void start() throws IOException {
    Path version = Files.createDirectories(folder.resolve("zoo/2020-01-01"));
    Files.writeString(version.resolve("service-2.json"), MODEL, StandardCharsets.UTF_8);
    ModelLoader loader = ModelLoader.of(List.of(folder), new ClassLoader(null) {});
    List<Heading> headings =
        List.of(new Heading("Feeding <animals>", "Zoo guide", "guides/zoo.html#feeding"));
    server = new SearchServer(SearchFiles.of(loader, () -> headings));
    builtIn = new SearchServer(SearchFiles.builtIn(List::of));
  }

  @AfterAll
  static void stop() {
    server.close();
    builtIn.close();
  }

  @Test
  void slash_opensTheSearch_andEscapeReturnsToThePage(Browser browser) {
    browser.open(server.page());
    WebElement button = browser.visible(".search-button");
    button.click();
    browser.visible(".search-input");
    press(browser, Keys.ESCAPE);
    browser.until("closed", () -> browser.all(".search-dialog[open]").isEmpty());
    assertThat(browser.evaluate("document.activeElement.className")).isEqualTo("search-button");
    press(browser, "/");
    assertThat(browser.visible(".search-input").getDomProperty("value")).isEmpty();
    assertThat(browser.evaluate("document.activeElement.id")).isEqualTo("search-input");
  }

  @Test
  void controlK_opensTheSearch_evenInAField(Browser browser) {
    browser.open(server.page());
    browser.visible(".search-button");
    WebElement other = browser.visible("#other");
    other.sendKeys("a/b");
    assertThat(browser.all(".search-dialog[open]")).isEmpty();
    other.sendKeys(Keys.chord(Keys.CONTROL, "k"));
    browser.visible(".search-input");
  }

  @Test
  void arrows_moveInTheList_andEnterOpensTheResult(Browser browser) {
    type(browser, server, "animal");
    browser.visible(".search-option");
    assertThat(active(browser)).startsWith("FeedAnimal");
    press(browser, Keys.ARROW_DOWN);
    assertThat(active(browser)).startsWith("AnimalName");
    press(browser, Keys.ARROW_UP);
    press(browser, Keys.ARROW_UP);
    assertThat(active(browser)).isEqualTo(last(browser));
    press(browser, Keys.ARROW_DOWN);
    press(browser, Keys.ENTER);
    browser.until(
        "the page",
        () -> url(browser).equals(server.root() + "services/zoo/operations/FeedAnimal.html"));
  }

  @Test
  void enter_rightAfterTyping_opensTheFirstResult(Browser browser) {
    type(browser, builtIn, "");
    browser.visible(".search-input").sendKeys("put_item" + Keys.ENTER);
    browser.until(
        "the page",
        () -> url(browser).equals(builtIn.root() + "services/dynamodb/operations/PutItem.html"));
  }

  @Test
  void member_isLinkedToItsAnchor_byMouseToo(Browser browser) {
    type(browser, builtIn, "dynamodb query limit");
    browser.untilText(".search-option", "in the request of Query");
    new Actions(browser.driver())
        .moveToElement(browser.visible(".search-option"))
        .click()
        .perform();
    browser.until("the page", () -> url(browser).endsWith("Query.html#request.Limit"));
  }

  @Test
  void combobox_hasRolesAndStates(Browser browser) {
    type(browser, server, "feed");
    browser.visible(".search-option");
    WebElement input = browser.visible(".search-input");
    assertThat(input.getDomAttribute("role")).isEqualTo("combobox");
    assertThat(input.getDomAttribute("aria-expanded")).isEqualTo("true");
    assertThat(input.getDomAttribute("aria-controls")).isEqualTo("search-list");
    assertThat(browser.evaluate("document.getElementById('search-list').role"))
        .isEqualTo("listbox");
    assertThat(active(browser)).startsWith("FeedAnimal");
    assertThat(browser.all(".search-option[aria-selected=true]")).hasSize(1);
    int count = browser.all(".search-option").size();
    assertThat(browser.evaluate("document.querySelector('.search-status').textContent"))
        .isEqualTo(count + " results");
    assertThat(browser.accessibilityFaults()).isEmpty();
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void dialog_inDarkAndNarrow_isAccessible(Browser browser) {
    browser.colorScheme("dark");
    browser.size(390, 800);
    type(browser, builtIn, "put object");
    browser.visible(".search-option mark");
    assertThat(browser.accessibilityFaults()).isEmpty();
    assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  @Test
  void matchedParts_areMarked(Browser browser) {
    type(browser, builtIn, "putob");
    browser.untilText(".search-option", "PutObject");
    assertThat(browser.visible(".search-option .search-title").getText()).isEqualTo("PutObject");
    assertThat(
            browser.evaluate(
                "[...document.querySelector('.search-title').children].map(e => e.localName + e.textContent).join()"))
        .isEqualTo("markPut,markOb");
  }

  @Test
  void hostileNames_areText(Browser browser) {
    for (String query : List.of("onerror", "zoo", "script alert", "feeding animals")) {
      type(browser, server, query);
      browser.visible(".search-option");
      assertThat(
              browser.evaluate(
                  "document.querySelectorAll('.search-list :is(img, script, b, animals)').length"))
          .isEqualTo(0L);
      assertThat(browser.consoleErrors()).isEmpty();
    }
    type(browser, server, "onerror");
    browser.untilText(".search-title", HOSTILE);
  }

  @Test
  void guides_areFound(Browser browser) {
    type(browser, server, "feeding");
    browser.untilText(".search-option", "Feeding <animals>");
    assertThat(browser.visible(".search-option").getDomProperty("href"))
        .isEqualTo(server.root() + "guides/zoo.html#feeding");
  }

  @Test
  void query_withoutResults_isReported(Browser browser) {
    type(browser, server, "qqqqqq");
    browser.untilText(".search-message", "No results for “qqqqqq”");
    assertThat(browser.visible(".search-input").getDomAttribute("aria-expanded"))
        .isEqualTo("false");
  }

  @Test
  void index_thatCannotBeLoaded_isReported(Browser browser) throws IOException {
    PageSource files = SearchFiles.builtIn(List::of);
    PageSource withoutIndex =
        new PageSource() {
          @Override
          public Stream<String> paths() {
            return Stream.of();
          }

          @Override
          public Optional<Page> page(String path) {
            return path.startsWith("search/") ? Optional.empty() : files.page(path);
          }
        };
    try (SearchServer broken = new SearchServer(withoutIndex)) {
      type(browser, broken, "s3");
      browser.untilText(".search-message", "The search index cannot be loaded");
    }
  }

  @Test
  void page_loadsLessThan200Kilobytes_beforeTheFirstResult(Browser browser) throws IOException {
    try (ReferenceServer site = Reference.builtIn().serve(0)) {
      for (String query : List.of("s3", "putitem", "descirbe instances", "ec2 instance type")) {
        browser.open(site.uri().resolve("services/sqs/operations/SendMessage.html"));
        browser.visible(".search-button").click();
        browser
            .driver()
            .executeScript(
                "const i = document.querySelector('.search-input'); i.value = arguments[0];"
                    + "i.dispatchEvent(new Event('input'));",
                query);
        browser.visible(".search-option");
        Object bytes =
            browser.evaluate(
                "performance.getEntriesByType('resource')"
                    + ".filter(e => /search[.]js|[/]search[/]/.test(e.name))"
                    + ".reduce((sum, e) => sum + e.decodedBodySize, 0)");
        assertThat(((Number) bytes).longValue()).as(query).isBetween(50_000L, 200 * 1024L);
      }
    }
  }

  private static void type(Browser browser, SearchServer at, String query) {
    browser.open(at.page());
    browser.visible(".search-button").click();
    browser.visible(".search-input").sendKeys(query);
  }

  private static void press(Browser browser, CharSequence key) {
    new Actions(browser.driver()).sendKeys(key).perform();
  }

  private static String active(Browser browser) {
    return String.valueOf(
        browser.evaluate(
            "document.getElementById(document.querySelector('.search-input')"
                + ".getAttribute('aria-activedescendant')).innerText"));
  }

  private static String last(Browser browser) {
    return String.valueOf(
        browser.evaluate("[...document.querySelectorAll('.search-option')].at(-1).innerText"));
  }

  private static String url(Browser browser) {
    return browser.driver().getCurrentUrl();
  }
}
