package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions whose code was uploaded. */
final class RuntimesTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/r";

  @TempDir private Path folder;

  private final LocalAws aws = LocalAws.start();
  private final Client lambda = aws.session().client("lambda", c -> c.maxAttempts(1));

  @BeforeEach
  void createRole() {
    aws.session()
        .client("iam")
        .call("CreateRole", Map.of("RoleName", "r", "AssumeRolePolicyDocument", TRUST));
  }

  private static final String TRUST =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
          + "{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";

  @AfterEach
  void close() {
    aws.close();
  }

  private static boolean runs(String command) {
    try {
      Process process = new ProcessBuilder(command, "--version").start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void create(String runtime, String handler, byte[] archive, Params more) {
    lambda.call(
        "CreateFunction",
        Params.of(
                "FunctionName", "f",
                "Runtime", runtime,
                "Role", ROLE,
                "Handler", handler,
                "Code", Map.of("ZipFile", archive))
            .with("Timeout", more.getOrDefault("Timeout", 30))
            .with("Environment", more.get("Environment")));
  }

  private void python(String code, Params more) {
    assumeTrue(runs("python3"), "python3 is not installed");
    create("python3.13", "m.f", Zips.of("m.py", code), more);
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

  private static String log(Response response) {
    return new String(
        Base64.getDecoder().decode(String.valueOf(response.text("LogResult"))),
        StandardCharsets.UTF_8);
  }

  @Test
  void python_runsInAProcessThatIsReused() {
    python(
        "import os\n"
            + "count = 0\n"
            + "def f(event, context):\n"
            + "    global count\n"
            + "    count += 1\n"
            + "    print('called', count)\n"
            + "    return {'n': event['n'], 'count': count, 'v': os.environ['V'],\n"
            + "        'memory': context.memory_limit_in_mb,\n"
            + "        'time': context.get_remaining_time_in_millis() > 1000}\n",
        Params.of("Environment", Map.of("Variables", Map.of("V", "x"))));
    assertThat(payload(invoke(Map.of("n", 1))))
        .isEqualTo("{\"n\": 1, \"count\": 1, \"v\": \"x\", \"memory\": \"128\", \"time\": true}");
    Response second = invoke(Map.of("n", 2));
    assertThat(payload(second)).contains("\"count\": 2");
    assertThat(log(second)).contains("called 2\nEND RequestId: ");
  }

  @Test
  void python_reportsErrorsAsAwsDoes() {
    python("def f(event, context):\n    raise ValueError('I failed!')\n", Params.of());
    Response response = invoke(Map.of());
    assertThat(response.text("FunctionError")).isEqualTo("Unhandled");
    Structure error = Json.read(payload(response), Structure.class);
    assertThat(error.text("errorType")).isEqualTo("ValueError");
    assertThat(error.text("errorMessage")).isEqualTo("I failed!");
    assertThat(error.texts("stackTrace")).hasSize(1);
    assertThat(log(response))
        .contains("[ERROR] ValueError: I failed!\nTraceback (most recent call last):\n");
  }

  @Test
  void python_withoutTheModule_reportsThat() {
    assumeTrue(runs("python3"), "python3 is not installed");
    create("python3.13", "other.f", Zips.of("m.py", "X = 1"), Params.of());
    assertThat(payload(invoke(Map.of())))
        .contains("Runtime.ImportModuleError", "Unable to import module 'other'");
  }

  @Test
  void timeout_endsTheProcess() {
    python(
        "import time\ndef f(event, context):\n    time.sleep(event['s'])\n    return 1\n",
        Params.of("Timeout", 1));
    Response response = invoke(Map.of("s", 20));
    assertThat(response.text("FunctionError")).isEqualTo("Unhandled");
    assertThat(payload(response))
        .contains("Sandbox.Timedout", "Task timed out after 1.00 seconds");
    assertThat(log(response)).contains("Task timed out after 1.00 seconds");
    assertThat(payload(invoke(Map.of("s", 0)))).isEqualTo("1");
  }

  @Test
  void exit_isReported() {
    python("import os\ndef f(event, context):\n    os._exit(3)\n", Params.of());
    assertThat(payload(invoke(Map.of())))
        .contains("Runtime.ExitError", "Runtime exited with error: exit status 3");
  }

  @Test
  void python_callsTheSameWorld() {
    python(
        "import os, urllib.request\n"
            + "def f(event, context):\n"
            + "    return os.environ['AWS_ENDPOINT_URL']\n",
        Params.of());
    assertThat(payload(invoke(Map.of()))).isEqualTo("\"" + aws.endpoint() + "\"");
  }

  @Test
  void node_runs() {
    assumeTrue(runs("node"), "node is not installed");
    create(
        "nodejs22.x",
        "index.handler",
        Zips.of(
            "index.js",
            "exports.handler = async (event, context) => {\n"
                + "  console.log('got', event.n);\n"
                + "  if (event.bad) { throw new TypeError('I failed!'); }\n"
                + "  return { n: event.n + 1, name: context.functionName };\n"
                + "};\n"),
        Params.of());
    Response response = invoke(Map.of("n", 1));
    assertThat(payload(response)).isEqualTo("{\"n\":2,\"name\":\"f\"}");
    assertThat(log(response)).contains("\tINFO\tgot 1\n");
    Structure error = Json.read(payload(invoke(Map.of("bad", true))), Structure.class);
    assertThat(error.text("errorType")).isEqualTo("TypeError");
    assertThat(error.text("errorMessage")).isEqualTo("I failed!");
  }

  @Test
  void java_convertsRecordsAndBeans() throws IOException {
    create(
        "java21",
        "example.Handler::handle",
        compiled(
            "example.Handler",
            "package example;\n"
                + "public class Handler {\n"
                + "  public record Order(String id, java.util.List<Line> lines) {}\n"
                + "  public static class Line {\n"
                + "    private int count;\n"
                + "    public int getCount() { return count; }\n"
                + "    public void setCount(int count) { this.count = count; }\n"
                + "  }\n"
                + "  public java.util.Map<String, Object> handle(Order order) {\n"
                + "    if (order.lines().isEmpty()) throw new IllegalStateException(\"empty\");\n"
                + "    int sum = order.lines().stream().mapToInt(Line::getCount).sum();\n"
                + "    return java.util.Map.of(\"sum\", sum);\n"
                + "  }\n"
                + "}\n"),
        Params.of());
    Map<String, Object> line = Map.of("Count", 2);
    assertThat(payload(invoke(Map.of("id", "1", "lines", List.of(line, line)))))
        .isEqualTo("{\"sum\":4}");
    Structure error =
        Json.read(payload(invoke(Map.of("id", "1", "lines", List.of()))), Structure.class);
    assertThat(error.text("errorType")).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.texts("stackTrace").get(0)).startsWith("example.Handler.handle(");
  }

  @Test
  void unknownInterpreter_isReported() {
    create("ruby3.4", "m.f", Zips.of("m.rb", ""), Params.of());
    assertThatThrownBy(() -> invoke(Map.of()))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("boto4j-local cannot run the function f with the runtime ruby3.4");
  }

  private byte[] compiled(String name, String source) throws IOException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }

          @Override
          public java.io.Reader openReader(boolean ignoreEncodingErrors) {
            return new StringReader(source);
          }
        };
    assertThat(
            compiler
                .getTask(
                    null,
                    null,
                    null,
                    List.of("-proc:none", "-d", folder.toString()),
                    null,
                    List.of(file))
                .call())
        .isTrue();
    Map<String, byte[]> files = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile)
          .forEach(
              path -> {
                try {
                  files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return Zips.of(files);
  }
}
