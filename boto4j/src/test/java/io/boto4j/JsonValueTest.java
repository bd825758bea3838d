package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.model.codec.CborWriter;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The trait {@code jsonvalue} marks texts that are JSON. In headers they are documents in Base64;
 * elsewhere users may pass text or the value, and receive what the service sends.
 */
@SuppressWarnings("boto4j") // models that the test writes
final class JsonValueTest {
  private static final String MODEL =
      """
      {"version": "2.0",
       "metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "texts", "protocol": "PROTOCOL",
         "jsonVersion": "1.1", "targetPrefix": "Texts", "serviceId": "Texts",
         "signatureVersion": "v4"},
       "operations": {
         "Echo": {"name": "Echo", "http": {"method": "POST", "requestUri": "/"},
           "input": {"shape": "All"}, "output": {"shape": "All"}}},
       "shapes": {
         "All": {"type": "structure", "members": {
           "Json": {"shape": "Text", "jsonvalue": true}, "Jsons": {"shape": "Jsons"},
           "ByName": {"shape": "ByName"}, "Plain": {"shape": "Text"}}},
         "Jsons": {"type": "list", "member": {"shape": "Text", "jsonvalue": true}},
         "ByName": {"type": "map", "key": {"shape": "Text"},
           "value": {"shape": "Text", "jsonvalue": true}},
         "Text": {"type": "string"}}}
      """;

  private final Recorder recorder = new Recorder().answer(200, "{}");

  private Client client(Path folder, String protocol) {
    MadeUpService.write(
        folder, "texts", "2026-01-01", MODEL.replace("PROTOCOL", protocol), /* zipped= */ false);
    return Sessions.with(recorder).dataPath(folder).build().client("texts");
  }

  @Test
  void schema_textOrMap_isSentAsText() {
    Client lookout = Sessions.client("lookoutequipment", recorder);
    for (Object schema : List.of("{\"a\":1}", Map.of("a", 1))) {
      lookout.call(
          "CreateDataset",
          Map.of("DatasetName", "n", "DatasetSchema", Map.of("InlineDataSchema", schema)));

      assertThat(Recorder.body(recorder.last()))
          .contains("{\"InlineDataSchema\": \"{\\\"a\\\":1}\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "rest-json", "query", "rest-xml", "smithy-rpc-v2-cbor"})
  void input_textOrValue_isSentAsText(String protocol, @TempDir Path folder) {
    Client client = client(folder, protocol);
    if (protocol.equals("query") || protocol.equals("rest-xml")) {
      recorder.answer(200, "<R/>");
    } else if (protocol.equals("smithy-rpc-v2-cbor")) {
      recorder.answer(200, "");
    }
    for (Object value : List.of("[1,true]", List.of(1, true), new Object[] {1, true})) {
      for (String member : List.of("Json", "Jsons", "ByName")) {
        Object input =
            switch (member) {
              case "Json" -> value;
              case "Jsons" -> List.of(value);
              default -> Map.of("k", value);
            };
        client.call("Echo", Map.of(member, input));

        String body = Recorder.body(recorder.last());
        body = protocol.equals("query") ? URLDecoder.decode(body, StandardCharsets.UTF_8) : body;
        assertThat(body).contains("[1,true]").contains(member);
      }
    }
    assertThatThrownBy(() -> client.call("Echo", Map.of("Plain", Map.of())))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("parameter Plain");
    assertThatThrownBy(() -> client.call("Echo", Map.of("Json", new Object())))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("parameter Json");
  }

  @Test
  void output_objectOrText_isReturnedAsSent(@TempDir Path folder) {
    Client client = client(folder, "json");
    recorder.answer(
        200,
        "{\"Json\": {\"a\": [1, null]}, \"Jsons\": [\"{}\", {}, [1]], \"ByName\": {\"k\": {}}}");

    Response response = client.call("Echo");

    assertThat(response.map("Json")).containsOnlyKeys("a");
    assertThat(response.list("Jsons")).isEqualTo(List.of("{}", Map.of(), List.of(1)));
    assertThat(response.map("ByName")).isEqualTo(Map.of("k", Map.of()));
    recorder.answer(200, "{\"Json\": \"{\\\"a\\\": 1}\"}");
    assertThat(client.call("Echo").text("Json")).isEqualTo("{\"a\": 1}");
  }

  @Test
  void output_inCbor_isReturnedAsSent(@TempDir Path folder) {
    Client client = client(folder, "smithy-rpc-v2-cbor");
    byte[] body = new CborWriter().value(Map.of("Json", Map.of("a", 1))).toByteArray();
    recorder.answer(
        request -> HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body)));

    assertThat(client.call("Echo").map("Json")).isEqualTo(Map.of("a", 1));
  }
}
