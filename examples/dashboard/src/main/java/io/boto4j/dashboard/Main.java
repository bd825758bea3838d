package io.boto4j.dashboard;

import io.boto4j.error.Boto4jException;
import io.javalin.util.JavalinBindException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command that runs the dashboard until it is interrupted. */
@Command(
    name = "dashboard",
    description = {
      "A dashboard on boto4j: users, a ledger, and a database that sleeps at night.",
      "It runs on AWS inside this process; with --aws, it runs on AWS."
    },
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final int FAILED = 1;

  @Mixin private final Settings settings = new Settings();

  private final PrintWriter out;

  private Main(PrintWriter out) {
    this.out = out;
  }

  /**
   * Runs the dashboard. The exit status is 1 if it cannot start, and 2 if an argument is invalid.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    int status = commandLine(new PrintWriter(System.out, true)).execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static CommandLine commandLine(PrintWriter out) {
    CommandLine commandLine = new CommandLine(new Main(out));
    commandLine.setOut(out);
    commandLine.setExecutionExceptionHandler(Main::explain);
    return commandLine;
  }

  @Override
  public Integer call() throws InterruptedException {
    Dashboard dashboard =
        settings.isAws() ? Dashboard.onAws(settings) : Dashboard.onLocal(settings);
    CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  dashboard.close();
                  interrupted.countDown();
                },
                "dashboard-close"));
    out.println("The dashboard is at " + dashboard.url());
    if (dashboard.demoPassword() != null) {
      out.println("Log in as " + Dashboard.DEMO_ADMIN.text() + " with " + dashboard.demoPassword());
    }
    out.println("Ctrl-C ends it.");
    interrupted.await();
    return 0;
  }

  private static int explain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof JavalinBindException) {
      commandLine.getErr().println("dashboard: the port is taken. --port 0 finds a free one.");
      return FAILED;
    }
    if (e instanceof Boto4jException) {
      commandLine.getErr().println("dashboard: " + e.getMessage());
      return FAILED;
    }
    throw e;
  }
}
