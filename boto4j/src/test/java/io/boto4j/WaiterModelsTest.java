package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.internal.waiting.WaiterDefinition;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelPart;
import io.boto4j.model.ServiceModel;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The definition of every waiter of every service can be used. */
final class WaiterModelsTest {
  @Test
  void waiters_all_compileAndHaveTheirOperation() {
    ModelLoader models = ModelLoader.builtIn();
    int services = 0;
    int waiters = 0;
    for (String service : models.services()) {
      ServiceModel model = Objects.requireNonNull(models.find(service));
      Map<String, Object> all = model.part(ModelPart.WAITERS);
      services += all.isEmpty() ? 0 : 1;
      for (Map.Entry<String, Object> each : all.entrySet()) {
        WaiterDefinition definition = WaiterDefinition.of(each.getKey(), each.getValue());
        assertThat(definition.acceptors()).as(each.getKey()).isNotEmpty();
        assertThat(definition.delayMillis()).as(each.getKey()).isPositive();
        assertThat(definition.maxAttempts()).as(each.getKey()).isPositive();
        assertThat(model.operation(definition.operation())).isNotNull();
        waiters++;
      }
    }
    assertThat(services).isGreaterThan(60);
    assertThat(waiters).isGreaterThan(300);
  }
}
