package io.boto4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.browser.Browser;
import io.boto4j.browser.BrowserExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main paths through the pages, in a real browser. */
@ExtendWith(BrowserExtension.class)
final class BrowserTest {
  private static final String PASSWORD = "correct horse battery";

  @RegisterExtension static final RunningDashboard DASHBOARD = new RunningDashboard();

  private static void signUp(Browser browser, String email) {
    browser.open(DASHBOARD.page("/signup"));
    submit(browser, email, PASSWORD);
  }

  private static void logIn(Browser browser, String email, String password) {
    browser.open(DASHBOARD.page("/login"));
    submit(browser, email, password);
  }

  private static void logInAsAdmin(Browser browser) {
    logIn(browser, DASHBOARD.adminEmail(), DASHBOARD.adminPassword());
    browser.visible("nav");
  }

  private static void submit(Browser browser, String email, String password) {
    browser.visible("input[name=email]").sendKeys(email);
    browser.visible("input[name=password]").sendKeys(password);
    browser.visible("main button").click();
  }

  private static boolean hasStatus(Browser browser, String status) {
    return !browser.all("[data-status=" + status + "]").isEmpty();
  }

  private static void untilStatus(Browser browser, String status) {
    browser.until("the status " + status, () -> hasStatus(browser, status));
  }

  /** Lets the database end its change, for which PostgreSQL takes some time as well. */
  private static void settle(Browser browser, String status) {
    browser.until(
        "the status " + status,
        () -> {
          DASHBOARD.endChange();
          return hasStatus(browser, status);
        });
  }

  /** Makes sure that the database runs, whatever the test before has left. */
  private static void untilRunning(Browser browser) {
    browser.open(DASHBOARD.page("/admin"));
    if (hasStatus(browser, "stopped")) {
      browser.visible("[data-live-start]").click();
      untilStatus(browser, "starting");
    }
    settle(browser, "available");
  }

  @Test
  void visitor_signsUpLogsOutAndLogsIn_seesTheLedger(Browser browser) {
    signUp(browser, "Ada@Example.com");
    browser.untilText(".who", "ada@example.com");
    browser.untilText("nav", "Ledger");
    assertThat(browser.all("nav a")).hasSize(1);

    browser.visible(".who button").click();
    browser.untilText("h1", "Welcome back");
    browser.open(DASHBOARD.page("/"));
    browser.untilText("h1", "Welcome back");

    logIn(browser, "ada@example.com", PASSWORD);
    browser.untilText(".who", "ada@example.com");
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void user_opensTheAdminPage_isRefused(Browser browser) {
    signUp(browser, "grace@example.com");
    browser.visible("nav");

    browser.open(DASHBOARD.page("/admin"));

    browser.untilText("h1", "Forbidden");
    browser.untilText("main", "This page is for admins.");
  }

  @Test
  void admin_stopsAndStartsTheDatabase_seesTheProgress(Browser browser) {
    logInAsAdmin(browser);
    untilRunning(browser);

    browser.visible("[data-live-stop]").click();
    browser.untilText("[data-live-log]", "Stopping: RDS is at work: check 2");
    assertThat(browser.visible("progress").isDisplayed()).isTrue();
    settle(browser, "stopped");
    browser.untilText("[data-live-label]", "Stopped");
    browser.untilText(".history", "Stopped dashboard-db");

    browser.visible("[data-live-start]").click();
    browser.untilText("[data-live-log]", "Starting: RDS is at work: check 2");
    settle(browser, "available");
    browser.untilText("[data-live-label]", "Running");
    assertThat(browser.visible("[data-live-stop]").isEnabled()).isTrue();
    assertThat(browser.consoleErrors()).isEmpty();
  }

  @Test
  void database_stoppedByOneAdmin_isSeenInEveryBrowser(Browser browser) {
    logInAsAdmin(browser);
    untilRunning(browser);
    try (Browser other = browser.another()) {
      signUp(other, "other@example.com");
      other.untilText("h1", "Ledger");
      browser.visible("[data-live-stop]").click();
      untilStatus(browser, "stopping");
      settle(browser, "stopped");

      other.open(DASHBOARD.page("/"));
      other.untilText("h1", "The ledger is asleep");
      browser.visible("[data-live-start]").click();
      other.untilText("[data-live-label]", "Starting");
      settle(browser, "available");
      other.untilText("h2", "Balance");
    }
  }

  @Test
  void nightlyFunction_runNowAndSwitchedOff_isShown(Browser browser) {
    logInAsAdmin(browser);
    untilRunning(browser);

    browser.visible("form[action$='nightly/run'] button").click();
    browser.untilText("#last-run", "Stopping dashboard-db");
    settle(browser, "stopped");

    browser.visible("form[action$='nightly/disable'] button").click();
    browser.untilText("#nightly-state", "Off");
    browser.visible("form[action$='nightly/enable'] button").click();
    browser.untilText("#nightly-state", "On");
    browser.untilText(".history", "Switched the nightly function on");
  }

  @Test
  void admin_makesAUserAnAdmin_whoSeesTheOperations(Browser browser) {
    try (Browser other = browser.another()) {
      signUp(other, "barbara@example.com");
      other.visible("nav");
      logInAsAdmin(browser);
      browser.open(DASHBOARD.page("/admin/users"));
      browser.visible("button[aria-label='Make admin: barbara@example.com']").click();
      browser.visible("button[aria-label='Make user: barbara@example.com']");

      other.open(DASHBOARD.page("/admin"));
      other.untilText("h1", "Operations");

      browser.visible("button[aria-label='Make user: barbara@example.com']").click();
      browser.visible("button[aria-label='Make admin: barbara@example.com']");
    }
  }

  @Test
  void pages_inLightAndDark_areAccessible(Browser browser) {
    browser.open(DASHBOARD.page("/login"));
    isAccessible(browser);
    browser.open(DASHBOARD.page("/signup"));
    isAccessible(browser);
    logInAsAdmin(browser);
    untilRunning(browser);
    isAccessible(browser);
    browser.open(DASHBOARD.page("/admin/users"));
    isAccessible(browser);
    browser.open(DASHBOARD.page("/"));
    browser.untilText("h2", "Balance");
    isAccessible(browser);
    assertThat(browser.consoleErrors()).isEmpty();
  }

  private static void isAccessible(Browser browser) {
    browser.colorScheme("light");
    Object light = background(browser);
    assertThat(browser.accessibilityFaults()).isEmpty();
    browser.colorScheme("dark");
    assertThat(background(browser)).isNotEqualTo(light);
    assertThat(browser.accessibilityFaults()).isEmpty();
    browser.colorScheme("light");
  }

  private static Object background(Browser browser) {
    return String.valueOf(browser.evaluate("getComputedStyle(document.body).backgroundColor"));
  }

  @Test
  void pages_onAPhone_doNotScrollSideways(Browser browser) {
    logInAsAdmin(browser);
    untilRunning(browser);
    browser.size(360, 740);
    for (String path : new String[] {"/", "/admin", "/admin/users"}) {
      browser.open(DASHBOARD.page(path));
      browser.visible("h1");
      assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(path)
          .isEqualTo(true);
    }
  }
}
