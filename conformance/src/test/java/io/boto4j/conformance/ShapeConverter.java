package io.boto4j.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.smithy.aws.traits.protocols.AwsQueryCompatibleTrait;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.aws.traits.protocols.Ec2QueryNameTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.knowledge.TopDownIndex;
import software.amazon.smithy.model.shapes.CollectionShape;
import software.amazon.smithy.model.shapes.EnumShape;
import software.amazon.smithy.model.shapes.MapShape;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.EventHeaderTrait;
import software.amazon.smithy.model.traits.EventPayloadTrait;
import software.amazon.smithy.model.traits.HostLabelTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.IdempotencyTokenTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.RequiresLengthTrait;
import software.amazon.smithy.model.traits.SensitiveTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.StreamingTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.Trait;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** Converts shapes, each at its first reference, with only the traits that the protocol uses. */
final class ShapeConverter {
  private final Model model;
  private final ServiceShape service;
  private final WireProtocol protocol;
  private final Set<ShapeId> inputs = new HashSet<>();
  private final Map<String, Object> shapes = new LinkedHashMap<>();

  ShapeConverter(Model model, ServiceShape service, WireProtocol protocol) {
    this.model = model;
    this.service = service;
    this.protocol = protocol;
    for (OperationShape operation : TopDownIndex.of(model).getContainedOperations(service)) {
      inputs.add(operation.getInputShape());
    }
  }

  Map<String, Object> converted() {
    return shapes;
  }

  /** Returns a reference to which traits can be added. */
  Map<String, Object> reference(ShapeId target) {
    Map<String, Object> reference = new LinkedHashMap<>();
    reference.put("shape", convert(model.expectShape(target)));
    return reference;
  }

  /** Returns the name of an XML document's root. */
  String rootName(Shape shape) {
    return shape
        .getTrait(XmlNameTrait.class)
        .map(XmlNameTrait::getValue)
        .orElse(shape.getId().getName(service));
  }

  /** Adds the namespace of a root: the service's, unless it has its own. */
  void putRootNamespace(Shape shape, Map<String, Object> reference) {
    shape
        .getTrait(XmlNamespaceTrait.class)
        .or(() -> service.getTrait(XmlNamespaceTrait.class))
        .ifPresent(namespace -> reference.put("xmlNamespace", namespaceOf(namespace)));
  }

  static boolean isBoundToHttp(MemberShape member) {
    return member.hasTrait(HttpHeaderTrait.class)
        || member.hasTrait(HttpPrefixHeadersTrait.class)
        || member.hasTrait(HttpQueryTrait.class)
        || member.hasTrait(HttpQueryParamsTrait.class)
        || member.hasTrait(HttpLabelTrait.class)
        || member.hasTrait(HttpPayloadTrait.class)
        || member.hasTrait(HttpResponseCodeTrait.class);
  }

  private static boolean isOfRequests(MemberShape member) {
    return member.hasTrait(HttpLabelTrait.class)
        || member.hasTrait(HttpQueryTrait.class)
        || member.hasTrait(HttpQueryParamsTrait.class);
  }

  /**
   * Returns whether a member belongs to an input: elsewhere bindings to path and query do not
   * apply.
   */
  private boolean isOfInput(MemberShape member) {
    return inputs.contains(member.getContainer());
  }

  private String convert(Shape shape) {
    String name = shape.getId().getName(service);
    if (!shapes.containsKey(name)) {
      Map<String, Object> tree = new LinkedHashMap<>();
      shapes.put(name, tree);
      fill(tree, shape);
    }
    return name;
  }

  private void fill(Map<String, Object> tree, Shape shape) {
    tree.put("type", typeOf(shape));
    switch (shape.getType()) {
      case STRUCTURE, UNION -> structure(tree, shape);
      case LIST, SET -> list(tree, (CollectionShape) shape, true);
      case MAP -> map(tree, (MapShape) shape);
      case DOCUMENT -> {
        tree.put("members", Map.of());
        tree.put("document", true);
      }
      case ENUM -> tree.put("enum", List.copyOf(((EnumShape) shape).getEnumValues().values()));
      default -> {}
    }
    shapeTraits(tree, shape);
  }

