package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.internal.input.StructureFactory;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.JsonWriter;
import io.boto4j.model.codec.XmlWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes outputs in the form of the protocol in which the request came. */
final class ResponseWriter {
  private static final byte[] NOTHING = {};
  private static final String EVENT_STREAM = "application/vnd.amazon.eventstream";

  private ResponseWriter() {}

  /**
   * Writes an output.
   *
   * @param target the operation
   * @param output the output by member name; nulls are left out
   * @param requestId the id of the request
   * @return the response
   * @throws IllegalArgumentException if the output does not fit the model
   */
  static HttpResponse write(Target target, Map<String, ?> output, String requestId) {
    if (output.get(Engine.STATUS) instanceof Integer status) {
      Map<String, Object> members = new LinkedHashMap<>(output);
      members.remove(Engine.STATUS);
      HttpResponse response = write(target, members, requestId);
      return HttpResponse.of(status, response.headers(), response.body());
    }
    OperationModel operation = target.operation();
    StructureShape shape = operation.output();
    Headers.Builder headers = Headers.builder();
    Member events = operation.eventOutput();
    if (shape != null && events != null) {
      return events(target, shape, events, output, requestId);
    }
    Structure members = shape == null ? null : StructureFactory.trusted(shape, output);
    return switch (target.protocol()) {
      case JSON -> {
        headers.add("x-amzn-RequestId", requestId);
        headers.add("Content-Type", jsonType(target.service()));
        yield of(
            200,
            headers,
            shape == null || members == null ? ascii("{}") : ServerCodec.writeJson(shape, members));
      }
      case CBOR -> {
        headers.add("x-amzn-RequestId", requestId).add("smithy-protocol", "rpc-v2-cbor");
        if (shape == null || members == null) {
          yield of(200, headers, NOTHING);
        }
        headers.add("Content-Type", "application/cbor");
        yield of(200, headers, ServerCodec.writeCbor(shape, members));
      }
      case QUERY -> {
        headers.add("x-amzn-RequestId", requestId).add("Content-Type", "text/xml");
        yield of(200, headers, query(target, members, requestId));
      }
      case EC2 -> {
        headers.add("x-amzn-RequestId", requestId).add("Content-Type", "text/xml;charset=UTF-8");
        yield of(200, headers, ec2(target, members, requestId));
      }
      case REST_JSON, REST_XML -> rest(target, members, requestId, headers);
    };
  }

  private static HttpResponse events(
      Target target, StructureShape shape, Member stream, Map<String, ?> output, String requestId) {
    Map<String, Object> rest = new LinkedHashMap<>(output);
    Object events = rest.remove(stream.name());
    Structure members = StructureFactory.trusted(shape, rest);
    EventMessages messages = new EventMessages(target, stream);
    Headers.Builder headers = Headers.builder();
    int status = 200;
    EventMessage first = null;
    if (target.protocol().isRest()) {
      headers.add(
          target.protocol() == ProtocolKind.REST_XML ? "x-amz-request-id" : "x-amzn-RequestId",
          requestId);
      status = bind(shape, members, headers, status);
    } else {
      headers.add("x-amzn-RequestId", requestId);
      if (target.protocol() == ProtocolKind.CBOR) {
        headers.add("smithy-protocol", "rpc-v2-cbor");
      }
      first = messages.initialResponse(shape, members);
    }
    headers.set("Content-Type", EVENT_STREAM);
    return HttpResponse.of(
        status, headers.build(), new EventBody(messages, first, events, requestId));
  }

  static String jsonType(ServiceModel service) {
    String version = service.metadata().text("jsonVersion");
    return "application/x-amz-json-" + (version == null ? "1.0" : version);
  }

