package io.boto4j.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.smithy.aws.traits.HttpChecksumTrait;
import software.amazon.smithy.aws.traits.ServiceTrait;
import software.amazon.smithy.aws.traits.auth.SigV4Trait;
import software.amazon.smithy.aws.traits.auth.UnsignedPayloadTrait;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.OperationIndex;
import software.amazon.smithy.model.knowledge.ServiceIndex;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.StructureShape;
import software.amazon.smithy.model.traits.EndpointTrait;
import software.amazon.smithy.model.traits.HttpChecksumRequiredTrait;
import software.amazon.smithy.model.traits.HttpTrait;
import software.amazon.smithy.model.traits.IdempotentTrait;
import software.amazon.smithy.model.traits.ReadonlyTrait;
import software.amazon.smithy.model.traits.RequestCompressionTrait;
import software.amazon.smithy.model.traits.TitleTrait;
import software.amazon.smithy.model.traits.UnitTypeTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;
import software.amazon.smithy.model.traits.synthetic.NoAuthTrait;

/**
 * Converts a Smithy service to the tree of a botocore-format {@code service-2.json}, as AWS does
 * for botocore's models; the conversion follows the real models.
 */
final class SmithyModelConverter {
  private final Model model;
  private final ServiceShape service;
  private final WireProtocol protocol;
  private final ShapeConverter shapes;

  private SmithyModelConverter(Model model, ServiceShape service, WireProtocol protocol) {
    this.model = model;
    this.service = service;
    this.protocol = protocol;
    this.shapes = new ShapeConverter(model, service, protocol);
  }

  /** Converts the service for one of its protocols. */
  static Map<String, Object> convert(Model model, ServiceShape service, WireProtocol protocol) {
    return new SmithyModelConverter(model, service, protocol).tree();
  }

