package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** IAM returns policies as percent-encoded JSON; users receive the document. */
final class Iam implements Customization {
  private static final String POLICY = "policyDocumentType";

  @Override
  public boolean differs(String name, @Nullable Member member) {
    return member != null && member.shape().name().equals(POLICY);
  }

  @Override
  public Structure output(
      OperationModel operation,
      Map<String, ?> parameters,
      WireResponse response,
      Structure output) {
    StructureShape shape = operation.output();
    return shape != null && decode(shape, output) instanceof Structure decoded ? decoded : output;
  }

  /** Returns the value with every policy in it decoded; the same object if it contains none. */
  private static Object decode(Shape shape, Object value) {
    if (shape instanceof StructureShape structure && value instanceof SlotStructure slots) {
      return members(structure, slots);
    }
    if (shape instanceof ListShape list && value instanceof List<?> elements) {
      return elements(list.element().shape(), elements);
    }
    return shape.name().equals(POLICY) && value instanceof String text ? policy(text) : value;
  }

  private static SlotStructure members(StructureShape shape, SlotStructure value) {
    SlotStructure decoded = value;
    for (int i = 0; i < shape.size(); i++) {
      Member member = shape.member(i);
      Object before = value.get(member.name());
      Object after = before == null ? null : decode(member.shape(), before);
      if (after != null && after != before) {
        decoded = decoded.with(member.name(), after);
      }
    }
    return decoded;
  }

  private static List<?> elements(Shape shape, List<?> elements) {
    List<Object> decoded = null;
    for (int i = 0; i < elements.size(); i++) {
      Object before = elements.get(i);
      Object after = decode(shape, before);
      if (after != before) {
        decoded = decoded == null ? new ArrayList<>(elements) : decoded;
        decoded.set(i, after);
      }
    }
    return decoded == null ? elements : Collections.unmodifiableList(decoded);
  }

  private static Object policy(String text) {
    Object document = JsonText.read(PercentEncoding.decode(text));
    return document == null ? text : document;
  }
}
