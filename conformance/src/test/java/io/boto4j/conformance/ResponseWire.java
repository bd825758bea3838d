package io.boto4j.conformance;

import io.boto4j.http.Headers;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ObjectNode;

/**
 * Writes responses of a service in its protocol; an odd service also sends parts that are not in
 * any model.
 */
final class ResponseWire {
  /** boto3's order of preference. */
  private static final List<String> PREFERENCE =
      List.of("json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2");

  /** The request id of every response. */
  static final String REQUEST_ID = "REQUEST-1";

  /** The message of every error in XML. */
  static final String ERROR_MESSAGE = "a message";

  /** The type of every error in XML. */
  static final String ERROR_TYPE = "Sender";

  private static final byte[] NOTHING = {};

  private final String protocol;
  private final String service;
  private final boolean odd;

  ResponseWire(ServiceModel service, boolean odd) {
    this.protocol = protocolOf(service);
    this.service = service.name();
    this.odd = odd;
  }

  /** Returns the protocol that boto3 uses for a service. */
  static String protocolOf(ServiceModel service) {
    if (service.metadata().get("protocols") instanceof List<?> spoken) {
      return PREFERENCE.stream().filter(spoken::contains).findFirst().orElse("none");
    }
    return String.valueOf(service.metadata().text("protocol"));
  }

  /** Returns a successful response. */
  RawResponse output(OperationModel operation, Map<String, Object> value) {
    StructureShape shape = operation.output();
    return switch (protocol) {
      case "json" -> json(200, shape == null ? NOTHING : JsonWire.bytes(object(shape, value)));
      case "rest-json" -> shape == null ? json(200, NOTHING) : restJson(200, shape, value, null);
      case "rest-xml" ->
          shape == null ? new RawResponse(200, ids().build(), NOTHING) : restXml(operation, value);
      case "query", "ec2" -> xml(200, query(operation, value));
      default -> cbor(200, shape == null ? NOTHING : CborWire.structure(shape, value, odd));
    };
  }

  /** Returns an error response with a code, which may have a namespace. */
  RawResponse error(int status, String code, StructureShape shape, Map<String, Object> value) {
    return switch (protocol) {
      case "json" -> json(status, JsonWire.bytes(object(shape, value).withMember("__type", code)));
      case "rest-json" -> restJson(status, shape, value, code);
      case "smithy-rpc-v2-cbor" -> cbor(status, CborWire.error(shape, value, code, odd));
      default -> xmlError(status, code, shape, value);
    };
  }

  private ObjectNode object(StructureShape shape, Map<?, ?> value) {
    return odd ? JsonWire.oddStructure(shape, value) : JsonWire.structure(shape, value);
  }

  private static RawResponse json(int status, byte[] body) {
    return new RawResponse(status, ids().add("Content-Type", "application/json").build(), body);
  }

  private static RawResponse xml(int status, String body) {
    return new RawResponse(
        status,
        ids().add("Content-Type", "text/xml").build(),
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static RawResponse cbor(int status, byte[] body) {
    return new RawResponse(
        status,
        ids().add("Content-Type", "application/cbor").add("smithy-protocol", "rpc-v2-cbor").build(),
        body);
  }

  private static Headers.Builder ids() {
    return Headers.builder().add("x-amzn-RequestId", REQUEST_ID);
  }

  private RawResponse restJson(
      int status, StructureShape shape, Map<?, ?> value, @Nullable String errorCode) {
    RestWire wire = new RestWire(shape, value);
    wire.headers().add("x-amzn-RequestId", REQUEST_ID);
    if (errorCode != null) {
      wire.headers().set("X-Amzn-ErrorType", errorCode);
    }
    byte[] raw = wire.rawBody();
    Member payload = wire.payload();
    Object payloadValue = wire.payloadValue();
    if (raw == null && payload != null && payloadValue != null) {
      raw =
          payload.shape() instanceof StructureShape structure
              ? JsonWire.bytes(object(structure, (Map<?, ?>) payloadValue))
              : JsonWire.bytes(JsonWire.value(payload, payloadValue));
    }
    byte[] body = raw == null ? JsonWire.bytes(object(shape, wire.body())) : raw;
    return new RawResponse(status, wire.headers().build(), body);
  }

  private RawResponse restXml(OperationModel operation, Map<?, ?> value) {
    StructureShape shape = operation.output();
    RestWire wire = new RestWire(shape, value);
    wire.headers().add("x-amzn-RequestId", REQUEST_ID);
    byte[] raw = wire.rawBody();
    Member payload = wire.payload();
    Object payloadValue = wire.payloadValue();
    if (raw == null) {
      XmlWire xml = new XmlWire(odd);
      if (payload != null && payloadValue != null) {
        xml.element(payload.wireName(), payload, payloadValue);
      } else {
        String root = operation.name() + "Result";
        xml.open(root).members(shape, wire.body()).close(root);
      }
      raw = xml.toString().getBytes(StandardCharsets.UTF_8);
    }
    return new RawResponse(200, wire.headers().build(), raw);
  }

  private String query(OperationModel operation, Map<String, Object> value) {
    String root = operation.name() + "Response xmlns=\"http://example.com/doc\"";
    XmlWire xml = new XmlWire(odd).open(root);
    Member output = operation.outputMember();
    if (output != null) {
      String wrapper = output.textTrait("resultWrapper");
      StructureShape shape = (StructureShape) output.shape();
      if (wrapper == null) {
        xml.members(shape, value);
      } else {
        xml.open(wrapper).members(shape, value).close(wrapper);
      }
    }
    if (protocol.equals("ec2")) {
      xml.text("requestId", REQUEST_ID);
    } else {
      xml.open("ResponseMetadata").text("RequestId", REQUEST_ID).close("ResponseMetadata");
    }
    return xml.close(root).toString();
  }

  private RawResponse xmlError(
      int status, String code, StructureShape shape, Map<String, Object> value) {
    RestWire wire = new RestWire(shape, value);
    XmlWire xml = new XmlWire(odd);
    boolean bare = service.equals("s3");
    List<String> around =
        bare
            ? List.of()
            : protocol.equals("ec2") ? List.of("Response", "Errors") : List.of("ErrorResponse");
    around.forEach(xml::open);
    xml.open("Error").text("Type", ERROR_TYPE).text("Code", code);
    Map<String, Object> members = wire.body();
    members.keySet().removeIf(name -> isNamed("Type", shape, name) || isNamed("Code", shape, name));
    if (members.keySet().stream().noneMatch(name -> isNamed("Message", shape, name))) {
      xml.text("Message", ERROR_MESSAGE);
    }
    xml.members(shape, members).close("Error");
    if (protocol.equals("ec2")) {
      xml.close("Errors").text("RequestID", REQUEST_ID).close("Response");
    } else if (!bare) {
      xml.text("RequestId", REQUEST_ID).close("ErrorResponse");
    }
    wire.headers().add("x-amz-request-id", REQUEST_ID).add("x-amz-id-2", "HOST-1");
    return new RawResponse(
        status, wire.headers().build(), xml.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isNamed(String wireName, StructureShape shape, String member) {
    return shape.member(member).wireName().equals(wireName);
  }
}
