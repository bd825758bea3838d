package io.boto4j.opentelemetry;

import io.boto4j.CallContext;
import io.boto4j.Response;
import io.opentelemetry.api.trace.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conventions for S3. Keys of objects often contain names of people: they are an option. */
final class S3Convention extends Convention {
  private final boolean keys;

  S3Convention(boolean keys) {
    this.keys = keys;
  }

  @Override
  void request(CallContext call, Map<String, ?> input, Span span) {
    Values.text(span, Keys.S3_BUCKET, input.get("Bucket"));
    Values.text(span, Keys.S3_UPLOAD_ID, input.get("UploadId"));
    Values.number(span, Keys.S3_PART_NUMBER, input.get("PartNumber"));
    if (keys) {
      Values.text(span, Keys.S3_KEY, input.get("Key"));
      Values.text(span, Keys.S3_COPY_SOURCE, copySource(input.get("CopySource")));
      Values.text(span, Keys.S3_DELETE, delete(Values.map(input.get("Delete"))));
    }
  }

  @Override
  void response(CallContext call, Response response, Span span) {
    if (call.operation().equals("CreateMultipartUpload")) {
      Values.text(span, Keys.S3_UPLOAD_ID, response.get("UploadId"));
    }
  }

  /** Returns the source of a copy, which may be a text or a map. */
  private static @Nullable Object copySource(@Nullable Object source) {
    Map<?, ?> parts = Values.map(source);
    return parts.isEmpty() ? source : parts.get("Bucket") + "/" + parts.get("Key");
  }

  private static @Nullable String delete(Map<?, ?> delete) {
    if (!(delete.get("Objects") instanceof Collection<?> objects)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object each : objects) {
      texts.add("{Key=" + Values.map(each).get("Key") + "}");
    }
    return "Objects=[" + String.join(",", texts) + "]";
  }
}
