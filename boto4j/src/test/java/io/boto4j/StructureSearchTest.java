package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.ServiceException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMESPath searches in responses. */
final class StructureSearchTest {
  private static final String ANSWER =
      """
      {"Text": "t", "Integer": 5, "Float": 0.1, "BigDecimal": 3.50, "Time": 1.5, "Blob": "AAE=",
       "List": [3, 1, 2], "Map": {"b": {"Text": "x", "Time": 2}, "a": {"Text": "y", "Time": 1}},
       "Self": {"Text": "inner"}, "Document": {"k": [1, 2.5, "x", null, true]}}
      """;

  private final Recorder recorder = new Recorder();
  private Client client;

  @BeforeEach
  void client(@TempDir Path folder) {
    client = MadeUpService.client(folder, recorder);
  }

  private Response answer() {
    recorder.answer(200, ANSWER);
    return client.call("Echo");
  }

  @Test
  void search_members_givesTheirValues() {
    Response answer = answer();

    assertThat(answer.search("Self.Text")).isEqualTo("inner");
    assertThat(answer.search("Self")).isInstanceOf(Structure.class);
    assertThat(answer.search("List[-1]")).isEqualTo(2);
    assertThat(answer.search("sort(List)")).isEqualTo(List.of(1, 2, 3));
    assertThat(answer.search("Map.*.Text")).isEqualTo(List.of("x", "y"));
    assertThat(answer.search("Time")).isEqualTo(Instant.ofEpochMilli(1500));
    assertThat(answer.search("Blob")).isEqualTo(new byte[] {0, 1});
    assertThat(answer.search("Document.k[1]")).isEqualTo(2.5);
    assertThat(answer.search("[Float == `0.1`, BigDecimal > `3.4`]"))
        .isEqualTo(List.of(true, true));
    assertThat(answer.search("Map.b | {Name: Text}")).isEqualTo(Map.of("Name", "x"));
    assertThat(answer.search("@")).isSameAs(answer.search("not_null(@)")).isEqualTo(answer);
    assertThat(answer.search("keys(@)[:2]")).isEqualTo(List.of("Text", "Integer"));
    assertThat(answer.search("length(@)")).isEqualTo(10);
    assertThat(answer.search("type(@)")).isEqualTo("object");
    assertThat(answer.search("to_string(Self)")).isEqualTo("{\"Text\":\"inner\"}");
  }

  @Test
  void search_absentMembers_isNull() {
    Response answer = answer();

    assertThat(answer.search("Password")).isNull();
    assertThat(answer.search("No.such[0].member")).isNull();
    assertThat(answer.search("Text.x")).isNull();
    assertThat(answer.search("ResponseMetadata")).isNull();
  }

  @Test
  void search_partOfAnAnswer_isRelativeToIt() {
    assertThat(answer().structure("Self").search("Text")).isEqualTo("inner");
  }

  @Test
  void search_errorsAnswer_works() {
    recorder.answer(400, "{\"__type\": \"Sorry\", \"message\": \"no\", \"Count\": 3}");
    ServiceException failure =
        catchThrowableOfType(ServiceException.class, () -> client.call("Echo"));

    assertThat(failure.response().search("[Error.Code, Count]")).isEqualTo(List.of("Sorry", 3));
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void search_wrongExpression_saysWhere() {
    Response answer = answer();

    assertThatThrownBy(() -> answer.search("Self."))
        .isInstanceOf(JmesPathException.class)
        .hasMessageContaining("Parse error at column 5")
        .hasMessageContaining("\"Self.\"\n      ^");
    assertThatThrownBy(() -> answer.search("sort_by(values(Map), &Time)"))
        .isInstanceOf(JmesPathException.class)
        .hasMessageContaining("received: \"Instant\"");
  }
}
