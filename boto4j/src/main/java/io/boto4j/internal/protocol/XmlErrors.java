package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.protocol.Protocol.ServiceError;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlException;
import io.boto4j.model.codec.XmlReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the errors of the query protocols: {@code ErrorResponse/Error} with {@code RequestId}, and
 * the {@code Response/Errors/Error} with {@code RequestID} of EC2 and SimpleDB.
 */
final class XmlErrors {
  private static final String ERROR = "Error";
  private static final String ERRORS = "Errors";

  private XmlErrors() {}

  static ServiceError parse(ServiceModel service, WireResponse answer) {
    if (AnswerErrors.isGeneric(answer)) {
      return AnswerErrors.ofStatus(answer.statusCode());
    }
    try {
      return read(service, answer);
    } catch (XmlException e) {
      return AnswerErrors.ofStatus(answer.statusCode());
    }
  }

  private static ServiceError read(ServiceModel service, WireResponse answer) {
    XmlReader xml = new XmlReader(answer.body());
    xml.beginRoot();
    Map<String, Object> root = asMap(tree(xml));
    xml.end();
    Map<String, Object> details =
        asMap(root.containsKey(ERRORS) ? asMap(root.get(ERRORS)).get(ERROR) : root.get(ERROR));
    String code = text(details, "Code");
    String message = text(details, "Message");
    message = message == null ? text(details, "message") : message;
    if (code == null) {
      code = String.valueOf(answer.statusCode());
      message = message == null ? ReasonPhrases.of(answer.statusCode()) : message;
    }
    String requestId = text(root, "RequestId");
    requestId = requestId == null ? text(root, "RequestID") : requestId;
    return AnswerErrors.of(
        code,
        message == null ? "" : message,
        details,
        modelledMembers(service, code, answer),
        requestId);
  }

  /** An element's text, or its children by their names; the first of each name counts. */
  private static Object tree(XmlReader xml) {
    String leaf = xml.readLeaf();
    if (leaf != null) {
      return leaf;
    }
    Map<String, Object> children = new LinkedHashMap<>();
    do {
      String name = xml.name();
      Object child = tree(xml);
      if (!child.equals("")) {
        children.putIfAbsent(name, child);
      }
    } while (xml.hasNextChild());
    return new MapStructure(children);
  }

  private static Map<String, Object> asMap(@Nullable Object tree) {
    return tree instanceof MapStructure children ? children : MapStructure.EMPTY;
  }

  private static @Nullable String text(Map<String, Object> map, String name) {
    return map.get(name) instanceof String text ? text : null;
  }

  private static Structure modelledMembers(ServiceModel service, String code, WireResponse answer) {
    StructureShape shape = service.errorShape(code);
    if (shape == null) {
      return MapStructure.EMPTY;
    }
    XmlReader xml = new XmlReader(answer.body());
    try {
      xml.beginRoot();
      while (xml.hasNextChild()) {
        if (xml.nameEquals(ERROR)) {
          return XmlParser.structure(xml, shape);
        }
        // The error within Errors is the next child that is found.
        if (!xml.nameEquals(ERRORS)) {
          xml.skipElement();
        }
      }
    } catch (XmlException e) {
      // The members do not fit their model: code and message must do.
      return MapStructure.EMPTY;
    }
    return MapStructure.EMPTY;
  }
}
