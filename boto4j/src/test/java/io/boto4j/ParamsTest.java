package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParamsTest {
  private final Recorder recorder = new Recorder();

  @Test
  void pairs_anyNumber_keepTheirOrder() {
    Params params =
        Params.of(
            "k", 1, "j", 2, "i", 3, "h", 4, "g", 5, "f", 6, "e", 7, "d", 8, "c", 9, "b", 10, "a",
            11);

    assertThat(params.keySet())
        .containsExactly("k", "j", "i", "h", "g", "f", "e", "d", "c", "b", "a");
    assertThat(Params.of()).isEmpty();
  }

  @Test
  void pairs_withoutValue_areLeftOut() {
    Params params =
        Params.of("a", null, "b", Optional.empty(), "c", Optional.of(1), "d", List.of());

    assertThat(params).isEqualTo(Map.of("c", 1, "d", List.of()));
    assertThat(params.with("c", null)).containsOnlyKeys("d");
    assertThat(params.without("c").without("nothing")).containsOnlyKeys("d");
  }

  @Test
  void pairs_mistakes_areReported() {
    assertThatThrownBy(() -> Params.of("a", 1, "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The last name has no value: b");
    assertThatThrownBy(() -> Params.of("a", 1, 2, "b"))
        .hasMessage("Argument 3 must be a name, not a Integer. Names and values alternate.");
    assertThatThrownBy(() -> Params.of("a", 1, null, "b")).hasMessageContaining("not null");
    assertThatThrownBy(() -> Params.of("a", 1, "a", null)).hasMessage("The name a occurs twice");
    assertThatThrownBy(() -> Params.of(null, 1)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void with_returnsACopy() {
    Params params = Params.of("a", 1);

    assertThat(params.with("b", 2).with("a", 3)).isEqualTo(Map.of("a", 3, "b", 2));
    assertThat(params).isEqualTo(Map.of("a", 1));
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("c", 3);
    more.put("a", null);
    assertThat(params.withAll(more)).isEqualTo(Map.of("c", 3));
    assertThatThrownBy(() -> params.put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void copyOf_aMap_isIndependentOfIt() {
    Map<String, Object> map = new HashMap<>(Map.of("a", 1));
    map.put("n", null);
    Params copy = Params.copyOf(map);
    map.put("b", 2);

    assertThat(copy).isEqualTo(Map.of("a", 1)).hasSameHashCodeAs(Map.of("a", 1));
    assertThat(Params.copyOf(copy)).isSameAs(copy);
  }

  @Test
  void call_withParams_sendsThem() {
    recorder.answer(200, "{}");
    Sessions.client("dynamodb", recorder)
        .call("ListTables", Params.of("Limit", 5, "ExclusiveStartTableName", null));

    assertThat(Recorder.body(recorder.last())).isEqualTo("{\"Limit\": 5}");
  }

  @Test
  void call_withANullInAList_namesThePlace() {
    assertThatThrownBy(
            () ->
                Sessions.client("dynamodb", recorder)
                    .call(
                        "GetItem",
                        Params.of(
                            "TableName",
                            "t",
                            "Key",
                            Map.of(),
                            "AttributesToGet",
                            Arrays.asList("a", null))))
        .hasMessageContaining("AttributesToGet[1]");
  }

  @Test
  void toString_ofAnOperation_masksSecrets() {
    Client iam = Sessions.client("iam", recorder);
    Params params = iam.params("CreateLoginProfile").with("UserName", "u").with("Password", "pw");

    assertThat(params).hasToString("{UserName=u, Password=***}").isInstanceOf(Map.class);
    assertThat(params.withAll(Map.of("PasswordResetRequired", true)).toString())
        .contains("Password=***");
    assertThat(Params.of("a", 1)).hasToString("{a=1}");
  }
}