  private static String typeOf(Shape shape) {
    return switch (shape.getType()) {
      case STRUCTURE, UNION, DOCUMENT -> "structure";
      case LIST, SET -> "list";
      case MAP -> "map";
      case STRING, ENUM -> "string";
      case BYTE, SHORT, INTEGER, INT_ENUM -> "integer";
      case LONG -> "long";
      case BIG_INTEGER -> "biginteger";
      case BIG_DECIMAL -> "bigdecimal";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case BOOLEAN -> "boolean";
      case TIMESTAMP -> "timestamp";
      case BLOB -> "blob";
      default -> throw new IllegalArgumentException("No type for " + shape);
    };
  }

  private void structure(Map<String, Object> tree, Shape shape) {
    Map<String, Object> members = new LinkedHashMap<>();
    tree.put("members", members);
    List<String> required = new ArrayList<>();
    for (MemberShape member : shape.members()) {
      members.put(member.getMemberName(), member(member));
      if (member.isRequired()) {
        required.add(member.getMemberName());
      }
      if (protocol.isRest() && member.hasTrait(HttpPayloadTrait.class)) {
        tree.put("payload", member.getMemberName());
      }
    }
    if (!required.isEmpty()) {
      tree.put("required", required);
    }
    if (shape.isUnionShape() && shape.hasTrait(StreamingTrait.class)) {
      tree.put("eventstream", true);
      markEvents(shape);
    } else if (shape.isUnionShape()) {
      tree.put("union", true);
    }
    shape.getTrait(ErrorTrait.class).ifPresent(error -> error(tree, shape, error));
  }

  private void markEvents(Shape stream) {
    for (MemberShape member : stream.members()) {
      @SuppressWarnings("unchecked") // every converted shape is such a map
      Map<String, Object> event =
          (Map<String, Object>) shapes.get(member.getTarget().getName(service));
      event.put("event", true);
    }
  }

  private void error(Map<String, Object> tree, Shape shape, ErrorTrait error) {
    Map<String, Object> details = new LinkedHashMap<>();
    // Only queries name errors by other codes; services that once spoke it send them in a header.
    if (protocol == WireProtocol.AWS_QUERY || service.hasTrait(AwsQueryCompatibleTrait.class)) {
      shape
          .getTrait(AwsQueryErrorTrait.class)
          .ifPresent(
              query -> {
                details.put("code", query.getCode());
                if (protocol == WireProtocol.AWS_QUERY) {
                  details.put("httpStatusCode", query.getHttpResponseCode());
                }
              });
    }
    shape
        .getTrait(HttpErrorTrait.class)
        .ifPresent(http -> details.putIfAbsent("httpStatusCode", http.getCode()));
    if (error.isClientError()) {
      details.put("senderFault", true);
    } else {
      tree.put("fault", true);
    }
    tree.put("error", details);
    tree.put("exception", true);
  }

  private void list(Map<String, Object> tree, CollectionShape shape, boolean namesMember) {
    Map<String, Object> member = member(shape.getMember());
    if (!namesMember) {
      member.remove("locationName");
    }
    tree.put("member", member);
    putFlag(tree, "sparse", shape, SparseTrait.class);
  }

  private void map(Map<String, Object> tree, MapShape shape) {
    tree.put("key", member(shape.getKey()));
    tree.put("value", member(shape.getValue()));
    putFlag(tree, "sparse", shape, SparseTrait.class);
  }

