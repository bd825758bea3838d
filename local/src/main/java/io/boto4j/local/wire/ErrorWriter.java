package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.input.StructureFactory;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.Member;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborWriter;
import io.boto4j.model.codec.JsonWriter;
import io.boto4j.model.codec.XmlWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one error in the form of a protocol. */
final class ErrorWriter {
  private final @Nullable ServiceModel service;
  private final EngineException error;
  private final String requestId;
  private final @Nullable StructureShape shape;

  ErrorWriter(@Nullable ServiceModel service, EngineException error, String requestId) {
    this.service = service;
    this.error = error;
    this.requestId = requestId;
    this.shape = service == null ? null : shape(service, error.code());
  }

  private static @Nullable StructureShape shape(ServiceModel service, String code) {
    if (service.findShape(code) instanceof StructureShape named && named.isError()) {
      return named;
    }
    return service.errorShape(code);
  }

  HttpResponse write(ProtocolKind protocol) {
    Headers.Builder headers = Headers.builder();
    return switch (protocol) {
      case JSON -> json(headers);
      case CBOR -> cbor(headers);
      case REST_JSON -> restJson(headers);
      case QUERY -> query(headers);
      case EC2 -> ec2(headers);
      case REST_XML -> restXml(headers);
    };
  }

  private int status() {
    if (error.status() != 0) {
      return error.status();
    }
    return shape != null && shape.traits().map("error").get("httpStatusCode") instanceof Number code
        ? code.intValue()
        : 400;
  }

  /** The code in XML and in the header of old SDKs: the model may give it another name. */
  private String code() {
    String query = service == null ? null : QueryCodes.of(service.name(), error.code());
    if (query != null) {
      return query;
    }
    return shape != null && shape.traits().map("error").get("code") instanceof String code
        ? code
        : error.code();
  }

  private String shapeName() {
    return shape == null ? error.code() : shape.name();
  }

  private String fault() {
    return status() >= 500 ? "Receiver" : "Sender";
  }

  /** The members of the error's shape, with the message under its name there. */
  private Map<String, Object> members(boolean withMessage) {
    Map<String, Object> members = new LinkedHashMap<>();
    if (shape == null) {
      if (withMessage) {
        members.put("message", error.serviceMessage());
      }
      return members;
    }
    for (Member member : shape.members()) {
      if (member.name().equalsIgnoreCase("message")) {
        if (withMessage) {
          members.put(member.name(), error.serviceMessage());
        }
      } else if (error.members().get(member.name()) != null) {
        members.put(member.name(), error.members().get(member.name()));
      }
    }
    return members;
  }

  private HttpResponse json(Headers.Builder headers) {
    headers.add("x-amzn-RequestId", requestId);
    headers.add(
        "Content-Type",
        service == null ? "application/x-amz-json-1.0" : ResponseWriter.jsonType(service));
    queryError(headers);
    return ResponseWriter.of(status(), headers, jsonBody(type()));
  }

  /**
   * Returns the type of an error: in JSON 1.1 its name, otherwise after a namespace, such as {@code
   * com.amazonaws.dynamodb.v20120810#ResourceNotFoundException}.
   */
  private String type() {
    if (service == null || "1.1".equals(service.metadata().text("jsonVersion"))) {
      return shapeName();
    }
    String prefix = service.metadata().text("targetPrefix");
    int version = prefix == null ? -1 : prefix.indexOf('_');
    return "com.amazonaws."
        + service.name().replace("-", "")
        + (prefix == null || version < 0 ? "" : ".v" + prefix.substring(version + 1))
        + "#"
        + shapeName();
  }

  /** The headers that SDKs of the protocol query need after the service has got a newer one. */
  private void queryError(Headers.Builder headers) {
    if (service != null && service.metadata().get("awsQueryCompatible") != null) {
      headers.add("x-amzn-query-error", code() + ";" + fault());
    }
  }

  /** Writes the members, and before them the type, if there is one. */
  private byte[] jsonBody(@Nullable String type) {
    Map<String, Object> members = members(/* withMessage= */ true);
    if (shape != null) {
      members.keySet().removeIf(name -> isBound(shape.member(name)));
    }
    byte[] body =
        shape == null
            ? new JsonWriter().value(members).toByteArray()
            : ServerCodec.writeJson(shape, StructureFactory.trusted(shape, members));
    if (shape != null && !hasMessage() && !error.serviceMessage().isEmpty()) {
      body = with(body, "message", error.serviceMessage());
    }
    return type == null ? body : with(body, "__type", type);
  }

