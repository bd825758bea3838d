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
 * The peculiarities of S3's responses that its model does not express: errors with status 200, the
 * location of a bucket as the text of the root element, invalid dates of expiry.
 */
final class S3Responses {
  private static final String EXPIRES = "Expires";

  /** The member that is not in the model. */
  static final String EXPIRES_TEXT = "ExpiresString";

  private static final String LOCATION = "LocationConstraint";

  private S3Responses() {}

  /**
   * S3 begins its response before it has finished copying or joining objects. If that fails, an
   * error or half a document follows a status of 200; the status is corrected to 500.
   */
  static WireResponse corrected(OperationModel operation, WireResponse response) {
    return response.statusCode() == 200
            && response.body().length > 0
            && respondsInXml(operation.output())
            && isError(response.body())
        ? response.with(500, response.headers())
        : withoutBadExpiry(response);
  }

  /** A bucket without a location is in us-east-1: then the member is absent. */
  static Structure withLocation(OperationModel operation, WireResponse response, Structure output) {
    StructureShape shape = operation.output();
    if (shape == null
        || shape.indexOf(LOCATION) < 0
        || !output.isEmpty()
        || response.body().length == 0) {
      return output;
    }
    XmlReader xml = new XmlReader(response.body());
    xml.beginRoot();
    String region = xml.readText();
    return region.isEmpty() || !(output instanceof SlotStructure slots)
        ? output
        : slots.with(LOCATION, region);
  }

  /** Adds the header as it was received, in addition to the date. */
  static Structure withExpiresText(WireResponse response, Structure output) {
    String expires = response.headers().first(EXPIRES);
    return expires == null || expires.isEmpty()
        ? output
        : new ExtendedStructure(output, EXPIRES_TEXT, expires);
  }

  /** Whether the body is XML, rather than bytes or text. */
  private static boolean respondsInXml(@Nullable StructureShape output) {
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

  /** Whether a document is complete, by its end: parsing all of it twice would take too long. */
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

  /** Users set any text for this header; reading the object must not fail because of it. */
  private static WireResponse withoutBadExpiry(WireResponse response) {
    String expires = response.headers().first(EXPIRES);
    if (expires == null) {
      return response;
    }
    try {
      Timestamps.parse(expires);
      return response;
    } catch (IllegalArgumentException e) {
      Headers headers = response.headers().toBuilder().remove(EXPIRES).build();
      return response.with(response.statusCode(), headers);
    }
  }
}
