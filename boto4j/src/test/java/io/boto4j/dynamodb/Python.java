package io.boto4j.dynamodb;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Cases that a script of {@code src/test/python} made: kept with the tests, or made now. */
final class Python {
  private Python() {}

  /** Returns the cases of a resource. */
  static List<Map<String, Object>> kept(String resource) throws IOException {
    try (InputStream in = Objects.requireNonNull(Python.class.getResourceAsStream(resource))) {
      return cases(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Runs a script, or skips the test if there is no python3 with boto3. */
  static List<Map<String, Object>> made(String script, long seed, int count) throws Exception {
    Path file = Path.of("src/test/python", script);
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "python3", file.toString(), String.valueOf(seed), String.valueOf(count))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "no python3");
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0, "no boto3");
    return cases(text);
  }

  @SuppressWarnings("unchecked") // the scripts write objects
  private static List<Map<String, Object>> cases(String text) {
    return (List<Map<String, Object>>) ((Map<?, ?>) Json.read(text)).get("cases");
  }
}
