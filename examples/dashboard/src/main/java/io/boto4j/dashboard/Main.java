package io.boto4j.dashboard;

import io.boto4j.dashboard.cloud.NotProvisionedException;
import io.boto4j.error.Boto4jException;
import io.javalin.util.JavalinBindException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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

  /** Long enough for people to watch a database start. */
  private static final Duration CHANGE = Duration.ofSeconds(2);

  @Mixin private final Settings settings = new Settings();

  @Spec private @Nullable CommandSpec spec;

  private Main() {}

  /**
   * Runs the dashboard. The exit status is 1 if it cannot start, and 2 if an argument is invalid.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    int status = commandLine().execute(args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setExecutionExceptionHandler(Main::explain);
    return commandLine;
  }

  @Override
  public Integer call() throws InterruptedException {
    Dashboard dashboard =
        settings.isAws()
            ? Dashboard.onAws(settings)
            : Dashboard.onLocal(settings, new LocalCloud(settings, CHANGE));
    CountDownLatch interrupted = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  dashboard.close();
                  interrupted.countDown();
                },
                "dashboard-close"));
    PrintWriter out = Objects.requireNonNull(spec, "spec").commandLine().getOut();
    out.println("The dashboard is at " + dashboard.url());
    Dashboard.DemoAdmin admin = dashboard.demoAdmin();
    if (admin != null) {
      out.println("Log in as " + admin.email().text() + " with " + admin.password());
    }
    out.println("Ctrl-C ends it.");
    out.flush();
    interrupted.await();
    return 0;
  }

  private static int explain(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed)
      throws Exception {
    if (e instanceof JavalinBindException) {
      commandLine.getErr().println("dashboard: the port is taken. --port 0 finds a free one.");
      return FAILED;
    }
    if (e instanceof Boto4jException || e instanceof NotProvisionedException) {
      commandLine.getErr().println("dashboard: " + e.getMessage());
      return FAILED;
    }
    throw e;
  }
}