  private Map<String, Object> member(MemberShape member) {
    Shape target = model.expectShape(member.getTarget());
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("shape", targetName(member, target));
    if (protocol.isRest()
        && isBoundToHttp(member)
        && (!isOfRequests(member) || isOfInput(member))) {
      binding(tree, member, target);
    } else if (protocol == WireProtocol.REST_JSON_1) {
      member
          .getTrait(JsonNameTrait.class)
          .ifPresent(json -> tree.put("locationName", json.getValue()));
    } else if (protocol.isXml()) {
      xml(tree, member, target);
    }
    putFlag(tree, "idempotencyToken", member, IdempotencyTokenTrait.class);
    putFlag(tree, "hostLabel", member, HostLabelTrait.class);
    putFlag(tree, "eventheader", member, EventHeaderTrait.class);
    putFlag(tree, "eventpayload", member, EventPayloadTrait.class);
    if (target.isBlobShape()) {
      putFlag(tree, "streaming", target, StreamingTrait.class);
    }
    return tree;
  }

  /**
   * Returns the name of a member's target; a format that only a member specifies becomes a shape,
   * as in AWS's models ("synthetic").
   */
  private String targetName(MemberShape member, Shape target) {
    if (target.isTimestampShape()
        && member.hasTrait(TimestampFormatTrait.class)
        && heedsTimestampFormats()) {
      String format = member.expectTrait(TimestampFormatTrait.class).getValue();
      String name = "SyntheticTimestamp_" + format.replace('-', '_');
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("type", "timestamp");
      tree.put("timestampFormat", botocoreFormat(format));
      tree.put("synthetic", true);
      shapes.put(name, tree);
      return name;
    }
    if (protocol.isXml()
        && member.hasTrait(XmlFlattenedTrait.class)
        && target instanceof CollectionShape list
        && list.getMember().hasTrait(XmlNameTrait.class)) {
      // botocore names a flattened list by its elements' name, Smithy by its own.
      String name = "Flattened" + target.getId().getName(service);
      if (!shapes.containsKey(name)) {
        Map<String, Object> tree = new LinkedHashMap<>();
        shapes.put(name, tree);
        tree.put("type", "list");
        list(tree, list, false);
        shapeTraits(tree, target);
      }
      return name;
    }
    if (member.hasTrait(LengthTrait.class) || member.hasTrait(RangeTrait.class)) {
      return constrained(member, target);
    }
    return convert(target);
  }

  /**
   * Returns a shape with the constraints of a member, because only shapes have them in botocore.
   */
  private String constrained(MemberShape member, Shape target) {
    String name =
        member.getContainer().getName(service) + "_" + member.getMemberName() + "_Constrained";
    if (!shapes.containsKey(name)) {
      Map<String, Object> tree = new LinkedHashMap<>();
      shapes.put(name, tree);
      fill(tree, target);
      constraints(tree, member);
    }
    return name;
  }

  private boolean heedsTimestampFormats() {
    return protocol != WireProtocol.RPC_V2_CBOR;
  }

  private static String botocoreFormat(String smithyFormat) {
    return switch (smithyFormat) {
      case "date-time" -> "iso8601";
      case "http-date" -> "rfc822";
      case "epoch-seconds" -> "unixTimestamp";
      default -> throw new IllegalArgumentException("No such format: " + smithyFormat);
    };
  }

  private void binding(Map<String, Object> tree, MemberShape member, Shape target) {
    String name = member.getMemberName();
    if (member.hasTrait(HttpLabelTrait.class)) {
      location(tree, "uri", name);
    }
    member
        .getTrait(HttpHeaderTrait.class)
        .ifPresent(header -> location(tree, "header", header.getValue()));
    member
        .getTrait(HttpPrefixHeadersTrait.class)
        .ifPresent(prefix -> location(tree, "headers", prefix.getValue()));
    member
        .getTrait(HttpQueryTrait.class)
        .ifPresent(query -> location(tree, "querystring", query.getValue()));
    if (member.hasTrait(HttpQueryParamsTrait.class)) {
      location(tree, "querystring", name);
    }
    if (member.hasTrait(HttpResponseCodeTrait.class)) {
      tree.put("location", "statusCode");
    }
    if (member.hasTrait(HttpHeaderTrait.class) && isJson(target)) {
      tree.put("jsonvalue", true);
    }
    if (member.hasTrait(HttpPayloadTrait.class) && protocol == WireProtocol.REST_XML) {
      xml(tree, member, target);
      if (target.isStructureShape() || target.isUnionShape()) {
        tree.putIfAbsent("locationName", rootName(target));
        if (!member.hasTrait(XmlNamespaceTrait.class)) {
          putRootNamespace(target, tree);
        }
      }
    }
  }

