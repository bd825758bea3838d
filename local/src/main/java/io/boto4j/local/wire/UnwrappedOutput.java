package io.boto4j.local.wire;

import io.boto4j.model.Member;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one output whose only member is the root of the document: that of GetBucketLocation. The
 * model of S3 has no trait for it.
 */
final class UnwrappedOutput {
  private UnwrappedOutput() {}

  static boolean is(Target target) {
    return target.operation().name().equals("GetBucketLocation")
        && "s3".equals(target.service().metadata().text("signatureVersion"));
  }

  static byte[] write(StructureShape shape, Map<String, ?> members, @Nullable String namespace) {
    Member only = shape.member(0);
    Object value = members.get(only.name());
    XmlWriter xml = new XmlWriter().begin(only.wireName());
    if (namespace != null) {
      xml.namespace(null, namespace);
    }
    return xml.text(value == null ? "" : value.toString()).end().toByteArray();
  }
}
