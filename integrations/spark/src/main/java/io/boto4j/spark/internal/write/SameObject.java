package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.error.ServiceException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The check of an object that {@code PutObject} with {@code IfNoneMatch} has found in its place: if
 * it has the same content, an earlier attempt of the task has written it, and nothing is wrong.
 */
final class SameObject {
  private SameObject() {}

  /**
   * Returns the outcome of a call that S3 has refused because the object exists.
   *
   * @return a success if the object has the content of the call, else null
   */
  static @Nullable CallOutcome of(
      Client s3, String operation, Map<String, ?> parameters, ServiceException refused) {
    if (!operation.equals("PutObject")
        || !"*".equals(parameters.get("IfNoneMatch"))
        || !refused.is("PreconditionFailed")) {
      return null;
    }
    Response object =
        s3.call(
            "GetObject",
            Params.of("Bucket", parameters.get("Bucket"), "Key", parameters.get("Key")));
    try (ResponseStream body = Objects.requireNonNull(object.stream("Body"), "Body")) {
      if (!Arrays.equals(body.readAllBytes(), bytes(parameters.get("Body")))) {
        return null;
      }
    }
    return CallOutcome.of(object, Params.of("ETag", object.text("ETag")));
  }

  private static byte[] bytes(@Nullable Object body) {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    return body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
  }
}