  /** Returns the name of the service's folder, such as {@code machinelearning}. */
  static String folder(ServiceShape service) {
    return sdkId(service).replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> tree() {
    Map<String, Object> operations = new LinkedHashMap<>();
    for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
      operations.put(operation.getId().getName(service), operation(operation));
    }
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("version", "2.0");
    tree.put("metadata", metadata());
    tree.put("operations", operations);
    tree.put("shapes", shapes.converted());
    return tree;
  }

  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    String prefix =
        service.getTrait(ServiceTrait.class).map(ServiceTrait::getEndpointPrefix).orElse("test");
    metadata.put("apiVersion", service.getVersion());
    metadata.put("endpointPrefix", prefix);
    if (protocol == WireProtocol.AWS_JSON_1_0 || protocol == WireProtocol.AWS_JSON_1_1) {
      metadata.put("jsonVersion", protocol == WireProtocol.AWS_JSON_1_0 ? "1.0" : "1.1");
    }
    metadata.put("protocol", protocol.botocoreName());
    metadata.put("protocols", List.of(protocol.botocoreName()));
    metadata.put(
        "serviceFullName",
        service.getTrait(TitleTrait.class).map(TitleTrait::getValue).orElse(sdkId(service)));
    metadata.put("serviceId", sdkId(service));
    metadata.put("signatureVersion", "v4");
    metadata.put(
        "signingName", service.getTrait(SigV4Trait.class).map(SigV4Trait::getName).orElse(prefix));
    if (!protocol.isRest()) {
      metadata.put("targetPrefix", service.getId().getName(service));
    }
    if (service.hasTrait(AwsQueryCompatibleTrait.class)) {
      metadata.put("awsQueryCompatible", Map.of());
    }
    service
        .getTrait(XmlNamespaceTrait.class)
        .ifPresent(namespace -> metadata.put("xmlNamespace", namespace.getUri()));
    metadata.put("auth", List.of("aws.auth#sigv4"));
    metadata.put("uid", folder(service) + "-" + service.getVersion());
    return metadata;
  }

  private Map<String, Object> operation(OperationShape operation) {
    String name = operation.getId().getName(service);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", name);
    tree.put("http", http(operation));
    OperationIndex index = OperationIndex.of(model);
    if (hasShape(operation.getInputShape())) {
      tree.put("input", input(index.expectInputShape(operation)));
    }
    if (hasShape(operation.getOutputShape())) {
      Map<String, Object> output = shapes.reference(operation.getOutputShape());
      if (protocol == WireProtocol.AWS_QUERY) {
        output.put("resultWrapper", name + "Result");
      } else if (protocol == WireProtocol.REST_XML) {
        // Clients ignore the name of the root, so AWS's models have it only where it is unusual.
        model
            .expectShape(operation.getOutputShape())
            .getTrait(XmlNameTrait.class)
            .ifPresent(root -> output.put("locationName", root.getValue()));
      }
      tree.put("output", output);
    }
    List<Map<String, Object>> errors =
        index.getErrors(service, operation).stream()
            .map(error -> shapes.reference(error.getId()))
            .toList();
    if (!errors.isEmpty()) {
      tree.put("errors", errors);
    }
    traits(operation, tree);
    return tree;
  }

  private static boolean hasShape(ShapeId inputOrOutput) {
    return !inputOrOutput.equals(UnitTypeTrait.UNIT);
  }

  private Map<String, Object> http(OperationShape operation) {
    Map<String, Object> http = new LinkedHashMap<>();
    HttpTrait trait = operation.getTrait(HttpTrait.class).orElse(null);
    if (trait == null || !protocol.isRest()) {
      http.put("method", "POST");
      http.put("requestUri", "/");
    } else {
      http.put("method", trait.getMethod());
      http.put("requestUri", trait.getUri().toString());
      http.put("responseCode", trait.getCode());
    }
    return http;
  }

  /**
   * Returns the reference to an input. It has the name of an XML body's root, as in the models of
   * S3 Control and Route 53.
   */
  private Map<String, Object> input(StructureShape shape) {
    Map<String, Object> input = shapes.reference(shape.getId());
    if (protocol == WireProtocol.REST_XML && hasBodyMembers(shape)) {
      input.put("locationName", shapes.rootName(shape));
      shapes.putRootNamespace(shape, input);
    }
    return input;
  }

  private static boolean hasBodyMembers(StructureShape shape) {
    for (MemberShape member : shape.members()) {
      if (!ShapeConverter.isBoundToHttp(member)) {
        return true;
      }
    }
    return shape.hasTrait(XmlNameTrait.class);
  }

  private void traits(OperationShape operation, Map<String, Object> tree) {
    operation
        .getTrait(EndpointTrait.class)
        .ifPresent(
            endpoint ->
                tree.put("endpoint", Map.of("hostPrefix", endpoint.getHostPrefix().toString())));
    operation
        .getTrait(RequestCompressionTrait.class)
        .ifPresent(
            compression ->
                tree.put("requestcompression", Map.of("encodings", compression.getEncodings())));
    operation
        .getTrait(HttpChecksumTrait.class)
        .ifPresent(checksum -> tree.put("httpChecksum", checksum(checksum)));
    if (operation.hasTrait(HttpChecksumRequiredTrait.class)) {
      tree.put("httpChecksumRequired", true);
    }
    if (operation.hasTrait(IdempotentTrait.class)) {
      tree.put("idempotent", true);
    }
    if (operation.hasTrait(ReadonlyTrait.class)) {
      tree.put("readonly", true);
    }
    if (operation.hasTrait(UnsignedPayloadTrait.class)) {
      tree.put("unsignedPayload", true);
      tree.put("authtype", "v4-unsigned-body");
    }
    Map<ShapeId, ?> auth =
        ServiceIndex.of(model)
            .getEffectiveAuthSchemes(service, operation, ServiceIndex.AuthSchemeMode.NO_AUTH_AWARE);
    if (!auth.isEmpty() && auth.keySet().iterator().next().equals(NoAuthTrait.ID)) {
      tree.put("auth", List.of(NoAuthTrait.ID.toString()));
      tree.put("authtype", "none");
    }
  }

  private static Map<String, Object> checksum(HttpChecksumTrait trait) {
    Map<String, Object> checksum = new LinkedHashMap<>();
    trait
        .getRequestAlgorithmMember()
        .ifPresent(member -> checksum.put("requestAlgorithmMember", member));
    checksum.put("requestChecksumRequired", trait.isRequestChecksumRequired());
    trait
        .getRequestValidationModeMember()
        .ifPresent(member -> checksum.put("requestValidationModeMember", member));
    if (!trait.getResponseAlgorithms().isEmpty()) {
      checksum.put("responseAlgorithms", trait.getResponseAlgorithms());
    }
    return checksum;
  }

  private static String sdkId(ServiceShape service) {
    return service
        .getTrait(ServiceTrait.class)
        .map(ServiceTrait::getSdkId)
        .orElse(service.getId().getName());
  }
}
