package io.boto4j.conformance;

import io.boto4j.model.smithy.SmithyService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.neighbor.Walker;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.ModelSerializer;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;

/** The models of the suites, as boto4j reads them from their JSON. */
final class SmithyModels {
  private SmithyModels() {}

  /** Returns the content of a service's {@code service-2.json} for one of its protocols. */
  static Map<String, Object> convert(Model model, ServiceShape service, WireProtocol protocol) {
    List<SmithyService> read =
        SmithyService.read(
            service.getId().toString(), json(model, service), protocol.trait().toString());
    return read.get(0).service();
  }

  /** Returns the file of a service alone, without the rest of the suites. */
  static byte[] json(Model model, ServiceShape service) {
    Set<Shape> closure = new Walker(model).walkShapes(service);
    ModelSerializer serializer = ModelSerializer.builder().shapeFilter(closure::contains).build();
    return Node.printJson(serializer.serialize(model)).getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the name of the service's folder, such as {@code machinelearning}. */
  static String folder(ServiceShape service) {
    return service
        .getTrait(ServiceTrait.class)
        .map(ServiceTrait::getSdkId)
        .orElse(service.getId().getName())
        .replace(" ", "")
        .toLowerCase(Locale.ROOT);
  }
}
