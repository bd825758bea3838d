package io.boto4j.browser;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * A browser without a window, which reaches 127.0.0.1 only. A test gets one as a parameter through
 * {@link BrowserExtension}; {@link #another} starts a second one, with cookies of its own.
 */
public final class Browser implements AutoCloseable {
  /** The longest wait for a condition, on a busy machine; a test that passes waits for less. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The time between two checks of a condition. */
  private static final Duration INTERVAL = Duration.ofMillis(20);

  /**
   * Held, so that its level is: it warns of the Chromium's version, which matters to parts unused
   * here.
   */
  private static final Logger VERSIONS =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private final Chromium chromium;
  private final ChromeDriver driver;

  private Browser(Chromium chromium, ChromeDriver driver) {
    this.chromium = chromium;
    this.driver = driver;
  }

  static Browser start(Chromium chromium) {
    VERSIONS.setLevel(Level.OFF);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toFile());
    options.addArguments(
        "--headless=new",
        "--window-size=1280,900",
        // Chromium refuses to run as root, as containers do, with its sandbox.
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        // Otherwise a check may see a colour halfway between two themes.
        "--force-prefers-reduced-motion",
        // A page that asks for anything beyond its own server fails to load it.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromium.driver().toFile())
            .usingAnyFreePort()
            .withSilent(true)
            .build();
    return new Browser(chromium, new ChromeDriver(service, options));
  }

  /**
   * Starts a second browser, which shares nothing with this one.
   *
   * @return the browser, which the caller closes
   */
  public Browser another() {
    return start(chromium);
  }

  /**
   * Returns the driver, for what this class does not offer.
   *
   * @return Selenium's driver
   */
  public ChromeDriver driver() {
    return driver;
  }

  /**
   * Opens a page, and returns when it is loaded.
   *
   * @param page the URL
   */
  public void open(URI page) {
    driver.get(page.toString());
  }

  /**
   * Waits for the first visible element that a selector matches.
   *
   * @param css the selector
   * @return the element
   * @throws org.openqa.selenium.TimeoutException if none appears within 30 seconds
   */
  public WebElement visible(String css) {
    return until(
        "a visible " + css,
        () -> {
          for (WebElement element : all(css)) {
            if (element.isDisplayed()) {
              return element;
            }
          }
          return null;
        });
  }

  /**
   * Waits until an element has a text.
   *
   * @param css the selector of the element
   * @param part the text, or a part of it
   */
  public void untilText(String css, String part) {
    until(
        "the text \"" + part + "\" in " + css,
        () -> {
          for (WebElement element : all(css)) {
            if (element.getText().contains(part)) {
              return true;
            }
          }
          return null;
        });
  }

  /**
   * Waits until a condition has a result.
   *
   * @param what the condition, for the message of the exception
   * @param condition returns null or false as long as it is not met
   * @param <T> the type of the result
   * @return the result
   * @throws org.openqa.selenium.TimeoutException after 30 seconds
   */
  public <T> T until(String what, Supplier<@Nullable T> condition) {
    return new FluentWait<>(driver)
        .withTimeout(PATIENCE)
        .pollingEvery(INTERVAL)
        .ignoring(StaleElementReferenceException.class)
        .withMessage(() -> "Waited for " + what + " in " + driver.getCurrentUrl())
        .until(ignored -> condition.get());
  }

  /**
   * Returns the elements that a selector matches now.
   *
   * @param css the selector
   * @return the elements
   */
  public List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /**
   * Evaluates an expression in the page.
   *
   * @param expression the JavaScript expression
   * @return its value: a string, a number, a Boolean, a list, a map, an element or null
   */
  public @Nullable Object evaluate(String expression) {
    return driver.executeScript("return (" + expression + ");");
  }

  /**
   * Sets the colour scheme that the user prefers.
   *
   * @param scheme {@code light} or {@code dark}
   */
  public void colorScheme(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /**
   * Sets the medium that the page is shown in.
   *
   * @param medium {@code screen} or {@code print}
   */
  public void medium(String medium) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium));
  }

  /**
   * Sets the size of the page.
   *
   * @param width the width in pixels of CSS
   * @param height the height in pixels of CSS
   */
  public void size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Lets pages read and write the clipboard. */
  public void allowClipboard() {
    driver.executeCdpCommand(
        "Browser.grantPermissions",
        Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
  }

  /**
   * Returns the faults that axe-core finds in the page as it is now, and considers serious or
   * critical: missing names, low contrast, wrong roles …
   *
   * @return a line per fault: the rule, its description and the first elements; empty if none
   */
  public List<String> accessibilityFaults() {
    return Axe.faults(driver);
  }

  /**
   * Returns the errors in the browser's console since the last call: exceptions of scripts,
   * resources that do not load, and violations of the content security policy.
   *
   * @return the messages
   */
  public List<String> consoleErrors() {
    List<String> errors = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        errors.add(entry.getMessage());
      }
    }
    return errors;
  }

  /** Forgets the cookies, the storage and the settings of the last test. */
  void reset() {
    Map<String, Object> storage = new HashMap<>();
    storage.put("origin", "*");
    storage.put("storageTypes", "all");
    driver.executeCdpCommand("Storage.clearDataForOrigin", storage);
    if (driver.getCurrentUrl().startsWith("http")) {
      driver.executeScript("localStorage.clear(); sessionStorage.clear();");
    }
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", "", "features", List.of()));
    driver.manage().window().setSize(new Dimension(1280, 900));
    driver.get("about:blank");
    consoleErrors();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
