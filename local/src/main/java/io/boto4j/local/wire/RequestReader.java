package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.Structures;
import io.boto4j.internal.protocol.ServerCodec;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.local.engine.EngineException;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads the input of an operation from a request. */
final class RequestReader {
  /** The largest body that is kept in memory: Lambda's packages and RPC inputs are smaller. */
  private static final int MOST = 70 << 20;

  /** The headers of the transport and of signatures, which no member of an input is. */
  private static final Set<String> TRANSPORT =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "expect",
          "te",
          "upgrade",
          "authorization",
          "x-amz-date",
          "x-amz-content-sha256",
          "x-amz-security-token",
          "user-agent",
          "accept",
          "accept-encoding",
          "amz-sdk-invocation-id",
          "amz-sdk-request");

  private RequestReader() {}

  /**
   * Reads an input.
   *
   * @param target the operation
   * @param request the request
   * @param form the pairs of the body if it is a form, else null
   * @return the input
   * @throws EngineException if the request is malformed
   */
  static Structure read(
      Target target, Inbound request, @Nullable List<Map.Entry<String, String>> form) {
    StructureShape shape = target.operation().input();
    if (shape == null) {
      return Structures.of(Map.of());
    }
    try {
      return switch (target.protocol()) {
        case JSON -> json(body(request), shape);
        case CBOR -> cbor(body(request), shape);
        case QUERY, EC2 -> form(target, shape, form == null ? request.queryPairs() : form, request);
        case REST_JSON, REST_XML -> rest(target, shape, request);
      };
    } catch (EngineException e) {
      throw e;
    } catch (ZipException | EOFException e) {
      throw malformed(target, "The body is not in the encoding of its header: " + e.getMessage());
    } catch (IOException e) {
      throw new EngineException("RequestTimeout", "The body did not arrive: " + e.getMessage());
    } catch (MismatchException e) {
      throw malformed(target, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      throw malformed(target, "The request cannot be read: " + e.getMessage());
    }
  }

  /** Returns the error of a request that cannot be read. */
  static EngineException malformed(Target target, String message) {
    String code =
        switch (target.protocol()) {
          case REST_XML -> "MalformedXML";
          case QUERY -> "MalformedInput";
          case EC2 -> "InvalidParameterValue";
          case JSON, CBOR, REST_JSON -> "SerializationException";
        };
    return new EngineException(code, message);
  }

  private static Structure form(
      Target target, StructureShape shape, List<Map.Entry<String, String>> pairs, Inbound request) {
    return new FormReader(
            SqsQuery.is(target.service()) ? SqsQuery.renamed(shape, pairs, request.path()) : pairs,
            target.protocol() == ProtocolKind.EC2)
        .structure(shape);
  }

  private static Structure json(byte[] body, StructureShape shape) {
    if (body.length == 0) {
      return SlotStructure.empty(shape);
    }
    JsonTypes.check(body, shape);
    return ServerCodec.readJson(body, shape);
  }

  private static Structure cbor(byte[] body, StructureShape shape) {
    return body.length == 0 ? SlotStructure.empty(shape) : ServerCodec.readCbor(body, shape);
  }

  /** Reads a whole body, which may be compressed. */
  private static byte[] body(Inbound request) throws IOException {
    return ServerBody.all(DecodedBody.unzipped(request), MOST);
  }

  private static Structure rest(Target target, StructureShape shape, Inbound request)
      throws IOException {
    @Nullable Object[] slots = new @Nullable Object[shape.size()];
    body(target, shape, request, slots);
    TextValues texts = new TextValues(target.protocol());
    List<Map.Entry<String, String>> query = request.queryPairs();
    for (int i = 0; i < slots.length; i++) {
      Member member = shape.member(i);
      String location = member.traits().text("location");
      if (location != null) {
        slots[i] =
            switch (location) {
              case "uri" -> label(texts, member, target.labels());
              case "querystring" -> query(texts, shape, member, query);
              case "header" -> texts.header(member, request.headers());
              case "headers" -> headers(member, request);
              default -> slots[i];
            };
      }
    }
    return new SlotStructure(shape, slots);
  }

  private static @Nullable Object label(
      TextValues texts, Member member, Map<String, String> labels) {
    String text = labels.get(member.wireName());
    return text == null ? null : texts.text(member, text);
  }

  private static @Nullable Object headers(Member member, Inbound request) {
    String prefix = member.textTrait("locationName");
    Map<String, Object> map = new LinkedHashMap<>();
    ServerCodec.readHeaders(prefix == null ? "" : prefix, request.headers())
        .forEach(
            (name, value) -> {
              // Without a prefix all headers are meant, except those of the transport.
              if ((prefix != null && !prefix.isEmpty())
                  || !TRANSPORT.contains(name.toLowerCase(Locale.ROOT))) {
                map.put(name, value);
              }
            });
    return map.isEmpty() ? null : map;
  }

  private static @Nullable Object query(
      TextValues texts,
      StructureShape shape,
      Member member,
      List<Map.Entry<String, String>> query) {
    if (member.shape() instanceof MapShape map) {
      return queryMap(map, texts.all(shape, query));
    }
    List<@Nullable Object> values = new ArrayList<>();
    Member each = member.shape() instanceof ListShape list ? list.element() : member;
    for (Map.Entry<String, String> pair : query) {
      if (pair.getKey().equals(member.wireName())) {
        values.add(texts.text(each, pair.getValue()));
      }
    }
    if (values.isEmpty()) {
      return null;
    }
    return member.shape() instanceof ListShape ? values : values.get(0);
  }

  private static @Nullable Object queryMap(MapShape map, List<Map.Entry<String, String>> query) {
    boolean lists = map.value().shape() instanceof ListShape;
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : query) {
      all.computeIfAbsent(pair.getKey(), name -> new ArrayList<>()).add(pair.getValue());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    all.forEach((name, each) -> values.put(name, lists ? each : each.get(0)));
    return values.isEmpty() ? null : values;
  }

  private static void body(
      Target target, StructureShape shape, Inbound request, @Nullable Object[] slots)
      throws IOException {
    boolean xml = target.protocol() == ProtocolKind.REST_XML;
    String payload = shape.traits().text("payload");
    if (payload == null) {
      if (ServerCodec.hasBodyMembers(shape)) {
        byte[] body = body(request);
        if (body.length > 0 && xml) {
          ServerCodec.readXml(body, shape, slots);
        } else if (body.length > 0) {
          JsonTypes.check(body, shape);
          Structure members = ServerCodec.readJson(body, shape);
          for (int i = 0; i < slots.length; i++) {
            slots[i] = members.get(shape.member(i).name());
          }
        }
      }
      return;
    }
    int index = shape.indexOf(payload);
    Member member = shape.member(index);
    slots[index] = payload(target, member, request, xml);
  }

  private static @Nullable Object payload(
      Target target, Member member, Inbound request, boolean xml) throws IOException {
    Shape shape = member.shape();
    if (shape.type() == ShapeType.BLOB) {
      // What is stored stays as it is, even if it is compressed.
      boolean compressed = target.operation().traits().get("requestcompression") != null;
      return compressed ? DecodedBody.unzipped(request) : request.body();
    }
    if (shape instanceof StructureShape union && shape.traits().flag("eventstream")) {
      return EventReader.of(request.body(), union, target.protocol());
    }
    byte[] body = body(request);
    if (shape.type() == ShapeType.STRING) {
      return new String(body, StandardCharsets.UTF_8);
    }
    if (body.length == 0 || isUnset(shape, body)) {
      return null;
    }
    if (xml) {
      return ServerCodec.readXmlValue(body, shape);
    }
    JsonTypes.check(body, shape);
    return ServerCodec.readJsonValue(body, shape);
  }

  /** Clients send a union that is not set as an object without members. */
  private static boolean isUnset(Shape shape, byte[] body) {
    return shape instanceof StructureShape structure
        && structure.isUnion()
        && new String(body, StandardCharsets.UTF_8).strip().equals("{}");
  }
}
