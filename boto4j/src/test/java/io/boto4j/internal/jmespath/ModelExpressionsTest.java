package io.boto4j.internal.jmespath;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every expression in every model. */
final class ModelExpressionsTest {
  private final Set<String> paginators = new TreeSet<>();
  private final Set<String> waiters = new TreeSet<>();
  private final Set<String> endpoints = new TreeSet<>();

  @Test
  void expressions_ofAllServices_compile() {
    ModelLoader loader = ModelLoader.builtIn();
    for (String service : loader.services()) {
      for (String version : loader.apiVersions(service)) {
        collect(Objects.requireNonNull(loader.find(service, version)));
      }
    }

    for (Set<String> expressions : List.of(paginators, waiters, endpoints)) {
      for (String expression : expressions) {
        assertThat(JmesPath.compile(expression)).hasToString(expression);
      }
    }
    System.out.println(
        "jmespath: compiled "
            + paginators.size()
            + " different expressions of paginators, "
            + waiters.size()
            + " of waiters, "
            + endpoints.size()
            + " of endpoint parameters");
    assertThat(paginators).hasSizeGreaterThan(500).contains("Reservations");
    assertThat(waiters).hasSizeGreaterThan(100).contains("length(Images[]) > `0`");
    assertThat(endpoints).contains("TransactItems[*].Get.TableName", "keys(RequestItems)");
  }

  private void collect(ServiceModel model) {
    for (Object paginator : model.part(ModelPart.PAGINATORS).values()) {
      for (String key :
          List.of(
              "input_token", "output_token", "result_key", "more_results", "non_aggregate_keys")) {
        add(((Map<?, ?>) paginator).get(key), paginators);
      }
    }
    for (Object waiter : model.part(ModelPart.WAITERS).values()) {
      for (Map<String, Object> acceptor : Cases.maps(((Map<?, ?>) waiter).get("acceptors"))) {
        add(acceptor.get("argument"), waiters);
      }
    }
    for (String name : model.operationNames()) {
      OperationModel operation = model.operation(name);
      for (Object param : operation.traits().map("operationContextParams").values()) {
        add(((Map<?, ?>) param).get("path"), endpoints);
      }
    }
  }

  private static void add(Object expressions, Set<String> to) {
    if (expressions instanceof List<?> list) {
      list.forEach(each -> to.add((String) each));
    } else if (expressions != null) {
      to.add((String) expressions);
    }
  }
}