  private static boolean isJson(Shape target) {
    return target
        .getTrait(MediaTypeTrait.class)
        .filter(type -> type.getValue().equals("application/json"))
        .isPresent();
  }

  private static void location(Map<String, Object> tree, String location, String name) {
    tree.put("location", location);
    tree.put("locationName", name);
  }

  private void xml(Map<String, Object> tree, MemberShape member, Shape target) {
    String name = member.getMemberName();
    member
        .getTrait(XmlNameTrait.class)
        .ifPresent(xmlName -> tree.put("locationName", xmlName.getValue()));
    if (protocol == WireProtocol.EC2_QUERY) {
      member
          .getTrait(Ec2QueryNameTrait.class)
          .ifPresent(query -> tree.put("queryName", query.getValue()));
      // EC2 capitalizes what has a locationName only.
      Shape container = model.expectShape(member.getContainer());
      if (container.isStructureShape() && Character.isLowerCase(name.charAt(0))) {
        tree.putIfAbsent("locationName", name);
      }
    }
    putFlag(tree, "xmlAttribute", member, XmlAttributeTrait.class);
    boolean aggregate = target instanceof CollectionShape || target instanceof MapShape;
    if (aggregate) {
      putFlag(tree, "flattened", member, XmlFlattenedTrait.class);
    }
    member
        .getTrait(XmlNamespaceTrait.class)
        .ifPresent(namespace -> tree.put("xmlNamespace", namespaceOf(namespace)));
  }

  private static Map<String, Object> namespaceOf(XmlNamespaceTrait trait) {
    Map<String, Object> namespace = new LinkedHashMap<>();
    namespace.put("uri", trait.getUri());
    trait.getPrefix().ifPresent(prefix -> namespace.put("prefix", prefix));
    return namespace;
  }

  private void shapeTraits(Map<String, Object> tree, Shape shape) {
    putFlag(tree, "sensitive", shape, SensitiveTrait.class);
    putFlag(tree, "requiresLength", shape, RequiresLengthTrait.class);
    if (shape.isBlobShape()) {
      putFlag(tree, "streaming", shape, StreamingTrait.class);
    }
    if (shape.isTimestampShape() && heedsTimestampFormats()) {
      shape
          .getTrait(TimestampFormatTrait.class)
          .ifPresent(format -> tree.put("timestampFormat", botocoreFormat(format.getValue())));
    }
    if (protocol.isXml()) {
      shape
          .getTrait(XmlNamespaceTrait.class)
          .ifPresent(namespace -> tree.put("xmlNamespace", namespaceOf(namespace)));
    }
    shape.getTrait(MediaTypeTrait.class).ifPresent(type -> tree.put("mediaType", type.getValue()));
    constraints(tree, shape);
  }

  private static void constraints(Map<String, Object> tree, Shape shape) {
    shape
        .getTrait(LengthTrait.class)
        .ifPresent(
            length -> {
              length.getMin().ifPresent(min -> tree.put("min", min));
              length.getMax().ifPresent(max -> tree.put("max", max));
            });
    shape
        .getTrait(RangeTrait.class)
        .ifPresent(
            range -> {
              range.getMin().ifPresent(min -> tree.put("min", min));
              range.getMax().ifPresent(max -> tree.put("max", max));
            });
  }

  private static void putFlag(
      Map<String, Object> tree, String name, Shape shape, Class<? extends Trait> trait) {
    if (shape.hasTrait(trait)) {
      tree.put(name, true);
    }
  }
}
