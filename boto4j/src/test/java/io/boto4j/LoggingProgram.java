package io.boto4j;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.ResourceBundle;

/** A program that makes one call with a value of {@code BOTO4J_LOG}, and nothing of the tests. */
final class LoggingProgram {
  private LoggingProgram() {}

  public static void main(String[] arguments) {
    Session session =
        Session.builder()
            .environment(arguments.length == 0 ? Map.of() : Map.of("BOTO4J_LOG", arguments[0]))
            .region("eu-west-1")
            .credentials(Credentials.of("AKID", "CANARY"))
            .transport(
                request ->
                    HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(new byte[0])))
            .build();
    session.client("dynamodb").call("ListTables", Map.of("Limit", 7));
    System.out.println("called");
  }

  /** A logging library whose loggers stop at WARNING. */
  public static final class Library extends System.LoggerFinder {
    /** Called by the JDK. */
    public Library() {}

    @Override
    public System.Logger getLogger(String name, Module module) {
      return new Printing(name);
    }
  }

  private record Printing(String name) implements System.Logger {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isLoggable(Level level) {
      return level.getSeverity() >= Level.WARNING.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
      System.out.println("library " + level + " " + message);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... values) {
      System.out.println("library " + level + " " + format);
    }
  }
}
