package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.rules.EndpointRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The test cases in the rule sets of the services. */
final class EndpointRulesSuiteTest {
  private final ModelLoader models = ModelLoader.builtIn();
  private final Partitions partitions = new Partitions(models);

  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    int newer = 0;
    for (Path file : RuleCases.files("endpoint-rules", RuleCases.DATA.resolve("endpoint-rules"))) {
      String service = RuleCases.name(file);
      ServiceModel model = models.find(service);
      EndpointRules rules =
          model == null ? null : Objects.requireNonNull(model.endpointRules(), service);
      List<Map<?, ?>> cases = RuleCases.cases(file);
      for (int i = 0; i < cases.size(); i++) {
        Map<?, ?> each = cases.get(i);
        String name = "endpoint-rules / " + service + " / " + i + " " + each.get("documentation");
        if (rules == null) {
          newer++;
          tests.add(RuleCases.leftOut(name, "the models do not have the service"));
        } else if (RuleCases.isNewer(rules, each)) {
          newer++;
          tests.add(RuleCases.leftOut(name, "the rules do not have a parameter of the case"));
        } else {
          tests.add(dynamicTest(name, () -> RuleCases.check(rules, partitions, each)));
        }
      }
    }
    System.out.println(
        "endpoint-rules: " + tests.size() + " cases, of which " + newer + " are left out");
    assertThat(newer).isLessThanOrEqualTo(tests.size() / 50);
    return tests.stream();
  }
}
