package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.error.ParamValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Validation reports have the lines of botocore's, with other names for Python's types and values;
 * recorded by {@code validation_reports.py}.
 */
final class BotocoreValidationTest {
  /** {@code , value: V, type: T, valid types: T1, T2}. */
  private static final Pattern TYPE_LINE =
      Pattern.compile("(.*, value: )(.*)(, type: )(.*)(, valid types: )(.*)");

  private static final Map<String, String> VALUES =
      Map.of(
          "None", "null",
          "True", "true",
          "['t']", "[t]",
          "['id']", "[id]",
          "b'q'", "1 bytes");

  private static final Map<String, String> TYPES =
      Map.of(
          "<class 'NoneType'>", "null",
          "<class 'str'>", "a text",
          "<class 'int'>", "a number",
          "<class 'float'>", "a number",
          "<class 'bool'>", "a boolean",
          "<class 'list'>", "a list",
          "<class 'dict'>", "a map",
          "<class 'bytes'>", "byte[]",
          "<class '__main__.Thing'>", "io.boto4j.Fixtures$Thing");

  private static final Map<String, String> VALID_TYPES = validTypes();

  /** The end of a line, which botocore does not have. */
  private static final Pattern HINT = Pattern.compile(" \\((write|numbers are texts) .*\\)$");

  /** botocore keeps the order of the input; boto4j sorts unknown names, then follows the model. */
  private static final Set<String> OTHER_ORDER = Set.of("order-of-the-caller", "unknown-two");

  /** Values that the model marks as sensitive; botocore shows them. */
  private static final Set<String> HIDDEN = Set.of("type-blob");

  /** botocore reports only the last step of the path to a document's value. */
  private static final Map<String, String> DOCUMENT_PATHS =
      Map.of("parameter b,", "parameter Settings.a[1].b,", "parameter c,", "parameter Settings.c,");

  private static Map<String, String> validTypes() {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("<class 'str'>", "a text, an enum constant");
    types.put("<class 'dict'>", "a map, a record");
    types.put("<class 'list'>, <class 'tuple'>", "a list, an array");
    types.put("<class 'bool'>", "a boolean");
    types.put("<class 'int'>", "a number without a fraction");
    types.put("<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>", "a number");
    types.put(
        "<class 'bytes'>, <class 'bytearray'>, file-like object",
        "byte[], java.nio.ByteBuffer, java.io.InputStream, java.nio.file.Path,"
            + " io.boto4j.http.HttpBody, a text");
    types.put(
        "<class 'datetime.datetime'>, timestamp-string",
        "java.time.Instant, java.time.ZonedDateTime, java.util.Date, seconds since 1970, timestamp"
            + " text");
    types.put(
        "<class 'str'>, <class 'int'>, <class 'bool'>, <class 'float'>, <class 'list'>, <class"
            + " 'dict'>",
        "a text, a number, a boolean, a list, a map, a record");
    return types;
  }

  @TestFactory
  Stream<DynamicTest> botocore() {
    List<Map<String, Object>> cases = Fixtures.maps(Fixtures.read("botocore-validation.json"));
    assertThat(cases).hasSizeGreaterThan(50);
    return cases.stream()
        .map(each -> dynamicTest("botocore validation / " + each.get("id"), () -> check(each)));
  }

  private static void check(Map<String, Object> fixture) {
    Recorder recorder = new Recorder();
    Client client = Sessions.client((String) fixture.get("service"), recorder);
    List<String> expected = new ArrayList<>();
    for (Object line : (List<?>) fixture.get("lines")) {
      expected.add(inJava((String) line, HIDDEN.contains((String) fixture.get("id"))));
    }
    List<String> seen = List.of();
    String message = "";
    try {
      client.call(
          (String) fixture.get("operation"), Fixtures.map(Fixtures.decode(fixture.get("params"))));
    } catch (ParamValidationException e) {
      seen = e.problems();
      message = e.getMessage();
    }

    List<String> lines = new ArrayList<>();
    seen.forEach(line -> lines.add(HINT.matcher(line).replaceFirst("")));
    if (OTHER_ORDER.contains((String) fixture.get("id"))) {
      assertThat(lines).isNotEqualTo(expected).containsExactlyInAnyOrderElementsOf(expected);
    } else {
      assertThat(lines).isEqualTo(expected);
    }
    assertThat(message)
        .isEqualTo(
            seen.isEmpty() ? "" : "Parameter validation failed:\n" + String.join("\n", seen));
    assertThat(recorder.requests()).hasSize(expected.isEmpty() ? 1 : 0);
  }

  private static String inJava(String line, boolean hidden) {
    Matcher matcher = TYPE_LINE.matcher(line);
    if (!matcher.matches()) {
      return line;
    }
    String head = matcher.group(1);
    for (Map.Entry<String, String> path : DOCUMENT_PATHS.entrySet()) {
      head = head.contains("document") ? head.replace(path.getKey(), path.getValue()) : head;
    }
    String value = matcher.group(2);
    assertThat(TYPES).containsKey(matcher.group(4));
    assertThat(VALID_TYPES).containsKey(matcher.group(6));
    return head
        + (hidden ? "***" : VALUES.getOrDefault(value, value))
        + matcher.group(3)
        + TYPES.get(matcher.group(4))
        + matcher.group(5)
        + VALID_TYPES.get(matcher.group(6));
  }
}
