package io.boto4j.internal.protocol;

import io.boto4j.error.ParamValidationException;
import io.boto4j.http.HttpBody;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlException;
import io.boto4j.model.codec.XmlReader;
import io.boto4j.model.codec.XmlWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The REST protocol with XML bodies: S3, S3 Control, CloudFront, Route 53. As in boto3, a body is
 * sent without a Content-Type unless the caller sets one.
 *
 * <p>Source: smithy.io, "AWS restXml protocol"; where it is silent, boto3's behaviour.
 */
final class RestXmlProtocol extends RestProtocol {
  RestXmlProtocol(ServiceModel service) {
    super(service);
  }

  @Override
  HttpBody writeMembers(Member input, Map<String, Object> members) {
    return members.isEmpty() ? HttpBody.empty() : write(input, members);
  }

  @Override
  HttpBody writePayload(Member payload, @Nullable Object value) {
    return value == null ? HttpBody.empty() : write(payload, value);
  }

  /** Writes a root element with the name of the member in the model, else that of its shape. */
  private static HttpBody write(Member root, Object value) {
    XmlWriter xml = new XmlWriter();
    try {
      new XmlSerializer(xml).value(root, XmlParser.nameOr(root, root.shape().name()), value);
    } catch (XmlException e) {
      throw new ParamValidationException(List.of(String.valueOf(e.getMessage())));
    }
    return HttpBody.of(xml.buffer(), 0, xml.length());
  }

  @Override
  @Nullable String contentType() {
    return null;
  }

  @Override
  void readMembers(byte[] body, StructureShape shape, @Nullable Object[] slots) {
    XmlReader xml = new XmlReader(body);
    xml.beginRoot();
    if (shape.isError() && xml.nameEquals("ErrorResponse")) {
      // The parsing of code and message has checked that the document is complete.
      if (XmlErrors.enterError(xml)) {
        XmlParser.fill(xml, shape, slots);
      }
    } else {
      XmlParser.fill(xml, shape, slots);
      xml.end();
    }
    for (int i = 0; i < slots.length; i++) {
      // An element with the name of a member that is bound to a header is not that member.
      if (shape.member(i).traits().get("location") != null) {
        slots[i] = null;
      }
    }
  }

  @Override
  @Nullable Object readPayload(byte[] body, Shape shape) {
    if (body.length == 0) {
      return shape instanceof StructureShape structure ? SlotStructure.empty(structure) : null;
    }
    XmlReader xml = new XmlReader(body);
    xml.beginRoot();
    Object value = XmlParser.value(xml, shape);
    xml.end();
    return value;
  }

  @Override
  public ServiceError parseError(OperationModel operation, WireResponse response) {
    return XmlErrors.parse(service(), response, this);
  }
}
