package io.boto4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BrowserExtension.class)
final class BrowserTest {
  private HttpServer server;
  private String html = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = html.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void accessibilityFaults_ofGoodPage_areNone(Browser browser) {
    show(browser, "<!doctype html><html lang=en><title>A</title><main><h1>A</h1></main>");
    assertThat(browser.accessibilityFaults()).isEmpty();
  }

  @Test
  void accessibilityFaults_ofUnnamedImageAndPaleText_areTwo(Browser browser) {
    show(
        browser,
        "<!doctype html><html lang=en><title>A</title><main><h1>A</h1><img src='/'>"
            + "<p style='color:#ccc;background:#fff'>pale</p></main>");
    assertThat(browser.accessibilityFaults())
        .anyMatch(fault -> fault.startsWith("image-alt"))
        .anyMatch(fault -> fault.startsWith("color-contrast"))
        .hasSize(2);
  }

  @Test
  void consoleErrors_afterRequestToAnotherHost_haveIt(Browser browser) {
    show(browser, "<!doctype html><title>A</title><script src='http://example.com/a.js'></script>");
    assertThat(browser.consoleErrors()).anyMatch(error -> error.contains("example.com"));
  }

  @Test
  void reset_afterTest_forgetsStorageAndCookies(Browser browser) {
    show(browser, "<!doctype html><title>A</title>");
    browser.driver().executeScript("localStorage.setItem('a', '1'); document.cookie = 'b=2';");
    browser.reset();
    show(browser, "<!doctype html><title>A</title>");
    assertThat(browser.evaluate("localStorage.getItem('a')")).isNull();
    assertThat(browser.evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void another_sharesNothing(Browser browser) {
    show(browser, "<!doctype html><title>A</title>");
    browser.driver().executeScript("document.cookie = 'b=2';");
    try (Browser second = browser.another()) {
      show(second, "<!doctype html><title>A</title>");
      assertThat(second.evaluate("document.cookie")).isEqualTo("");
    }
  }

  @Test
  void colorScheme_dark_isThatOfPage(Browser browser) {
    show(browser, "<!doctype html><title>A</title>");
    browser.colorScheme("dark");
    assertThat(browser.evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
        .isEqualTo(true);
  }

  @Test
  void motion_isReduced_inEveryColorScheme(Browser browser) {
    show(browser, "<!doctype html><title>A</title>");
    browser.colorScheme("dark");
    assertThat(browser.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches"))
        .isEqualTo(true);
  }

  private void show(Browser browser, String page) {
    html = page;
    browser.open(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }
}
