package io.boto4j.examples;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.InvalidRegionException;
import io.boto4j.error.NoCredentialsException;
import io.boto4j.error.ProfileNotFoundException;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The quickstart: the back end of a dashboard on AWS inside this process, or its table of users on
 * a DynamoDB elsewhere.
 */
@Command(
    name = "quickstart",
    description = {
      "A tour of boto4j: users in DynamoDB, a PostgreSQL instance on RDS, a Lambda function, IAM.",
      "It runs on AWS inside this process; with an endpoint it calls that, for the users only."
    },
    sortOptions = false)
public final class Quickstart implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final String DEFAULT_REGION = "us-east-1";
  private static final String ANY_KEYS =
      "\nAn emulator accepts any: AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local";

  private final Supplier<Session.Builder> sessions;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      converter = EndpointUrl.class,
      description = "A DynamoDB that is already running, such as http://127.0.0.1:8000.")
  private @Nullable URI endpointUrl;

  @Option(
      names = "--region",
      paramLabel = "NAME",
      description = "The region; default: that of the environment or profile, or us-east-1.")
  private @Nullable String region;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "The profile whose credentials sign the calls; needs --endpoint-url.")
  private @Nullable String profile;

  @Option(names = "--keep", description = "Leave the table and its users in place.")
  private boolean keep;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // read by picocli because of usageHelp
  private boolean help;

  private Quickstart(Supplier<Session.Builder> sessions) {
    this.sessions = sessions;
  }

  /**
   * Runs the tour. The exit status is 0; it is 1 if the tour failed, and 2 if an argument is
   * invalid.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    int status = commandLine(Session::builder).execute(args);
    if (status != OK) {
      System.exit(status);
    }
  }

  static CommandLine commandLine(Supplier<Session.Builder> sessions) {
    CommandLine commandLine = new CommandLine(new Quickstart(sessions));
    commandLine.setParameterExceptionHandler(
        (e, args) -> say(e.getCommandLine(), MISUSED, e.getMessage()));
    commandLine.setExecutionExceptionHandler((e, command, parsed) -> explain(command, e));
    return commandLine;
  }

  @Override
  public Integer call() {
    CommandLine commandLine = commandLine();
    Narrator narrator = new Narrator(commandLine.getOut());
    if (endpointUrl != null) {
      narrator.title("boto4j quickstart: a table of users in DynamoDB");
      tour(narrator, remoteSession(), endpointUrl);
      return OK;
    }
    if (profile != null) {
      throw new ParameterException(
          commandLine,
          "--profile needs --endpoint-url: AWS inside this process gets made-up keys, never yours");
    }
    narrator.title("boto4j quickstart: the back end of a dashboard, on AWS inside this process");
    new Scenario(narrator, localRegion(commandLine), keep).run();
    end(narrator);
    return OK;
  }

  private void tour(Narrator narrator, Session session, URI url) {
    try (Client dynamodb =
            narrator.timed(
                "dynamodb = session.client(\"dynamodb\")",
                () -> session.client("dynamodb", c -> c.endpointUrl(url)));
        UsersTour tour = new UsersTour(dynamodb, narrator, keep)) {
      narrator.result(dynamodb.endpointUrl() + ", region " + dynamodb.region());
      tour.run();
    }
    end(narrator);
  }

  private static void end(Narrator narrator) {
    narrator.end(
        "That was all. To write your own program, begin with a copy of FindUserByEmail.java.");
  }

  /** Returns the region, which a client would refuse only after AWS has started. */
  private String localRegion(CommandLine commandLine) {
    if (region == null) {
      return DEFAULT_REGION;
    }
    if (!region.matches("[a-z0-9-]+")) {
      throw new ParameterException(
          commandLine, "'" + region + "' is not a region such as " + DEFAULT_REGION);
    }
    return region;
  }

  /** Returns the user's own session, configured by boto3's chain of environment and profile. */
  private Session remoteSession() {
    Session session = builder().build();
    return session.region() == null ? builder().region(DEFAULT_REGION).build() : session;
  }

  private Session.Builder builder() {
    Session.Builder builder = sessions.get();
    if (profile != null) {
      builder.profile(profile);
    }
    if (region != null) {
      builder.region(region);
    }
    return builder;
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("picocli creates and runs this class");
    }
    return spec.commandLine();
  }

  /** Reports an expected problem in one line; any other is rethrown, and shows its stack trace. */
  private static int explain(CommandLine commandLine, Exception e) throws Exception {
    if (e instanceof ProfileNotFoundException || e instanceof InvalidRegionException) {
      return say(commandLine, MISUSED, e.getMessage());
    }
    if (e instanceof NoCredentialsException) {
      return say(commandLine, FAILED, e.getMessage() + ANY_KEYS);
    }
    if (e instanceof Boto4jException || e instanceof QuickstartException) {
      return say(commandLine, FAILED, e.getMessage());
    }
    throw e;
  }

  private static int say(CommandLine commandLine, int status, @Nullable String problem) {
    commandLine.getOut().flush();
    commandLine.getErr().println("quickstart: " + problem);
    if (status == MISUSED) {
      commandLine.getErr().println("quickstart --help lists the options.");
    }
    commandLine.getErr().flush();
    return status;
  }

  private static final class EndpointUrl implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
      try {
        URI url = URI.create(text);
        if (url.getHost() != null
            && ("http".equalsIgnoreCase(url.getScheme())
                || "https".equalsIgnoreCase(url.getScheme()))) {
          return url;
        }
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "' is not a URL: " + e.getMessage());
      }
      throw new TypeConversionException(
          "'" + text + "' is not a URL such as http://127.0.0.1:8000");
    }
  }
}
