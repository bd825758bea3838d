package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that is nested very deeply, or contains itself, is reported and not sent. */
@SuppressWarnings("boto4j") // models that the test writes
@Timeout(60)
final class InputDepthTest {
  private static final String TOO_DEEP =
      "Input is nested deeper than 500 levels, perhaps because it contains itself";

  private final Recorder recorder = new Recorder();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"json", "rest-json", "rest-xml", "query", "ec2", "smithy-rpc-v2-cbor"})
  void deepOrEndlessInput_isReported(String protocol) {
    for (boolean validates : new boolean[] {true, false}) {
      Client client = client(protocol, validates);
      for (Map<String, Object> input :
          List.of(
              deep("Self", 100_000),
              deep("Self", 501),
              endless("Self"),
              Map.<String, Object>of("Map", endlessByTwo()),
              Map.<String, Object>of("Document", deep("x", 100_000)),
              Map.<String, Object>of("Document", endless("x")),
              Map.<String, Object>of("Document", listOfItselfTwice()))) {
        assertThatThrownBy(() -> client.call("Echo", input))
            .isInstanceOf(ParamValidationException.class)
            .hasMessageContaining(TOO_DEEP);
      }
    }
    assertThat(recorder.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "rest-json", "rest-xml", "query", "smithy-rpc-v2-cbor"})
  void inputOfManyLevels_isSent(String protocol) {
    for (boolean validates : new boolean[] {true, false}) {
      Client client = client(protocol, validates);

      // The writer of XML permits 256.
      int levels = protocol.equals("rest-xml") ? 250 : 500;
      assertThat(client.explain("Echo", deep("Self", levels)).failure()).isNull();
    }
  }

  @Test
  void endlessValue_ofTheWrongType_isShownInPart() {
    Client client = client("json", /* validates= */ true);

    for (Object value : List.of(endless("x"), deep("x", 100_000), listOfItselfTwice())) {
      assertThatThrownBy(() -> client.call("Echo", Map.of("Text", value)))
          .isInstanceOf(ParamValidationException.class)
          .hasMessageContaining("Invalid type for parameter Text, value: ")
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000));
    }
    assertThatThrownBy(() -> client.call("Echo", Map.of("Text", Map.of("a", List.of(1, 2)))))
        .hasMessageContaining("value: {a=[1, 2]}, type");
  }

  private Client client(String protocol, boolean validates) {
    String model =
        MadeUpService.model(MadeUpService.VERSION)
            .replace("\"protocol\": \"json\"", "\"protocol\": \"" + protocol + "\"");
    MadeUpService.write(folder, MadeUpService.NAME, MadeUpService.VERSION, model, false);
    return Sessions.with(recorder)
        .dataPath(folder)
        .build()
        .client(MadeUpService.NAME, c -> c.parameterValidation(validates));
  }

  /** Returns a map with a number of maps in one another. */
  private static Map<String, Object> deep(String name, int levels) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < levels; i++) {
      Map<String, Object> outer = new HashMap<>();
      outer.put(name, map);
      map = outer;
    }
    return map;
  }

  private static Map<String, Object> endless(String name) {
    Map<String, Object> map = new HashMap<>();
    Map<String, Object> between = new HashMap<>();
    between.put(name, map);
    map.put(name, between);
    return map;
  }

  private static Map<String, Object> endlessByTwo() {
    Map<String, Object> map = new HashMap<>();
    map.put("a", new HashMap<>(Map.of("Map", map)));
    map.put("b", new HashMap<>(Map.of("Map", map)));
    return map;
  }

  private static List<Object> listOfItselfTwice() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    list.add(list);
    return list;
  }
}
