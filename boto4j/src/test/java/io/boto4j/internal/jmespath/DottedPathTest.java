package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.JmesPathException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DottedPathTest {
  private final Map<String, Object> target = new HashMap<>();

  @Test
  void set_name_addsOrReplaces() {
    DottedPath.set(target, "Marker", "1");
    DottedPath.set(target, "Marker", "2");

    assertThat(target).isEqualTo(Map.of("Marker", "2"));
  }

  @Test
  void set_path_makesTheMapsThatAreMissing() {
    DottedPath.set(target, "a.b.c", 1);

    assertThat(target).isEqualTo(Map.of("a", Map.of("b", Map.of("c", 1))));
  }

  @Test
  void set_path_leavesTheUsersMapsAlone() {
    Map<String, Object> own = Map.of("b", 1);
    target.put("a", own);

    DottedPath.set(target, "a.c", 2);

    assertThat(target).isEqualTo(Map.of("a", Map.of("b", 1, "c", 2)));
    assertThat(own).isEqualTo(Map.of("b", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a.", ".a", "a..b", "a[0]", "a[*].b", "*", "a.*", "a]"})
  void set_moreThanNamesAndDots_isRefused(String path) {
    assertThatThrownBy(() -> DottedPath.set(target, path, 1))
        .isInstanceOf(JmesPathException.class)
        .hasMessage("Invalid expression " + path + ": Only dotted lookups are supported.");
    assertThat(target).isEmpty();
  }

  @Test
  void set_throughWhatIsNoMap_isRefused() {
    target.put("a", "canary");

    assertThatThrownBy(() -> DottedPath.set(target, "a.b", 1))
        .isInstanceOf(JmesPathException.class)
        .hasMessageContaining("string")
        .hasMessageNotContaining("canary");
    assertThat(target).isEqualTo(Map.of("a", "canary"));
  }
}
