package io.boto4j.spark.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParametersTest {
  private static final OperationModel SCAN =
      ModelLoader.builtIn().find("dynamodb").operation("Scan");

  private static Map<String, Object> of(Map<String, String> given) {
    return Parameters.of(Options.of(given, "The source aws", Parameters.OPTIONS), SCAN);
  }

  @Test
  void parameters_fromBothOptions_areTyped() {
    assertThat(
            of(
                Map.of(
                    "parameters", "{\"TableName\":\"a\",\"Limit\":5}",
                    "param.tablename", "b",
                    "param.ConsistentRead", "true",
                    "param.IndexName", "2026")))
        .isEqualTo(
            Map.of("TableName", "b", "Limit", 5, "ConsistentRead", true, "IndexName", "2026"));
  }

  @Test
  void unknownParameters_areRefusedWithNearNames() {
    assertThatThrownBy(() -> of(Map.of("param.TablName", "b")))
        .hasMessageStartingWith("Scan has no parameter 'TablName'. Did you mean TableName")
        .hasMessageContaining("Its parameters are: ");
    assertThatThrownBy(() -> of(Map.of("parameters", "{\"Limits\":5}")))
        .hasMessageStartingWith("Scan has no parameter 'Limits'. Did you mean Limit");
  }

  @Test
  void invalidJson_isRefusedWithItsPlace() {
    assertThatThrownBy(() -> of(Map.of("parameters", "{\"TableName\":")))
        .hasMessageStartingWith("The option 'parameters' is not a JSON object: ");
    assertThatThrownBy(() -> of(Map.of("parameters", "[1]")))
        .hasMessageStartingWith("The option 'parameters' is not a JSON object: ");
    assertThatThrownBy(() -> of(Map.of("param.Limit", "five")))
        .hasMessageStartingWith("The option 'param.Limit' is not JSON: ");
  }
}
