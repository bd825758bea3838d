package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.smithy.SmithyService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.ServiceShape;

/** Every model of the published suites can be read as a whole, with each operation and shape. */
final class SuiteModelsTest {
  @TempDir static Path folder;

  @TestFactory
  List<DynamicTest> services() {
    Model model = PublishedSuites.load().model();
    List<DynamicTest> tests = new ArrayList<>();
    for (ServiceShape service : model.getServiceShapes()) {
      for (WireProtocol protocol : WireProtocol.values()) {
        if (protocol.isSpokenBy(service)) {
          String name = service.getId() + " / " + protocol.suite();
          tests.add(dynamicTest(name, () -> check(model, service, protocol)));
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests;
  }

  private static void check(Model model, ServiceShape service, WireProtocol protocol) {
    SmithyService read =
        SmithyService.read(service.getId().toString(), SmithyModels.json(model, service)).get(0);
    assertThat(read.apiVersion()).isEqualTo(service.getVersion());
    String name = protocol.suite() + "-" + service.getId().getName();
    SuiteClients.write(SmithyModels.convert(model, service, protocol), folder, name, service);
    ServiceModel written = ModelLoader.of(List.of(folder)).find(name);
    assertThat(written).isNotNull();
    assertThat(written.operationNames())
        .containsExactlyInAnyOrderElementsOf(
            TopDownIndex.of(model).getContainedOperations(service).stream()
                .map(operation -> operation.getId().getName(service))
                .toList());
    for (String operation : written.operationNames()) {
      OperationModel converted = written.operation(operation);
      assertThat(converted.traits()).isNotNull();
      assertThat(converted.errors()).allSatisfy(error -> assertThat(error.isError()).isTrue());
    }
  }
}
