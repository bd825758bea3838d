package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.EndpointResolutionException;
import io.boto4j.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of a service whose endpoint rules are a decision diagram. */
@SuppressWarnings("boto4j") // models that the test writes
final class EndpointDiagramCallTest {
  private static final String SERVICE =
      """
      {"metadata": {"apiVersion": "2026-01-01", "endpointPrefix": "notes", "protocol": "json",
         "jsonVersion": "1.1", "serviceId": "Notes", "signatureVersion": "v4",
         "signingName": "notes", "targetPrefix": "Notes"},
       "operations": {"ListNotes": {"name": "ListNotes", "http": {"method": "POST",
         "requestUri": "/"}}},
       "shapes": {}}
      """;

  /** The nodes are: region set, FIPS, partition; three numbers of four bytes each, in Base64. */
  private static final String RULES =
      """
      {"version": "1.1",
       "parameters": {
         "Region": {"type": "string", "builtIn": "AWS::Region"},
         "UseFIPS": {"type": "boolean", "builtIn": "AWS::UseFIPS", "default": false}},
       "conditions": [
         {"fn": "isSet", "argv": [{"ref": "Region"}]},
         {"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "partition"},
         {"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]}],
       "results": [
         {"type": "error", "conditions": [], "error": "There is no FIPS"},
         {"type": "endpoint", "conditions": [], "endpoint": {
           "url": "https://notes.{Region}.{partition#dnsSuffix}"}}],
       "root": 2, "nodeCount": 4,
       "nodes": "/////wAAAAH/////AAAAAAAAAAP/////AAAAAgX14QEAAAAEAAAAAQX14QL/////"}
      """;

  private final Recorder recorder = new Recorder().answer(200, "{}");

  @TempDir private Path folder;

  private Session session(String rules) throws IOException {
    Path version = folder.resolve("notes").resolve("2026-01-01");
    Files.createDirectories(version);
    Files.writeString(version.resolve("service-2.json"), SERVICE);
    Files.writeString(version.resolve("endpoint-rule-set-1.json"), rules);
    return Sessions.with(recorder).dataPath(folder).build();
  }

  @Test
  void call_diagram_findsTheEndpoint() throws IOException {
    Client notes = session(RULES).client("notes", c -> c.region("cn-north-1"));

    notes.call("ListNotes", Map.of());

    assertThat(recorder.last().uri()).hasToString("https://notes.cn-north-1.amazonaws.com.cn/");
  }

  @Test
  void explain_diagram_listsTheConditionsAndTheResult() throws IOException {
    Explanation told = session(RULES).client("notes").explain("ListNotes", Map.of());

    assertThat(told.conditions())
        .containsExactly(
            new Explanation.Condition("1", "isSet(Region: \"eu-west-1\")", true),
            new Explanation.Condition("3", "booleanEquals(UseFIPS: false, true)", false),
            new Explanation.Condition("2", "aws.partition(Region: \"eu-west-1\")", true));
    assertThat(told.rule()).isEqualTo("result 2");
    assertThat(told.toString())
        .contains(
            """
            Endpoint: https://notes.eu-west-1.amazonaws.com
              by result 2
              yes  1  isSet(Region: "eu-west-1")
              no   3  booleanEquals(UseFIPS: false, true)
            """);
  }

  @Test
  void explain_errorOfADiagram_isTheFailure() throws IOException {
    Explanation told =
        session(RULES).client("notes", c -> c.useFipsEndpoint(true)).explain("ListNotes", Map.of());

    assertThat(told.failure())
        .isInstanceOf(EndpointResolutionException.class)
        .hasMessage("There is no FIPS");
    assertThat(told.rule()).isEqualTo("result 1");
  }

  @Test
  void client_unknownFunction_isRefusedByName() throws IOException {
    Session session = session(RULES.replace("aws.partition", "aws.moon"));

    assertThatThrownBy(() -> session.client("notes").call("ListNotes", Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("Unknown function of endpoint rules: aws.moon, at conditions[1]");
  }
}
