package io.boto4j.spark.internal.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Session;
import io.boto4j.model.StructureShape;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class SensitiveValuesTest {
  private final StructureShape input =
      Objects.requireNonNull(
          Session.builder()
              .environment(Map.of())
              .home(Path.of("no-such-home"))
              .region("us-east-1")
              .build()
              .client("cognito-idp")
              .model()
              .operation("AdminCreateUser")
              .input());

  @Test
  void in_secretInsideAList_isFound() {
    Map<String, ?> secret =
        Map.of("UserAttributes", List.of(Map.of("Name", "email", "Value", "ada@example.com")));

    assertThat(SensitiveValues.in(secret, input)).isTrue();
  }

  @Test
  void in_ordinaryValues_isFalse() {
    Map<String, ?> ordinary =
        Map.of("UserPoolId", "eu-1_a", "UserAttributes", List.of(Map.of("Name", "email")));

    assertThat(SensitiveValues.in(ordinary, input)).isFalse();
  }
}
