package io.boto4j.reference.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.browser.Browser;
import io.boto4j.browser.BrowserExtension;
import io.boto4j.reference.Reference;
import io.boto4j.reference.ReferenceServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** What a reader does with the pages, in a browser. */
@ExtendWith(BrowserExtension.class)
final class PagesInBrowserTest {
  private static final String PUT_ITEM = "services/dynamodb/operations/PutItem.html";
  private static final String RUN_INSTANCES = "services/ec2/operations/RunInstances.html";

  private static ReferenceServer server;

  @BeforeAll
  static void serve() throws IOException {
    server = Reference.builtIn().serve(0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void scripts_reportNoError(Browser browser) {
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void links_fromHomeToShapeAndBack_leadThere(Browser browser) {
    open(browser, "index.html");
    browser.visible("a[href='services/dynamodb/index.html']").click();
    untilPath(browser, "services/dynamodb/index.html");
    browser.visible("#operation-list a[href$='PutItem.html']").click();
    untilPath(browser, PUT_ITEM);
    browser.visible("li[id='request.Item'] .m-type a").click();
    untilPath(browser, "services/dynamodb/shapes/AttributeValue.html");
    browser.visible(".crumbs a[href$='index.html']:not([href*='../../../'])").click();
    untilPath(browser, "services/dynamodb/index.html");
  }

  @Test
  void search_misspelledOperation_leadsToItsPage(Browser browser) {
    open(browser, "guides/dynamodb.html");
    browser.driver().switchTo().activeElement().sendKeys("/");
    browser.until("a focused field", () -> activeTag(browser).equals("INPUT") ? true : null);
    browser.driver().switchTo().activeElement().sendKeys("put_itme");
    browser.until(
        "PutItem as the first result",
        () ->
            browser.all("[role=option]").stream()
                .limit(1)
                .filter(option -> option.getText().contains("PutItem"))
                .findFirst()
                .orElse(null));
    browser.driver().switchTo().activeElement().sendKeys("\n");
    untilPath(browser, PUT_ITEM);
  }

  @Test
  void filter_ofOperations_showsThoseWithTheWords(Browser browser) {
    open(browser, "services/ec2/index.html");
    browser.visible("input[data-filter]").sendKeys("security group ingress");
    browser.until(
        "two operations or more, all with the words",
        () -> {
          List<String> shown =
              browser.all("#operation-list li:not([hidden]) > a").stream()
                  .map(WebElement::getText)
                  .toList();
          return !shown.isEmpty() && shown.size() < 10 ? shown : null;
        });
    assertThat(browser.visible("#operation-list li:not([hidden]) > a").getText())
        .isEqualTo("AuthorizeSecurityGroupIngress");
  }

  @Test
  void copy_ofExample_putsItsSourceOnTheClipboard(Browser browser) {
    browser.allowClipboard();
    open(browser, PUT_ITEM);
    browser.visible(".examples button.copy").click();
    browser.untilText("[role=status]", "Copied");
    Object copied =
        browser
            .driver()
            .executeAsyncScript(
                "navigator.clipboard.readText().then(arguments[arguments.length - 1]);");
    assertThat(String.valueOf(copied))
        .startsWith("import io.boto4j.")
        .contains("dynamodb.call(\"PutItem\"")
        .doesNotContain("<span");
  }

  @Test
  void language_chosenOnce_isThatOfAllPages(Browser browser) {
    open(browser, PUT_ITEM);
    browser.visible(".tab[data-lang=boto3]").click();
    assertThat(browser.visible(".examples pre").getText()).contains("put_item(");
    open(browser, RUN_INSTANCES);
    assertThat(browser.visible(".examples pre").getText()).contains("run_instances(");
    assertThat(browser.visible(".tab[data-lang=boto3]").getAttribute("aria-selected"))
        .isEqualTo("true");
  }

  @Test
  void theme_chosenDark_staysAfterReload(Browser browser) {
    browser.colorScheme("light");
    open(browser, PUT_ITEM);
    String light = background(browser);
    browser.visible("#theme").click();
    browser.visible("#theme").click();
    assertThat(browser.visible("#theme").getAttribute("aria-label")).isEqualTo("Theme: dark");
    String dark = background(browser);
    assertThat(dark).isNotEqualTo(light);
    open(browser, "index.html");
    assertThat(background(browser)).isEqualTo(dark);
  }

  @Test
  void theme_ofSystem_isFollowed(Browser browser) {
    browser.colorScheme("light");
    open(browser, "index.html");
    String light = background(browser);
    browser.colorScheme("dark");
    assertThat(background(browser)).isNotEqualTo(light);
  }

  @Test
  void deepLink_toMemberInsideFoldedTree_opensAndShowsIt(Browser browser) {
    open(browser, PUT_ITEM + "#request.Item.*.S");
    browser.visible("li[id='request.Item.*.S'].found");
  }

  @Test
  void deepLink_toMemberOfAnotherPage_fetchesAndShowsIt(Browser browser) {
    String anchor = "request.LaunchTemplateData.NetworkInterfaces.*.Ipv6Addresses.*.Ipv6Address";
    open(browser, "services/ec2/operations/CreateLaunchTemplate.html#" + anchor);
    browser.visible("li[id='" + anchor + "'].found");
  }

  @Test
  void tree_deeperThanThePage_isFetchedWhenItIsOpened(Browser browser) {
    open(browser, RUN_INSTANCES);
    WebElement folded =
        browser.until("a folded tree", () -> browser.all("details[data-src]").get(0));
    String at = folded.getAttribute("data-at");
    browser.driver().executeScript("arguments[0].open = true;", folded);
    browser.until(
        "members of " + at, () -> browser.all("li[id^='" + at + ".']").isEmpty() ? null : true);
  }

  @Test
  void narrowScreen_anyPage_doesNotScrollSideways(Browser browser) {
    browser.size(360, 740);
    for (String page :
        List.of(
            "index.html",
            "services/dynamodb/index.html",
            "services/ec2/index.html",
            PUT_ITEM,
            RUN_INSTANCES,
            "services/dynamodb/shapes/AttributeValue.html",
            "guides/index.html",
            "guides/configuration.html",
            "guides/dynamodb.html",
            "nothing.html")) {
      open(browser, page);
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(page)
          .isEqualTo(true);
      browser.consoleErrors(); // the last page is not found
    }
  }

  @Test
  void print_ofOperation_hasNoNavigation(Browser browser) {
    open(browser, PUT_ITEM);
    browser.medium("print");
    for (String part : List.of("header.top", "nav.side", "aside.toc", ".examples-bar")) {
      assertThat(browser.all(part)).as(part).isNotEmpty().noneMatch(WebElement::isDisplayed);
    }
    assertThat(browser.visible("h1").getText()).startsWith("PutItem");
  }

  @Test
  void skipLink_isTheFirstThatTheKeyboardReaches(Browser browser) {
    open(browser, PUT_ITEM);
    browser.driver().switchTo().activeElement().sendKeys("\t");
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to content");
    browser.driver().switchTo().activeElement().sendKeys("\n");
    browser.until(
        "focus in the page",
        () -> "main".equals(browser.evaluate("document.activeElement.id")) ? true : null);
  }

  private static String background(Browser browser) {
    return String.valueOf(
        browser.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
  }

  private static String activeTag(Browser browser) {
    return String.valueOf(browser.evaluate("document.activeElement.tagName"));
  }

  private static void untilPath(Browser browser, String path) {
    browser.until(path, () -> browser.driver().getCurrentUrl().endsWith("/" + path) ? true : null);
  }

  private static void open(Browser browser, String path) {
    browser.open(server.uri().resolve(path));
  }
}