  static HttpResponse of(int status, Headers.Builder headers, byte[] body) {
    // The answer to a HEAD request has the length of the body that GET would return.
    if (body.length > 0 || !headers.contains("Content-Length")) {
      headers.set("Content-Length", Integer.toString(body.length));
    }
    return HttpResponse.of(status, headers.build(), new ByteArrayInputStream(body));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static @Nullable String namespace(ServiceModel service) {
    return SqsQuery.is(service) ? SqsQuery.NAMESPACE : service.metadata().text("xmlNamespace");
  }

  private static byte[] query(Target target, @Nullable Structure members, String requestId) {
    XmlWriter xml = new XmlWriter();
    String name = target.operation().name();
    begin(xml, name + "Response", target.service());
    Member output = target.operation().outputMember();
    if (SqsQuery.is(target.service()) && output != null && members != null) {
      xml.begin(name + "Result");
      SqsQuery.write(xml, (StructureShape) output.shape(), members);
      xml.end();
    } else if (output != null && members != null) {
      String wrapper = output.textTrait("resultWrapper");
      if (wrapper != null) {
        xml.begin(wrapper);
      }
      ServerCodec.writeXmlMembers(xml, (StructureShape) output.shape(), members);
      if (wrapper != null) {
        xml.end();
      }
    }
    xml.begin("ResponseMetadata").begin("RequestId").text(requestId).end().end();
    xml.end();
    return xml.toByteArray();
  }

  private static byte[] ec2(Target target, @Nullable Structure members, String requestId) {
    XmlWriter xml = new XmlWriter();
    begin(xml, target.operation().name() + "Response", target.service());
    xml.begin("requestId").text(requestId).end();
    StructureShape shape = target.operation().output();
    if (members != null && shape != null) {
      ServerCodec.writeXmlMembers(xml, shape, members);
    }
    xml.end();
    return xml.toByteArray();
  }

  static void begin(XmlWriter xml, String name, ServiceModel service) {
    xml.begin(name);
    String namespace = namespace(service);
    if (namespace != null) {
      xml.namespace(null, namespace);
    }
  }

  private static HttpResponse rest(
      Target target, @Nullable Structure members, String requestId, Headers.Builder headers) {
    boolean xml = target.protocol() == ProtocolKind.REST_XML;
    headers.add(xml ? "x-amz-request-id" : "x-amzn-RequestId", requestId);
    int status =
        target.operation().http().get("responseCode") instanceof Number code
            ? code.intValue()
            : 200;
    StructureShape shape = target.operation().output();
    if (shape == null || members == null) {
      return of(status, headers, NOTHING);
    }
    status = bind(shape, members, headers, status);
    if (status == 200 && headers.contains("Content-Range")) {
      status = 206;
    }
    String payload = shape.traits().text("payload");
    if (payload != null) {
      return payload(target, shape, shape.member(shape.indexOf(payload)), members, status, headers);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : members.entrySet()) {
      Member member = shape.member(entry.getKey());
      if (member != null && member.traits().get("location") == null) {
        body.put(entry.getKey(), entry.getValue());
      }
    }
    boolean bodiless = status == 204 || status == 304 || xml || bindsContentType(shape);
    if (body.isEmpty() && bodiless && !(xml && ServerCodec.hasBodyMembers(shape))) {
      return of(status, headers, NOTHING);
    }
    if (status == 204) {
      // Some models have this status for outputs with a body, which HTTP does not allow.
      status = 200;
    }
    headers.set("Content-Type", xml ? "application/xml" : "application/json");
    if (xml && UnwrappedOutput.is(target)) {
      return of(status, headers, UnwrappedOutput.write(shape, body, namespace(target.service())));
    }
    Member output = target.operation().outputMember();
    byte[] bytes =
        xml && output != null
            ? ServerCodec.writeXml(output, body, namespace(target.service()))
            : ServerCodec.writeJson(shape, body);
    return of(status, headers, bytes);
  }

  /** Writes the members that are bound to headers, and returns the status. */
  static int bind(
      StructureShape shape, Map<String, ?> members, Headers.Builder headers, int otherwise) {
    int status = otherwise;
    for (Map.Entry<String, ?> entry : members.entrySet()) {
      Member member = shape.member(entry.getKey());
      Object value = entry.getValue();
      String location = member == null ? null : member.traits().text("location");
      if (member == null || value == null || location == null) {
        continue;
      }
      switch (location) {
        case "statusCode" -> status = ((Number) value).intValue();
        case "header" -> headers.set(member.wireName(), header(member, value));
        case "headers" ->
            ((Map<?, ?>) value)
                .forEach(
                    (name, each) -> headers.set(member.wireName() + name, String.valueOf(each)));
        default -> {}
      }
    }
    return status;
  }

  private static String header(Member member, Object value) {
    if (member.traits().flag("jsonvalue")) {
      return Base64.getEncoder().encodeToString(new JsonWriter().value(value).toByteArray());
    }
    if (member.shape() instanceof ListShape list && value instanceof List<?> elements) {
      StringBuilder joined = new StringBuilder();
      for (Object each : elements) {
        joined.append(joined.length() == 0 ? "" : ", ");
        joined.append(quoted(list.element(), ServerCodec.headerText(list.element(), each)));
      }
      return joined.toString();
    }
    return ServerCodec.headerText(member, value);
  }

  /** Quotes a text that would end an element, as clients do. */
  private static String quoted(Member element, String text) {
    return element.shape().type() != ShapeType.STRING
            || (text.indexOf(',') < 0 && text.indexOf('"') < 0)
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static HttpResponse payload(
      Target target,
      StructureShape output,
      Member member,
      Structure members,
      int status,
      Headers.Builder headers) {
    Object value = members.get(member.name());
    Shape shape = member.shape();
    if (value == null) {
      return of(status, headers, NOTHING);
    }
    boolean blob = shape.type() == ShapeType.BLOB;
    if (blob || shape.type() == ShapeType.STRING) {
      String mediaType = member.textTrait("mediaType");
      String usual = blob ? "application/octet-stream" : "text/plain";
      if (target.service().name().equals("lambda")) {
        // The model has bytes; the results of functions are JSON.
        usual = "application/json";
      }
      if (!bindsContentType(output)) {
        headers.set("Content-Type", mediaType == null ? usual : mediaType);
      }
    }
    if (blob) {
      return blob(value, status, headers);
    }
    if (shape.type() == ShapeType.STRING) {
      return of(status, headers, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }
    boolean xml = target.protocol() == ProtocolKind.REST_XML;
    headers.set("Content-Type", xml ? "application/xml" : "application/json");
    return of(
        status,
        headers,
        xml
            ? ServerCodec.writeXml(member, value, namespace(target.service()))
            : ServerCodec.writeJsonValue(member, value));
  }

  /** Whether the type of the body is a member of the output. */
  private static boolean bindsContentType(StructureShape output) {
    for (Member member : output.members()) {
      if (member.wireName().equalsIgnoreCase("Content-Type")
          && "header".equals(member.traits().text("location"))) {
        return true;
      }
    }
    return false;
  }

  private static HttpResponse blob(Object value, int status, Headers.Builder headers) {
    try {
      if (value instanceof Path path) {
        headers.set("Content-Length", Long.toString(Files.size(path)));
        return HttpResponse.of(status, headers.build(), Files.newInputStream(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value instanceof InputStream in
        ? HttpResponse.of(status, headers.build(), in)
        : of(status, headers, (byte[]) value);
  }

  /**
   * Writes an error.
   *
   * @param service the service, or null if it is not known
   * @param protocol the protocol of the request
   * @param error the error
   * @param requestId the id of the request
   * @return the response
   */
  static HttpResponse error(
      @Nullable ServiceModel service,
      ProtocolKind protocol,
      EngineException error,
      String requestId) {
    return new ErrorWriter(service, error, requestId).write(protocol);
  }
}
