package io.boto4j.internal.customization;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.internal.protocol.Protocol.WireResponse;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.internal.value.ExtendedStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlException;
import io.boto4j.model.codec.XmlReader;
import org.jspecify.annotations.Nullable;

/**
 * What S3's answers do that its model cannot say: errors with status 200, a bucket's location that
 * is the text of the root, dates of expiry that are none.
 */
final class S3Answers {
  private static final String EXPIRES = "Expires";
  private static final String LOCATION = "LocationConstraint";

  private S3Answers() {}

  /**
   * S3 begins to answer before it has finished copying or joining objects. What goes wrong then
   * comes as an error, or as half a document, behind a status of 200; it is meant as 500.
   */
  static WireResponse meant(OperationModel operation, WireResponse answer) {
    return answer.statusCode() == 200
            && answer.body().length > 0
            && answersXml(operation.output())
            && isError(answer.body())
        ? answer.with(500, answer.headers())
        : withoutBadExpiry(answer);
  }

  /** Without a region the bucket is where the first ones were: then the member is absent. */
  static Structure withLocation(OperationModel operation, WireResponse answer, Structure output) {
    StructureShape shape = operation.output();
    if (shape == null
        || shape.indexOf(LOCATION) < 0
        || !output.isEmpty()
        || answer.body().length == 0) {
      return output;
    }
    XmlReader xml = new XmlReader(answer.body());
    xml.beginRoot();
    String region = xml.readText();
    return region.isEmpty() || !(output instanceof SlotStructure slots)
        ? output
        : slots.with(LOCATION, region);
  }

  /** The header as it came, beside the date that it may be. */
  static Structure withExpiresText(WireResponse answer, Structure output) {
    String expires = answer.headers().first(EXPIRES);
    return expires == null || expires.isEmpty()
        ? output
        : new ExtendedStructure(output, "ExpiresString", expires);
  }

  /** Whether a body is there to be read as XML, rather than as the bytes or text it is. */
  private static boolean answersXml(@Nullable StructureShape output) {
    if (output == null) {
      return false;
    }
    String payload = output.traits().text("payload");
    Member member = payload == null ? null : output.member(payload);
    ShapeType type = member == null ? ShapeType.STRUCTURE : member.shape().type();
    return type != ShapeType.BLOB && type != ShapeType.STRING;
  }

  private static boolean isError(byte[] body) {
    try {
      XmlReader xml = new XmlReader(body);
      xml.beginRoot();
      if (xml.nameEquals("Error")) {
        return true;
      }
      if (!endsWithTag(body, xml.name())) {
        xml.skipElement();
        xml.end();
      }
      return false;
    } catch (XmlException e) {
      return true;
    }
  }

  /** A document that was cut off does not end so; to read all of it twice would take too long. */
  private static boolean endsWithTag(byte[] body, String name) {
    int end = body.length;
    while (end > 0 && body[end - 1] <= ' ' && body[end - 1] >= 0) {
      end--;
    }
    int start = end - name.length() - 3;
    if (start < 0 || body[start] != '<' || body[start + 1] != '/' || body[end - 1] != '>') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (body[start + 2 + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Users set what they like for this header, and to read the object must not fail for it. */
  private static WireResponse withoutBadExpiry(WireResponse answer) {
    String expires = answer.headers().first(EXPIRES);
    if (expires == null) {
      return answer;
    }
    try {
      Timestamps.parse(expires);
      return answer;
    } catch (IllegalArgumentException e) {
      Headers headers = answer.headers().toBuilder().remove(EXPIRES).build();
      return answer.with(answer.statusCode(), headers);
    }
  }
}
