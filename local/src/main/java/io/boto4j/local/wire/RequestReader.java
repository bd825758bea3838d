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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the input of an operation from a request. */
final class RequestReader {
  /** The largest body that is kept in memory: Lambda's packages and RPC inputs are smaller. */
  private static final int MOST = 70 << 20;

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
        case JSON -> rpc(ServerBody.all(request.body(), MOST), shape, /* cbor= */ false);
        case CBOR -> rpc(ServerBody.all(request.body(), MOST), shape, /* cbor= */ true);
        case QUERY, EC2 ->
            new FormReader(
                    form == null ? request.queryPairs() : form,
                    target.protocol() == ProtocolKind.EC2)
                .structure(shape);
        case REST_JSON, REST_XML -> rest(target, shape, request);
      };
    } catch (EngineException e) {
      throw e;
    } catch (IOException e) {
      throw new EngineException("RequestTimeout", "The body did not arrive: " + e.getMessage());
    } catch (RuntimeException e) {
      throw new EngineException(
          target.protocol() == ProtocolKind.REST_XML ? "MalformedXML" : "SerializationException",
          "The request cannot be read: " + e.getMessage());
    }
  }

  private static Structure rpc(byte[] body, StructureShape shape, boolean cbor) {
    if (body.length == 0) {
      return SlotStructure.empty(shape);
    }
    return cbor ? ServerCodec.readCbor(body, shape) : ServerCodec.readJson(body, shape);
  }

  private static Structure rest(Target target, StructureShape shape, Inbound request)
      throws IOException {
    @Nullable Object[] slots = new @Nullable Object[shape.size()];
    body(target, shape, request, slots);
    List<Map.Entry<String, String>> query = request.queryPairs();
    for (int i = 0; i < slots.length; i++) {
      Member member = shape.member(i);
      String location = member.traits().text("location");
      if (location != null) {
        slots[i] =
            switch (location) {
              case "uri" -> label(member, target.labels());
              case "querystring" -> query(shape, member, query);
              case "header" -> ServerCodec.readHeader(member, request.headers());
              case "headers" -> headers(member, request);
              default -> slots[i];
            };
      }
    }
    return new SlotStructure(shape, slots);
  }

  private static @Nullable Object label(Member member, Map<String, String> labels) {
    String text = labels.get(member.wireName());
    return text == null ? null : ServerCodec.readText(member.shape(), text);
  }

  private static @Nullable Object headers(Member member, Inbound request) {
    Map<String, Object> map = ServerCodec.readHeaders(member.wireName(), request.headers());
    return map.isEmpty() ? null : map;
  }

  private static @Nullable Object query(
      StructureShape shape, Member member, List<Map.Entry<String, String>> query) {
    if (member.shape() instanceof MapShape map) {
      return otherQuery(shape, map, query);
    }
    List<@Nullable Object> values = new ArrayList<>();
    Shape each =
        member.shape() instanceof ListShape list ? list.element().shape() : member.shape();
    for (Map.Entry<String, String> pair : query) {
      if (pair.getKey().equals(member.wireName())) {
        values.add(ServerCodec.readText(each, pair.getValue()));
      }
    }
    if (values.isEmpty()) {
      return null;
    }
    return member.shape() instanceof ListShape ? values : values.get(0);
  }

  /** Reads the pairs that no other member has. */
  private static @Nullable Object otherQuery(
      StructureShape shape, MapShape map, List<Map.Entry<String, String>> query) {
    boolean lists = map.value().shape() instanceof ListShape;
    Map<String, Object> rest = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : query) {
      boolean taken = false;
      for (Member each : shape.members()) {
        taken |=
            "querystring".equals(each.traits().text("location"))
                && !(each.shape() instanceof MapShape)
                && each.wireName().equals(pair.getKey());
      }
      if (taken) {
        continue;
      }
      if (lists) {
        List<Object> values = new ArrayList<>();
        if (rest.get(pair.getKey()) instanceof List<?> before) {
          values.addAll(before);
        }
        values.add(pair.getValue());
        rest.put(pair.getKey(), values);
      } else {
        rest.putIfAbsent(pair.getKey(), pair.getValue());
      }
    }
    return rest.isEmpty() ? null : rest;
  }

  private static void body(
      Target target, StructureShape shape, Inbound request, @Nullable Object[] slots)
      throws IOException {
    boolean xml = target.protocol() == ProtocolKind.REST_XML;
    String payload = shape.traits().text("payload");
    if (payload == null) {
      if (ServerCodec.hasBodyMembers(shape)) {
        byte[] body = ServerBody.all(request.body(), MOST);
        if (body.length > 0 && xml) {
          ServerCodec.readXml(body, shape, slots);
        } else if (body.length > 0) {
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
    slots[index] = payload(member, request.body(), xml);
  }

  private static @Nullable Object payload(Member member, InputStream in, boolean xml)
      throws IOException {
    Shape shape = member.shape();
    if (shape.type() == ShapeType.BLOB) {
      return in;
    }
    byte[] body = ServerBody.all(in, MOST);
    if (shape.type() == ShapeType.STRING) {
      return new String(body, StandardCharsets.UTF_8);
    }
    if (body.length == 0) {
      return null;
    }
    return xml ? ServerCodec.readXmlValue(body, shape) : ServerCodec.readJsonValue(body, shape);
  }

}