  private boolean hasMessage() {
    return shape != null
        && shape.members().stream().anyMatch(each -> each.name().equalsIgnoreCase("message"));
  }

  /** Returns a JSON object with one more member at its beginning. */
  private static byte[] with(byte[] object, String name, String value) {
    byte[] member =
        new JsonWriter().beginObject().name(name).value(value).endObject().toByteArray();
    boolean empty = object.length == 2;
    byte[] joined = new byte[member.length + object.length - (empty ? 2 : 1)];
    System.arraycopy(member, 0, joined, 0, member.length - 1);
    if (empty) {
      joined[member.length - 1] = '}';
    } else {
      joined[member.length - 1] = ',';
      System.arraycopy(object, 1, joined, member.length, object.length - 1);
    }
    return joined;
  }

  private HttpResponse restJson(Headers.Builder headers) {
    headers.add("x-amzn-RequestId", requestId).add("x-amzn-ErrorType", shapeName());
    headers.add("Content-Type", "application/json");
    if (shape != null) {
      ResponseWriter.bind(shape, members(true), headers, 0);
    }
    return ResponseWriter.of(status(), headers, jsonBody(null));
  }

  private HttpResponse cbor(Headers.Builder headers) {
    headers.add("x-amzn-RequestId", requestId).add("smithy-protocol", "rpc-v2-cbor");
    headers.add("Content-Type", "application/cbor");
    queryError(headers);
    CborWriter cbor = new CborWriter();
    Map<String, Object> members = members(/* withMessage= */ true);
    cbor.beginMap(members.size() + 1);
    cbor.name("__type").value(type());
    members.forEach((name, value) -> cbor.name(name).value(value));
    cbor.endMap();
    return ResponseWriter.of(status(), headers, cbor.toByteArray());
  }

  private HttpResponse query(Headers.Builder headers) {
    headers.add("x-amzn-RequestId", requestId).add("Content-Type", "text/xml");
    return ResponseWriter.of(status(), headers, wrapped());
  }

  private byte[] wrapped() {
    XmlWriter xml = new XmlWriter();
    if (service == null) {
      xml.begin("ErrorResponse");
    } else {
      ResponseWriter.begin(xml, "ErrorResponse", service);
    }
    xml.begin("Error").begin("Type").text(fault()).end();
    details(xml);
    xml.end();
    xml.begin("RequestId").text(requestId).end();
    xml.end();
    return xml.toByteArray();
  }

  private void details(XmlWriter xml) {
    xml.begin("Code").text(code()).end();
    if (!error.serviceMessage().isEmpty()) {
      xml.begin("Message").text(error.serviceMessage()).end();
    }
    if (shape != null) {
      Map<String, Object> members = members(/* withMessage= */ false);
      members.keySet().removeIf(name -> isBound(shape.member(name)));
      ServerCodec.writeXmlMembers(xml, shape, StructureFactory.trusted(shape, members));
    } else {
      error.members().forEach((name, value) -> xml.begin(name).text(String.valueOf(value)).end());
    }
  }

  private static boolean isBound(@Nullable Member member) {
    return member != null && member.traits().get("location") != null;
  }

  private HttpResponse ec2(Headers.Builder headers) {
    headers.add("Content-Type", "text/xml;charset=UTF-8");
    XmlWriter xml = new XmlWriter();
    xml.begin("Response").begin("Errors").begin("Error");
    details(xml);
    xml.end().end();
    xml.begin("RequestID").text(requestId).end();
    xml.end();
    return ResponseWriter.of(status(), headers, xml.toByteArray());
  }

  private HttpResponse restXml(Headers.Builder headers) {
    headers.add("x-amz-request-id", requestId).add("Content-Type", "application/xml");
    error.headers().forEach(headers::set);
    if (shape != null) {
      ResponseWriter.bind(shape, members(true), headers, 0);
    }
    boolean bare = service == null || "s3".equals(service.metadata().text("signatureVersion"));
    if (!bare) {
      return ResponseWriter.of(status(), headers, wrapped());
    }
    XmlWriter xml = new XmlWriter();
    xml.begin("Error");
    xml.begin("Code").text(code()).end();
    if (!error.serviceMessage().isEmpty()) {
      xml.begin("Message").text(error.serviceMessage()).end();
    }
    error.members().forEach((name, value) -> xml.begin(name).text(String.valueOf(value)).end());
    xml.begin("RequestId").text(requestId).end();
    xml.begin("HostId").text("boto4j-local").end();
    xml.end();
    return ResponseWriter.of(status(), headers, xml.toByteArray());
  }
}
