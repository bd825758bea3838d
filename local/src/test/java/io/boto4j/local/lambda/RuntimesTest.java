package io.boto4j.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.Client;
import io.boto4j.Json;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.ServiceException;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Functions whose code was uploaded. */
final class RuntimesTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/r";

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
        """
        import os
        count = 0
        def f(event, context):
            global count
            count += 1
            print('called', count)
            return {'n': event['n'], 'count': count, 'v': os.environ['V'],
                'memory': context.memory_limit_in_mb,
                'time': context.get_remaining_time_in_millis() > 1000}
        """,
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
    assertThat(payload(response)).contains("Sandbox.Timedout", "Task timed out after 1.00 seconds");
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
        """
        import os, urllib.request
        def f(event, context):
            return os.environ['AWS_ENDPOINT_URL']
        """,
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
            """
            exports.handler = async (event, context) => {
              console.log('got', event.n);
              if (event.bad) { throw new TypeError('I failed!'); }
              return { n: event.n + 1, name: context.functionName };
            };
            """),
        Params.of());
    Response response = invoke(Map.of("n", 1));
    assertThat(payload(response)).isEqualTo("{\"n\":2,\"name\":\"f\"}");
    assertThat(log(response)).contains("\tINFO\tgot 1\n");
    Structure error = Json.read(payload(invoke(Map.of("bad", true))), Structure.class);
    assertThat(error.text("errorType")).isEqualTo("TypeError");
    assertThat(error.text("errorMessage")).isEqualTo("I failed!");
  }

  @Test
  void python_hasTheCredentialsOfItsRole() {
    python(
        """
        import os
        def f(event, context):
            return [os.environ['AWS_' + n] for n in
                ('ACCESS_KEY_ID', 'SECRET_ACCESS_KEY', 'SESSION_TOKEN')]
        """,
        Params.of());
    List<?> keys = Json.read(payload(invoke(Map.of())), List.class);
    Client sts =
        aws.session()
            .client(
                "sts",
                c ->
                    c.credentials(
                        Credentials.of(
                            String.valueOf(keys.get(0)),
                            String.valueOf(keys.get(1)),
                            String.valueOf(keys.get(2)))));
    assertThat(sts.call("GetCallerIdentity").text("Arn"))
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/r/f");
  }

  @Test
  void unknownInterpreter_isReported() {
    create("ruby3.4", "m.f", Zips.of("m.rb", ""), Params.of());
    assertThatThrownBy(() -> invoke(Map.of()))
        .isInstanceOf(ServiceException.class)
        .hasMessageContaining("boto4j-local cannot run the function f with the runtime ruby3.4");
  }
}
