package io.boto4j.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.CallOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadersTest {
  @Test
  void build_builderGoesOn_builtStayAsTheyWere() {
    Headers.Builder builder = Headers.builder().add("A", "1").add("B", "2").add("a", "3");
    Headers first = builder.build();
    Headers second = builder.set("B", "changed").build();
    Headers third = builder.remove("A").build();
    Headers fourth = builder.add("C", "4").build();

    assertThat(pairs(first)).isEqualTo("A=1 B=2 a=3 ");
    assertThat(pairs(second)).isEqualTo("A=1 B=changed a=3 ");
    assertThat(pairs(third)).isEqualTo("B=changed ");
    assertThat(pairs(fourth)).isEqualTo("B=changed C=4 ");
  }

  @Test
  void build_twiceThenSet_bothStayAsTheyWere() {
    Headers.Builder builder = Headers.builder().add("A", "1").add("a", "2").add("B", "3");
    Headers first = builder.build();
    Headers second = builder.build();
    builder.set("A", "9");

    assertThat(pairs(first)).isEqualTo("A=1 a=2 B=3 ");
    assertThat(second).isEqualTo(first);
    assertThat(pairs(builder.build())).isEqualTo("A=9 B=3 ");
  }

  @Test
  void add_moreThanThereIsRoomFor_keepsAll() {
    Headers.Builder builder = Headers.builder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      Headers before = builder.build();
      builder.add("N" + i, "v");
      expected.append("N").append(i).append("=v ");

      assertThat(before.size()).isEqualTo(i);
      assertThat(pairs(builder.build())).hasToString(expected.toString());
    }
  }

  @Test
  void toBuilder_changed_originStaysAsItWas() {
    Headers origin = Headers.of(Map.of("A", "1"));

    Headers changed = origin.toBuilder().set("a", "2").add("A", "3").build();

    assertThat(pairs(origin)).isEqualTo("A=1 ");
    assertThat(changed.all("A")).isEqualTo(List.of("2", "3"));
    assertThat(origin.toBuilder().remove("a").build()).isSameAs(Headers.empty());
    assertThat(pairs(origin)).isEqualTo("A=1 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "my key", "ключ", "a:b", ":status", "x-(a)", "a\0b", "a\r\nb"})
  void oddName_isKept_andRejectedInARequest(String name) {
    Headers odd = Headers.builder().add(name, "v").add("B", "2").build();

    assertThat(odd.first(name)).isEqualTo("v");
    assertThat(odd.isSendable()).isFalse();
    assertThatThrownBy(() -> request(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Not an HTTP header name: \"");
    assertThat(request(odd.toBuilder().remove(name).build()).headers().first("B")).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb", "a\nb", "secret\0"})
  void oddValue_isKept_andRejectedInARequest_withoutBeingShown(String value) {
    Headers odd = Headers.builder().add("A", "1").set("a", value).build();

    assertThat(odd.first("A")).isEqualTo(value);
    assertThatThrownBy(() -> request(odd))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("The value of HTTP header A contains CR, LF or NUL at position \\d");
    assertThatThrownBy(() -> request(Headers.empty()).withHeader("A", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CallOptions.builder().header("A", value))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(odd.toBuilder().set("A", "1").build().isSendable()).isTrue();
  }

  private static HttpRequest request(Headers headers) {
    return new HttpRequest("GET", URI.create("http://localhost/"), headers, HttpBody.empty());
  }

  private static String pairs(Headers headers) {
    StringBuilder pairs = new StringBuilder();
    for (Map.Entry<String, String> each : headers) {
      pairs.append(each.getKey()).append('=').append(each.getValue()).append(' ');
    }
    return pairs.toString();
  }
}
