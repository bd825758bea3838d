package io.boto4j.spark.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Params;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ParameterSetTest {
  private static OperationModel operation(String service, String operation) {
    return ModelLoader.builtIn().find(service).operation(operation);
  }

  @Test
  void description_leavesOutWhatTheModelCallsSensitive() {
    ParameterSet set =
        ParameterSet.of(
            "eu-west-1", Params.of("UserPoolId", "pool", "Username", "anna@example.com"));
    assertThat(set.describe(operation("cognito-idp", "AdminGetUser")))
        .isEqualTo("region eu-west-1, {\"UserPoolId\":\"pool\",\"Username\":\"(sensitive)\"}");
  }

  @Test
  void description_ofManyParameters_isShortened() {
    ParameterSet set = ParameterSet.of(null, Map.of("Prefix", "x".repeat(1000)));
    assertThat(set.describe(operation("s3", "ListObjectsV2"))).hasSize(401).endsWith("x…");
  }

  @Test
  void changedSets_areNewOnes() {
    ParameterSet set = ParameterSet.of(null, Params.of("a", 1, "b", 2));
    assertThat(set.with(Params.of("b", 3, "c", 4)).json()).isEqualTo("{\"a\":1,\"b\":3,\"c\":4}");
    assertThat(set.json()).isEqualTo("{\"a\":1,\"b\":2}");
  }
}
