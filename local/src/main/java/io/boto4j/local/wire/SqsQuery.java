package io.boto4j.local.wire;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQS in the query protocol, which SQS still accepts and its model no longer has. The names follow
 * from those of the model: {@code Attribute.1.Name} is the first key of {@code Attributes}, {@code
 * SendMessageBatchRequestEntry.1} the first of {@code Entries}, which are of that shape.
 */
final class SqsQuery {
  static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

  private static final String QUEUE_URL = "QueueUrl";

  private SqsQuery() {}

  static boolean is(ServiceModel service) {
    return service.name().equals("sqs");
  }

  /**
   * Renames the parameters of a request to those of the model.
   *
   * @param shape the input of the operation
   * @param pairs the parameters
   * @param path the path of the request, which may be that of the queue
   * @return the parameters as other services would have them
   */
  static List<Map.Entry<String, String>> renamed(
      StructureShape shape, List<Map.Entry<String, String>> pairs, String path) {
    List<Map.Entry<String, String>> renamed = new ArrayList<>();
    boolean named = false;
    for (Map.Entry<String, String> pair : pairs) {
      named |= pair.getKey().equals(QUEUE_URL);
      renamed.add(Map.entry(renamed(shape, pair.getKey()), pair.getValue()));
    }
    if (!named && shape.member(QUEUE_URL) != null && path.indexOf('/', 1) > 0) {
      renamed.add(Map.entry(QUEUE_URL, path));
    }
    return renamed;
  }

  private static String renamed(StructureShape shape, String name) {
    String[] parts = name.split("\\.", 0);
    Shape at = shape;
    for (int i = 0; i < parts.length; i++) {
      if (at instanceof StructureShape structure) {
        Member member = find(structure, parts[i]);
        if (member == null) {
          break;
        }
        parts[i] = member.name();
        at = member.shape();
      } else if (at instanceof ListShape list) {
        at = list.element().shape();
      } else if (at instanceof MapShape map && i + 1 < parts.length) {
        i++;
        parts[i] = parts[i].equals("Value") ? "value" : "key";
        at = map.value().shape();
      }
    }
    return String.join(".", parts);
  }

  private static @Nullable Member find(StructureShape shape, String name) {
    for (Member member : shape.members()) {
      if (queryName(member).equals(name) || member.name().equals(name)) {
        return member;
      }
    }
    return null;
  }

  private static String queryName(Member member) {
    String name = member.name();
    Shape shape = member.shape();
    if (shape instanceof ListShape list && list.element().shape() instanceof StructureShape) {
      return list.element().shape().name();
    }
    if (!(shape instanceof ListShape) && !(shape instanceof MapShape)) {
      return name;
    }
    if (name.equals("Actions")) {
      return "ActionName";
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1, name.length() - 1);
  }

  /**
   * Writes the members of an output.
   *
   * @param xml the writer
   * @param shape the shape of the output
   * @param members the output
   */
  static void write(XmlWriter xml, StructureShape shape, Map<?, ?> members) {
    for (Member member : shape.members()) {
      Object value = members.get(member.name());
      if (value == null) {
        continue;
      }
      String name = queryName(member);
      if (member.shape() instanceof ListShape list && value instanceof Iterable<?> elements) {
        elements.forEach(each -> element(xml, name, list.element().shape(), each));
      } else if (member.shape() instanceof MapShape map && value instanceof Map<?, ?> entries) {
        String keyName = name.equals("Tag") ? "Key" : "Name";
        entries.forEach(
            (key, each) -> {
              xml.begin(name).begin(keyName).text(String.valueOf(key)).end();
              element(xml, "Value", map.value().shape(), each);
              xml.end();
            });
      } else {
        element(xml, name, member.shape(), value);
      }
    }
  }

  private static void element(XmlWriter xml, String name, Shape shape, @Nullable Object value) {
    xml.begin(name);
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> members) {
      write(xml, structure, members);
    } else if (value instanceof byte[] bytes) {
      xml.text(Base64.getEncoder().encodeToString(bytes));
    } else {
      xml.text(String.valueOf(value));
    }
    xml.end();
  }
}
