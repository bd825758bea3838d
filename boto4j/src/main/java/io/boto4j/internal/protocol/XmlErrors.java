package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
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
 * The errors of the XML protocols: {@code ErrorResponse/Error} with {@code RequestId}, {@code
 * Response/Errors/Error} with {@code RequestID} of EC2 and SimpleDB, and in REST the bare {@code
 * Error} of S3, whose ids are in headers.
 */
final class XmlErrors {
  private static final String ERROR = "Error";
  private static final String ERRORS = "Errors";

  private XmlErrors() {}

  /**
   * Reads an error.
   *
   * @param rest the protocol, if it is a REST protocol: then the error may be bare, and have
   *     members in headers
   */
  static ServiceError parse(
      ServiceModel service, WireResponse response, @Nullable RestProtocol rest) {
    if (ResponseErrors.isGeneric(response)) {
      return ResponseErrors.ofStatus(response.statusCode());
    }
    try {
      return read(service, response, rest);
    } catch (XmlException e) {
      return ResponseErrors.ofStatus(response.statusCode());
    }
  }

  private static ServiceError read(
      ServiceModel service, WireResponse response, @Nullable RestProtocol rest) {
    XmlReader xml = new XmlReader(response.body());
    xml.beginRoot();
    boolean bare = rest != null && xml.nameEquals(ERROR);
    Map<String, Object> root = asMap(tree(xml));
    xml.end();
    Map<String, Object> details = bare ? withoutIds(root) : details(root);
    String code = text(details, "Code");
    String message = text(details, "Message");
    message = message == null ? text(details, "message") : message;
    if (code == null) {
      code = String.valueOf(response.statusCode());
      message = message == null ? ReasonPhrases.of(response.statusCode()) : message;
    }
    String requestId = text(root, "RequestId");
    requestId = requestId == null ? text(root, "RequestID") : requestId;
    return ResponseErrors.of(
        code,
        message == null ? "" : message,
        details,
        modelledMembers(service, code, response, rest),
        bare && hasId(response.headers()) ? null : requestId);
  }

  private static Map<String, Object> details(Map<String, Object> root) {
    Map<String, Object> in = root.containsKey(ERRORS) ? asMap(root.get(ERRORS)) : root;
    return asMap(in.get(ERROR));
  }

  /** Returns the details of an error without the ids of the response. */
  private static Map<String, Object> withoutIds(Map<String, Object> root) {
    Map<String, Object> details = new LinkedHashMap<>(root);
    details.remove("RequestId");
    details.remove("HostId");
    return details;
  }

  private static boolean hasId(Headers headers) {
    return headers.contains("x-amzn-requestid") || headers.contains("x-amz-request-id");
  }

  /**
   * Returns the text of an element, or its children by name; of children with the same name the
   * first.
   */
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

  private static Structure modelledMembers(
      ServiceModel service, String code, WireResponse response, @Nullable RestProtocol rest) {
    StructureShape shape = service.errorShape(code);
    if (shape == null) {
      return MapStructure.EMPTY;
    }
    try {
      if (rest != null) {
        return rest.read(shape, response);
      }
      XmlReader xml = new XmlReader(response.body());
      xml.beginRoot();
      return enterError(xml) ? XmlParser.structure(xml, shape) : MapStructure.EMPTY;
    } catch (XmlException | ShapeMismatchException e) {
      // The members do not fit the model: code and message must suffice.
      return MapStructure.EMPTY;
    }
  }

  /** Enters the error in the root, or leaves the root if it has none. */
  static boolean enterError(XmlReader xml) {
    while (xml.hasNextChild()) {
      if (xml.nameEquals(ERROR)) {
        return true;
      }
      // Not skipped, so the next child is the first one of Errors.
      if (!xml.nameEquals(ERRORS)) {
        xml.skipElement();
      }
    }
    return false;
  }
}
