package io.boto4j.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.rules.EndpointRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Smithy's cases for the rules engine: small rule sets, one per feature. */
final class EndpointEngineSuiteTest {
  private static final Path SUITE = RuleCases.DATA.resolve("endpoint-engine");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> suite() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : RuleCases.files("endpoint-engine", SUITE.resolve("valid-rules"))) {
      EndpointRules rules = compiled(file);
      Path caseFile =
          SUITE.resolve("test-cases").resolve(Objects.requireNonNull(file.getFileName()));
      if (!Files.exists(caseFile)) {
        tests.add(
            dynamicTest(
                "endpoint-engine / " + RuleCases.name(file) + " / compiles",
                () -> assertThat(rules.slotCount()).isPositive()));
        continue;
      }
      for (Map<?, ?> each : RuleCases.cases(caseFile)) {
        tests.add(
            dynamicTest(
                "endpoint-engine / " + RuleCases.name(file) + " / " + each.get("documentation"),
                () -> RuleCases.check(rules, new Partitions(ModelLoader.builtIn()), each)));
      }
    }
    System.out.println("endpoint-engine: " + tests.size() + " cases");
    return tests.stream();
  }

  private EndpointRules compiled(Path file) throws IOException {
    Path version = folder.resolve(RuleCases.name(file)).resolve("2026-01-01");
    Files.createDirectories(version);
    Files.writeString(
        version.resolve("service-2.json"),
        "{\"metadata\": {\"apiVersion\": \"2026-01-01\"}, \"operations\": {}, \"shapes\": {}}");
    Files.copy(file, version.resolve("endpoint-rule-set-1.json"));
    ServiceModel model = ModelLoader.of(List.of(folder)).find(RuleCases.name(file));
    return Objects.requireNonNull(Objects.requireNonNull(model).endpointRules());
  }
}
