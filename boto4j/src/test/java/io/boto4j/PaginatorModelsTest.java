package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.internal.paging.InferredPaging;
import io.boto4j.internal.paging.Paging;
import io.boto4j.model.ModelLoader;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The definition of every paginator of every service can be used. */
final class PaginatorModelsTest {
  private static final ModelLoader MODELS = ModelLoader.builtIn();

  @Test
  void paginators_all_compileAndFitTheirOperations() {
    int paginators = 0;
    List<String> misfits = new ArrayList<>();
    for (String service : MODELS.services()) {
      ServiceModel model = Objects.requireNonNull(MODELS.find(service));
      for (Map.Entry<String, Object> each : model.part(ModelPart.PAGINATORS).entrySet()) {
        OperationModel operation = model.operation(each.getKey());
        Paging paging = Paging.of(operation, Fixtures.map(each.getValue()));
        paginators++;
        boolean fits =
            !paging.resultKeys().isEmpty()
                && !paging.inputTokens().isEmpty()
                && paging.inputTokens().size() == paging.outputTokens().size()
                && paging.inputTokens().stream()
                    .allMatch(name -> Objects.requireNonNull(operation.input()).indexOf(name) >= 0);
        if (!fits) {
          misfits.add(service + " " + each.getKey());
        }
      }
    }
    assertThat(misfits).isEmpty();
    assertThat(paginators).isGreaterThan(3_000);
  }

  @Test
  void inferred_whereTheModelHasAPaginator_wouldBeAlikeAlmostAlways() {
    int alike = 0;
    int unlike = 0;
    for (String service : MODELS.services()) {
      ServiceModel model = Objects.requireNonNull(MODELS.find(service));
      for (Map.Entry<String, Object> each : model.part(ModelPart.PAGINATORS).entrySet()) {
        OperationModel operation = model.operation(each.getKey());
        Paging inferred = InferredPaging.of(operation);
        Map<String, Object> config = Fixtures.map(each.getValue());
        if (inferred != null) {
          boolean same =
              inferred.inputTokens().equals(List.of(config.get("input_token")))
                  && inferred.outputTokens().get(0).toString().equals(config.get("output_token"))
                  && inferred.resultKeys().get(0).toString().equals(config.get("result_key"));
          alike += same ? 1 : 0;
          unlike += same ? 0 : 1;
        }
      }
    }
    assertThat(alike).isGreaterThan(2_500);
    assertThat(unlike * 50).isLessThan(alike);
  }
}
