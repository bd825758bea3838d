package io.boto4j.local.wire;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.internal.checksum.Checksum;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The checksums of responses whose model has them: sent only if the request asks for them, and
 * calculated if an engine or a handler returns bytes without one.
 */
final class ResponseChecksums {
  private ResponseChecksums() {}

  /**
   * Returns a response with the checksums that the request asks for.
   *
   * @param target the operation
   * @param input its input
   * @param response the response
   * @return the response, or one with other headers
   */
  static HttpResponse applied(Target target, Structure input, HttpResponse response)
      throws IOException {
    Map<String, Object> trait = target.operation().traits().map("httpChecksum");
    if (!(trait.get("responseAlgorithms") instanceof List<?> algorithms)
        || !(trait.get("requestValidationModeMember") instanceof String mode)) {
      return response;
    }
    boolean wanted = "ENABLED".equals(input.get(mode));
    boolean has = hasChecksum(response.headers());
    if (wanted == has) {
      return response;
    }
    if (has) {
      return with(without(response.headers()), response);
    }
    if (response.statusCode() != 200 || !(response.body() instanceof ByteArrayInputStream memory)) {
      return response;
    }
    Checksum checksum = first(algorithms);
    if (checksum == null) {
      return response;
    }
    byte[] body = memory.readAllBytes();
    checksum.update(body, 0, body.length);
    Headers.Builder headers = response.headers().toBuilder();
    headers.set(header(algorithms), checksum.base64());
    headers.set(Checksum.HEADER_PREFIX + "type", "FULL_OBJECT");
    return HttpResponse.of(response.statusCode(), headers.build(), new ByteArrayInputStream(body));
  }

  private static boolean hasChecksum(Headers headers) {
    for (String name : Checksum.NAMES) {
      if (headers.contains(Checksum.HEADER_PREFIX + name)) {
        return true;
      }
    }
    return false;
  }

  private static Headers without(Headers headers) {
    Headers.Builder rest = headers.toBuilder();
    for (String name : Checksum.NAMES) {
      rest.remove(Checksum.HEADER_PREFIX + name);
    }
    return rest.remove(Checksum.HEADER_PREFIX + "type").build();
  }

  private static HttpResponse with(Headers headers, HttpResponse response) {
    return HttpResponse.of(response.statusCode(), headers, response.body());
  }

  private static @Nullable Checksum first(List<?> algorithms) {
    return algorithms.isEmpty() ? null : Checksum.of(name(algorithms));
  }

  private static String header(List<?> algorithms) {
    return Checksum.HEADER_PREFIX + name(algorithms);
  }

  private static String name(List<?> algorithms) {
    return String.valueOf(algorithms.get(0)).toLowerCase(Locale.ROOT);
  }
}
