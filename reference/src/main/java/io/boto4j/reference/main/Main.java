package io.boto4j.reference.main;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelLoader;
import io.boto4j.reference.Reference;
import io.boto4j.reference.ReferenceServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program of the runnable jar: the reference on a port of this machine, or in a folder. */
@Command(
    name = "boto4j-reference",
    description = "The reference of every AWS service, on a port of this machine or in a folder.",
    subcommands = ExportCommand.class,
    sortOptions = false)
public final class Main implements Callable<Integer> {
  /** Read by the JDK when its server is first used; its default is false. */
  private static final String NO_DELAY = "sun.net.httpserver.nodelay";

  static final int OK = 0;
  static final int FAILED = 1;
  static final int MISUSED = 2;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8427",
      description = "The port; 0 for any that is free; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--models",
      scope = CommandLine.ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "A folder with models of your own, which come first; may be repeated.")
  private List<Path> models = new ArrayList<>();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli because of usageHelp
  private boolean help;

  private Main() {}

  /**
   * Serves until the process is ended, or exports. The exit status is 1 if it fails, and 2 if an
   * argument is invalid.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** Creates the command line with its messages for errors. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setParameterExceptionHandler(
        (e, all) -> {
          CommandLine failed = e.getCommandLine();
          failed.getErr().println("boto4j-reference: " + e.getMessage());
          failed.getErr().println("boto4j-reference --help lists the options.");
          return MISUSED;
        });
    commandLine.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          if (e instanceof IOException
              || e instanceof UncheckedIOException
              || e instanceof ModelException
              || e instanceof IllegalStateException) {
            failed.getErr().println("boto4j-reference: " + e.getMessage());
            return FAILED;
          }
          throw e;
        });
    return commandLine;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65535) {
      throw new CommandLine.ParameterException(
          spec().commandLine(), "--port must be between 0 and 65535, but is " + port);
    }
    // Otherwise the JDK's server sends each response 40 ms late, once its headers are acknowledged.
    if (System.getProperty(NO_DELAY) == null) {
      System.setProperty(NO_DELAY, "true");
    }
    try (ReferenceServer server = reference().serve(port)) {
      PrintWriter out = spec().commandLine().getOut();
      out.println("The reference is at " + server.uri());
      out.println("End it with Ctrl-C.");
      out.flush();
      new CountDownLatch(1).await();
    } catch (BindException e) {
      throw new IOException(
          "Port "
              + port
              + " cannot be used ("
              + e.getMessage()
              + "). Choose another with --port"
              + " N; --port 0 takes any that is free",
          e);
    }
    return OK;
  }

  /** Creates the reference that the options describe. */
  Reference reference() {
    for (Path folder : models) {
      if (!Files.isDirectory(folder)) {
        throw new CommandLine.ParameterException(
            spec().commandLine(), "--models " + folder + " is not a folder");
      }
    }
    return models.isEmpty() ? Reference.builtIn() : Reference.of(ModelLoader.of(models));
  }

  private CommandSpec spec() {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException("picocli creates and runs this class");
    }
    return known;
  }
}
