package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.local.EngineDoor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java functions that were uploaded. */
final class JavaFunctionsTest {
  /** The parts of aws-lambda-java-core that the functions here use; archives often have them. */
  private static final Map<String, String> INTERFACES =
      Map.of(
          "com.amazonaws.services.lambda.runtime.RequestHandler",
          "package com.amazonaws.services.lambda.runtime;\n"
              + "public interface RequestHandler<I, O> { O handleRequest(I input, Context c); }",
          "com.amazonaws.services.lambda.runtime.RequestStreamHandler",
          "package com.amazonaws.services.lambda.runtime;\n"
              + "import java.io.*;\n"
              + "public interface RequestStreamHandler {\n"
              + "  void handleRequest(InputStream in, OutputStream out, Context c)"
              + " throws IOException;\n"
              + "}",
          "com.amazonaws.services.lambda.runtime.Context",
          """
          package com.amazonaws.services.lambda.runtime;
          public interface Context {
            String getAwsRequestId(); String getFunctionName();
            int getRemainingTimeInMillis(); int getMemoryLimitInMB();
            LambdaLogger getLogger();
          }\
          """,
          "com.amazonaws.services.lambda.runtime.LambdaLogger",
          "package com.amazonaws.services.lambda.runtime;\n"
              + "public interface LambdaLogger { void log(String message); }");

  @TempDir private Path folder;

  private final EngineDoor door =
      new EngineDoor(new LambdaFactory(Map.of(), () -> "http://127.0.0.1:1"));
  private final Client lambda = door.client("lambda");

  @AfterEach
  void close() {
    door.close();
  }

  private void create(String handler, String name, String source) {
    Compiled.of(folder, INTERFACES);
    lambda.call(
        "CreateFunction",
        Map.of(
            "FunctionName",
            "f",
            "Runtime",
            "java21",
            "Role",
            "arn:aws:iam::123456789012:role/r",
            "Handler",
            handler,
            "Timeout",
            2,
            "Code",
            Map.of("ZipFile", Compiled.of(folder, Map.of(name, source)))));
  }

  private Response invoke(Object event) {
    return lambda.call(
        "Invoke",
        Map.of(
            "FunctionName",
            "f",
            "LogType",
            "Tail",
            "Payload",
            Json.write(event).getBytes(StandardCharsets.UTF_8)));
  }

  private static String payload(Response response) {
    return Objects.requireNonNull(response.body("Payload")).text();
  }

  @Test
  void plainMethod_convertsRecordsAndBeans() {
    create(
        "example.Handler::handle",
        "example.Handler",
        """
        package example;
        public class Handler {
          public record Order(String id, java.util.List<Line> lines) {}
          public static class Line {
            private int count;
            public int getCount() { return count; }
            public void setCount(int count) { this.count = count; }
          }
          public Line handle(Order order) {
            if (order.lines().isEmpty()) throw new IllegalStateException("empty");
            Line sum = new Line();
            for (Line line : order.lines()) sum.setCount(sum.getCount() + line.count);
            return sum;
          }
        }
        """);
    Map<String, Object> line = Map.of("Count", 2);
    assertThat(payload(invoke(Map.of("id", "1", "lines", List.of(line, line)))))
        .isEqualTo("{\"count\":4}");
    Structure error =
        Json.read(payload(invoke(Map.of("id", "1", "lines", List.of()))), Structure.class);
    assertThat(error.text("errorType")).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.texts("stackTrace")).hasSize(1);
    assertThat(error.texts("stackTrace").get(0)).startsWith("example.Handler.handle(");
  }

  @Test
  void requestHandler_hasContextAndLogger() {
    create(
        "example.Handler",
        "example.Handler",
        """
        package example;
        import com.amazonaws.services.lambda.runtime.*;
        import java.util.*;
        public class Handler implements RequestHandler<Map<String, Object>, String> {
          @Override public String handleRequest(Map<String, Object> in, Context c) {
            c.getLogger().log("called");
            boolean time = c.getRemainingTimeInMillis() > 0;
            return in.get("n") + c.getFunctionName() + c.getMemoryLimitInMB() + time;
          }
        }
        """);
    Response response = invoke(Map.of("n", 5));
    assertThat(payload(response)).isEqualTo("\"5f128true\"");
    assertThat(
            new String(
                Base64.getDecoder().decode(String.valueOf(response.text("LogResult"))),
                StandardCharsets.UTF_8))
        .contains("\ncalled\n");
  }

  @Test
  void streamHandler_readsAndWritesBytes() {
    create(
        "example.Handler::handleRequest",
        "example.Handler",
        "package example;\n"
            + "import com.amazonaws.services.lambda.runtime.*;\n"
            + "import java.io.*;\n"
            + "public class Handler implements RequestStreamHandler {\n"
            + "  @Override public void handleRequest(InputStream in, OutputStream out, Context c)"
            + " throws IOException {\n"
            + "    out.write('[');\n"
            + "    in.transferTo(out);\n"
            + "    out.write(']');\n"
            + "  }\n"
            + "}\n");
    assertThat(payload(invoke("x"))).isEqualTo("[\"x\"]");
  }

  @Test
  void function_doesNotSeeTheApplication() {
    create(
        "example.Handler::handle",
        "example.Handler",
        """
        package example;
        public class Handler {
          public String handle(String name) throws Exception {
            return Class.forName(name).getName();
          }
        }
        """);
    assertThat(payload(invoke("io.boto4j.Session")))
        .contains("java.lang.ClassNotFoundException", "io.boto4j.Session");
  }

  @Test
  void timeout_isReported() {
    create(
        "example.Handler::handle",
        "example.Handler",
        """
        package example;
        public class Handler {
          public String handle(String name) throws Exception {
            Thread.sleep(60_000);
            return name;
          }
        }
        """);
    Response response = invoke("x");
    assertThat(response.text("FunctionError")).isEqualTo("Unhandled");
    assertThat(payload(response)).contains("Task timed out after 2.00 seconds");
  }

  @Test
  void missingClass_isReported() {
    create("example.Other", "example.Handler", "package example;\npublic class Handler {}\n");
    assertThat(payload(invoke("x"))).contains("Class not found: example.Other");
  }
}
