package io.boto4j.conformance;

import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that two sides of a wire compare: without what a protocol cannot represent, which is
 * the difference between an empty list and none, and what clients and servers add.
 */
final class RoundTripValues {
  private final boolean keepsEmpty;
  private final ResponseMeaning meaning;

  RoundTripValues(ServiceModel service) {
    String protocol = ResponseWire.protocolOf(service);
    this.keepsEmpty = protocol.contains("json") || protocol.contains("cbor");
    this.meaning = new ResponseMeaning(protocol);
  }

  /** Returns an input that a client can send: without wrong digests and lengths of its body. */
  static Map<String, Object> sendableInput(OperationModel operation, Map<String, Object> input) {
    Map<String, Object> copy = new LinkedHashMap<>(input);
    StructureShape shape = operation.input();
    for (Member member : shape == null ? List.<Member>of() : shape.members()) {
      if (isOfBody(member)) {
        copy.remove(member.name());
      }
    }
    for (int i = 0; shape != null && i < shape.requiredCount(); i++) {
      Member required = shape.member(shape.requiredIndex(i));
      copy.putIfAbsent(required.name(), input.get(required.name()));
    }
    String algorithm = algorithmMember(operation);
    if (copy.containsKey(algorithm)) {
      // The only one of which boto3 needs no native library.
      copy.put(algorithm, "CRC32");
    }
    return copy;
  }

  private static String algorithmMember(OperationModel operation) {
    return String.valueOf(operation.traits().map("httpChecksum").get("requestAlgorithmMember"));
  }

  /** Whether a member describes the bytes of the body, so that a client fills it in. */
  private static boolean isOfBody(Member member) {
    String name = member.wireName().toLowerCase(Locale.ROOT);
    return "header".equals(member.traits().text("location"))
        && (name.startsWith("x-amz-checksum-")
            || name.equals("content-md5")
            || name.equals("content-length")
            || name.equals("x-amz-content-sha256")
            || name.equals("x-amz-sha256-tree-hash"));
  }

  /** Returns an input, as sent or as received, in the form that is compared. */
  Map<String, Object> input(OperationModel operation, Map<String, ?> input) {
    Map<String, Object> values = map(OracleValues.comparable(Trees.withoutStreams(input)));
    StructureShape shape = operation.input();
    for (Member member : shape == null ? List.<Member>of() : shape.members()) {
      Object value = values.get(member.name());
      boolean bound = member.traits().get("location") != null;
      if (member.traits().flag("idempotencyToken")
          || isOfBody(member)
          || member.name().equals(algorithmMember(operation))
          || (bound && isEmpty(value))
          || isNothing(shape, member, value)) {
        values.remove(member.name());
      }
    }
    return values;
  }

  /** An empty payload and none are the same request. */
  private static boolean isNothing(
      @Nullable StructureShape shape, Member member, @Nullable Object value) {
    return shape != null
        && member.name().equals(shape.traits().text("payload"))
        && (isEmpty(value) || (value instanceof byte[] bytes && bytes.length == 0));
  }

  private static boolean isEmpty(@Nullable Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || "".equals(value);
  }

  /** Returns an output that a server can send: with the true status and length. */
  Map<String, Object> sendable(OperationModel operation, Map<String, Object> output) {
    StructureShape shape = operation.output();
    Map<String, Object> copy = new LinkedHashMap<>(output);
    for (Member member : shape == null ? List.<Member>of() : shape.members()) {
      String location = member.traits().text("location");
      boolean present = copy.containsKey(member.name());
      if (RestWire.isChecksum(member)) {
        copy.remove(member.name());
      } else if (present && "statusCode".equals(location)) {
        copy.put(member.name(), 200);
      } else if (present && member.wireName().equalsIgnoreCase("Content-Length")) {
        Object body = copy.get(String.valueOf(shape == null ? "" : shape.traits().text("payload")));
        copy.put(member.name(), body instanceof byte[] bytes ? (long) bytes.length : 0L);
      }
    }
    return copy;
  }

  /** Returns an output with one event of each kind, if it has an event stream. */
  static Map<String, Object> withEvents(
      OperationModel operation, Map<String, Object> output, SampleValues samples) {
    Member stream = operation.eventOutput();
    if (stream == null) {
      return output;
    }
    List<Object> events = new ArrayList<>();
    for (Member event : ((StructureShape) stream.shape()).members()) {
      if (event.shape() instanceof StructureShape shape && !shape.isError()) {
        events.add(Map.of(event.name(), samples.sample(shape)));
      }
    }
    Map<String, Object> copy = new LinkedHashMap<>(output);
    copy.put(stream.name(), events);
    return copy;
  }

  /** Returns what a client receives of an output. */
  Map<String, Object> expected(OperationModel operation, Map<String, Object> output) {
    StructureShape shape = operation.output();
    if (shape == null) {
      return new LinkedHashMap<>();
    }
    Map<String, Object> rest = new LinkedHashMap<>(output);
    Member stream = operation.eventOutput();
    Object events = stream == null ? null : rest.remove(stream.name());
    Map<String, Object> expected = meaning.of(shape, rest, 200);
    if (stream != null && events != null) {
      expected.put(stream.name(), events);
    }
    return received(operation, expected);
  }

  /** Returns a result in the form that is compared. */
  Map<String, Object> received(OperationModel operation, Map<?, ?> result) {
    Map<String, Object> values = map(OracleValues.comparable(Trees.withoutStreams(result)));
    StructureShape shape = operation.output();
    for (Member member : shape == null ? List.<Member>of() : shape.members()) {
      Object value = values.get(member.name());
      String location = member.traits().text("location");
      if (isOfBody(member)
          || "statusCode".equals(location)
          || (location != null && isEmpty(value))
          || isNothing(shape, member, value)) {
        values.remove(member.name());
      }
      if ("headers".equals(location) && value instanceof Map<?, ?> map) {
        // Without a prefix the map has all headers of the response.
        Map<Object, Object> own = new LinkedHashMap<>(map);
        own.keySet().removeIf(name -> !String.valueOf(name).startsWith("k"));
        values.put(member.name(), own);
      }
    }
    return values;
  }

  private Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> copy = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, each) -> {
            Object part = each == null ? null : part(each);
            if (part != null) {
              copy.put(String.valueOf(name), part);
            }
          });
    }
    return copy;
  }

  private @Nullable Object part(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = map(map);
      return copy.isEmpty() && !keepsEmpty ? null : copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      for (Object each : list) {
        Object part = each == null ? null : part(each);
        copy.add(part == null ? Map.of() : part);
      }
      return copy.isEmpty() && !keepsEmpty ? null : copy;
    }
    return value;
  }
}
