package io.boto4j.local.main;

import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** The program of the runnable jar: AWS on a port. */
@Command(
    name = "boto4j-local",
    description = "AWS on a port of this machine, for tests and first steps.",
    sortOptions = false)
public final class Main implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "4566",
      description = "The port; 0 for any that is free; default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on; 0.0.0.0 lets other machines in, without asking who they are;"
              + " default: ${DEFAULT-VALUE}.")
  private String host = "";

  @Option(names = "--tls", description = "Listen for https, with a certificate made at the start.")
  private boolean tls;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep all state in this folder; otherwise it ends with the process.")
  private @Nullable Path data;

  @Option(
      names = "--services",
      paramLabel = "NAME",
      split = ",",
      description = "Emulate these services only, such as dynamodb,sqs; default: all there are.")
  private List<String> services = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "PATH",
      description = "A JSON file of calls to make at the start, or a folder of them.")
  private @Nullable Path seed;

  @Option(names = "--enforce-iam", description = "Refuse what no policy of IAM allows.")
  private boolean enforceIam;

  @Option(
      names = "--state-delay",
      paramLabel = "MS",
      description =
          "How many milliseconds databases and instances take to change their state; default: a"
              + " second for databases, none for instances.")
  private @Nullable Long stateDelay;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli because of usageHelp
  private boolean help;

  private Main() {}

  /**
   * Listens until the process is ended. The exit status is 1 if AWS does not start, and 2 if an
   * argument is invalid.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setParameterExceptionHandler(
        (e, all) -> {
          CommandLine failed = e.getCommandLine();
          failed.getErr().println("boto4j-local: " + e.getMessage());
          failed.getErr().println("boto4j-local --help lists the options.");
          return MISUSED;
        });
    commandLine.setExecutionExceptionHandler(
        (e, failed, parsed) -> {
          if (e instanceof UncheckedIOException
              || e instanceof IllegalStateException
              || e instanceof IllegalArgumentException) {
            failed.getErr().println("boto4j-local: " + e.getMessage());
            return FAILED;
          }
          throw e;
        });
    System.exit(commandLine.execute(args));
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    LocalAws.Builder builder =
        LocalAws.builder()
            .host(host)
            .port(port)
            .tls(tls)
            .services(services.toArray(String[]::new))
            .enforceIam(enforceIam);
    if (data != null) {
      builder.data(data);
    }
    if (seed != null) {
      builder.seed(seed);
    }
    if (stateDelay != null) {
      builder.stateDelay(Duration.ofMillis(stateDelay));
    }
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (LocalAws aws = builder.start()) {
      URI url = aws.endpoint();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed)));
      announce(url, written(aws.certificate()));
      ended.await();
    } finally {
      closed.countDown();
    }
    return OK;
  }

  /** Writes the certificate to the data, or to a temporary file, and returns the file. */
  private @Nullable Path written(@Nullable String certificate) throws IOException {
    if (certificate == null) {
      return null;
    }
    Path file =
        data == null
            ? Files.createTempFile("boto4j-local", ".pem")
            : data.resolve("certificate.pem");
    if (data == null) {
      file.toFile().deleteOnExit();
    }
    return Files.writeString(file, certificate).toAbsolutePath();
  }

  /** Has the program close AWS before the process ends. */
  private static void end(CountDownLatch ended, CountDownLatch closed) {
    ended.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void announce(URI url, @Nullable Path certificate) {
    if (spec == null) {
      throw new IllegalStateException("picocli creates and runs this class");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("boto4j-local listens on " + url + ". For boto3, boto4j, the AWS CLI and SDKs:");
    out.println();
    out.println("export AWS_ENDPOINT_URL=" + url);
    out.println("export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local");
    out.println("export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1");
    if (certificate != null) {
      out.println("export AWS_CA_BUNDLE=" + certificate);
    }
    out.println();
    out.println(
        "In the AWS SDK for Java: .endpointOverride(URI.create(\""
            + url
            + "\")), and for S3 .forcePathStyle(true)");
    out.println(data == null ? "The state is in memory." : "The state is in " + data + ".");
    out.println("End it with Ctrl-C.");
    out.flush();
  }
}
