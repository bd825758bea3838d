package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.dynamodb.AttributeValues;
import io.boto4j.error.ParamValidationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records that give their members, such as the types that boto4j-typed generates. */
final class HasMembersTest {
  private final Recorder recorder = new Recorder();

  /** Its component is not a member, so reading it by reflection would fail the check. */
  private record Typed(Map<String, ?> members) implements HasMembers {}

  private record Broken() implements HasMembers {
    @Override
    @SuppressWarnings("NullAway") // what a bad implementation does
    public Map<String, ?> members() {
      return null;
    }
  }

  @Test
  void membersAtAnyDepth_inInput_areSent() {
    recorder.answer(200, "{}");
    Client dynamodb = Sessions.client("dynamodb", recorder);
    Typed id = new Typed(Map.of("L", List.of(new Typed(Map.of("S", "1")))));
    dynamodb.call("PutItem", Map.of("TableName", "tab", "Item", Map.of("id", id)));
    assertThat(Recorder.compactBody(recorder.requests().get(0)))
        .contains("\"Item\":{\"id\":{\"L\":[{\"S\":\"1\"}]}}")
        .doesNotContain("members");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void members_thatTheModelLacks_areReportedByTheirOwnNames() {
    Client dynamodb = Sessions.client("dynamodb", recorder);
    Map<String, ?> input =
        Map.of("TableName", "tab", "Item", Map.of("id", new Typed(Map.of("Text", "1"))));
    assertThatThrownBy(() -> dynamodb.call("PutItem", input))
        .isInstanceOf(ParamValidationException.class)
        .hasMessageContaining("Item.id: \"Text\"");
  }

  @Test
  void members_asParametersJsonOrAnItem_areTheMap() {
    Typed tag = new Typed(Map.of("Key", "k"));
    assertThat(Params.from(tag)).isEqualTo(Map.of("Key", "k"));
    assertThat(Json.write(tag)).isEqualTo("{\"Key\":\"k\"}");
    assertThat(AttributeValues.serializeItem(tag)).isEqualTo(Map.of("Key", Map.of("S", "k")));
  }

  @Test
  void members_asEvents_areSent() {
    StringBuilder sent = new StringBuilder();
    recorder.answer(
        request -> {
          sent.append(Recorder.body(request));
          return Recorder.response(200, "");
        });
    Typed event = new Typed(Map.of("TextEvent", new Typed(Map.of("Text", "Hello"))));
    Sessions.client("polly", recorder)
        .call(
            "StartSpeechSynthesisStream",
            Params.of("Engine", "generative", "OutputFormat", "mp3")
                .with("VoiceId", "Ruth")
                .with("ActionStream", List.of(event)));
    assertThat(sent.toString()).contains("TextEvent", "{\"Text\": \"Hello\"}");
  }

  @Test
  void members_thatAreNull_areReported() {
    assertThatThrownBy(() -> Params.from(new Broken()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Broken.members() returns null, not a map");
  }

  @Test
  void structure_toSuchARecord_isItsMembers() {
    Structure structure = Structures.of(Map.of("Tags", List.of(Map.of("Key", "k"))));
    assertThat(structure.to(Typed.class).members()).isSameAs(structure);
    assertThat(structure.searchAll("Tags", Typed.class))
        .containsExactly(new Typed(Map.of("Key", "k")));
  }
}
