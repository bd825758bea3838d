package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.boto4j.error.ParamValidationException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sensitive structure, list or map covers its parts: reports show none of them. */
final class SensitiveReportTest {
  private static final String MODEL =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "secrets", "protocol": "json",
         "jsonVersion": "1.1", "targetPrefix": "Secrets", "serviceId": "Secrets",
         "signatureVersion": "v4"},
       "operations": {
         "Keep": {"name": "Keep", "http": {"method": "POST", "requestUri": "/"},
           "input": {"shape": "Input"}}},
       "shapes": {
         "Input": {"type": "structure", "members": {
           "HiddenMap": {"shape": "HiddenMap"}, "HiddenList": {"shape": "HiddenList"},
           "Hidden": {"shape": "Hidden"}, "Free": {"shape": "Free"},
           "Around": {"shape": "Around"}, "Maps": {"shape": "Maps"},
           "Text": {"shape": "Text"}, "Document": {"shape": "Document"}}},
         "HiddenMap": {"type": "map", "sensitive": true,
           "key": {"shape": "Text"}, "value": {"shape": "Text"}},
         "HiddenList": {"type": "list", "sensitive": true, "member": {"shape": "Around"}},
         "Hidden": {"type": "structure", "sensitive": true, "members": {
           "Text": {"shape": "Text"}, "Number": {"shape": "Number"}, "Free": {"shape": "Free"},
           "Time": {"shape": "Time"}, "List": {"shape": "Texts"}}},
         "Around": {"type": "structure", "members": {
           "Deep": {"shape": "Free"}, "Hidden": {"shape": "Hidden"}}},
         "Free": {"type": "structure", "members": {
           "Text": {"shape": "Text"}, "Number": {"shape": "Number"}}},
         "Maps": {"type": "list", "member": {"shape": "HiddenMap"}},
         "Document": {"type": "structure", "members": {}, "document": true, "sensitive": true},
         "Texts": {"type": "list", "member": {"shape": "Text"}},
         "Text": {"type": "string"}, "Time": {"type": "timestamp"},
         "Number": {"type": "integer", "min": 5}}}
      """;

  @SuppressWarnings("boto4j") // models that the test writes
  @Test
  void parts_ofSensitiveShapes_areNotShown(@TempDir Path folder) {
    MadeUpService.write(folder, "secrets", "2026-01-01", MODEL, false);
    Client client = Sessions.with(new Recorder()).dataPath(folder).build().client("secrets");
    char[] password = "CANARY".toCharArray();
    List<Map<String, Object>> inputs =
        List.of(
            Map.of("HiddenMap", Map.of("PASSWORD", password)),
            Map.of("HiddenMap", Map.of("CANARY", 4711)),
            Map.of("HiddenMap", Map.of("a", List.of("CANARY"))),
            Map.of("HiddenMap", List.of("CANARY")),
            Map.of("HiddenList", List.of("CANARY")),
            Map.of("HiddenList", List.of(Map.of("Deep", "CANARY"))),
            Map.of("HiddenList", List.of(Map.of("Deep", Map.of("Number", "CANARY")))),
            Map.of("HiddenList", List.of(Map.of("Deep", Map.of("Number", 4)))),
            Map.of("HiddenList", List.of(Map.of("Deep", Map.of("Text", password)))),
            Map.of("HiddenList", "CANARY"),
            Map.of("Hidden", "CANARY"),
            Map.of("Hidden", Map.of("Text", password)),
            Map.of("Hidden", Map.of("CANARY", 1)),
            Map.of("Hidden", Map.of("Time", "CANARY")),
            Map.of("Hidden", Map.of("Number", 4)),
            Map.of("Hidden", Map.of("Number", 4711471147114711L)),
            Map.of("Hidden", Map.of("List", List.of(List.of("CANARY")))),
            Map.of("Hidden", Map.of("Free", Map.of("Text", Map.of("CANARY", "CANARY")))),
            Map.of("Around", Map.of("Hidden", Map.of("Text", 4711))),
            Map.of("Around", "CANARY"),
            Map.of("Maps", List.of(Map.of("CANARY", 4711))),
            Map.of("Document", Map.of("CANARY", new Object[] {new StringBuffer[0], password})),
            Map.of("Document", Map.of("CANARY", new Secret())),
            Map.of("Text", password));
    for (Map<String, Object> input : inputs) {
      Throwable thrown = catchThrowable(() -> client.call("Keep", input));

      if (thrown == null) {
        // Arrays of characters are lists in documents.
        assertThat(input).containsKey("Document");
        continue;
      }
      assertThat(thrown).as("%s", input).isInstanceOf(ParamValidationException.class);
      assertThat(thrown.getMessage())
          .doesNotContain("CANARY", "[C, A", "4711", "value: 4,")
          .contains(input.keySet());
    }
  }

  @SuppressWarnings("boto4j") // models that the test writes
  @Test
  void values_besideSensitiveOnes_areShown(@TempDir Path folder) {
    MadeUpService.write(folder, "secrets", "2026-01-01", MODEL, false);
    Client client = Sessions.with(new Recorder()).dataPath(folder).build().client("secrets");
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("Hidden", Map.of("Text", 1));
    input.put("Free", Map.of("Number", "shown", "unknown", 1));

    assertThatThrownBy(() -> client.call("Keep", input))
        .hasMessageContaining("value: shown")
        .hasMessageContaining("\"unknown\"");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void cognitoPassword_asCharacters_isNotShown() {
    Client cognito = Sessions.client("cognito-idp", new Recorder());
    Map<String, Object> login =
        Map.of(
            "AuthFlow",
            "USER_PASSWORD_AUTH",
            "ClientId",
            "c",
            "AuthParameters",
            Map.of("USERNAME", "u", "PASSWORD", "CANARY".toCharArray()));

    assertThatThrownBy(() -> cognito.call("InitiateAuth", login))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("AuthParameters")
        .hasMessageContaining("value: ***")
        .message()
        .doesNotContain("C, A", "CANARY");
  }

  private static final class Secret {
    @Override
    public String toString() {
      return "CANARY";
    }
  }
}
