package io.boto4j.testing;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A response in a cassette.
 *
 * @param status the HTTP status
 * @param headers pairs of name and value, in their order
 * @param body the body
 */
record CassetteResponse(int status, List<List<String>> headers, CassetteBody body) {
  static CassetteResponse of(HttpResponse response, byte[] content, Scrubber scrubber) {
    CassetteBody original = CassetteBody.of(content);
    CassetteBody body = original.scrubbed(scrubber);
    List<List<String>> headers = new ArrayList<>();
    for (Map.Entry<String, String> each : response.headers()) {
      boolean stale = !body.equals(original) && isChecksum(each.getKey());
      if (Scrubber.keepsHeader(each.getKey()) && !stale) {
        headers.add(List.of(each.getKey(), each.getValue()));
      }
    }
    return new CassetteResponse(response.statusCode(), headers, body);
  }

  /** Whether a header is a checksum of the body, which is wrong once the body is scrubbed. */
  private static boolean isChecksum(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("x-amz-checksum-")
        || lower.equals("x-amz-crc32")
        || lower.equals("content-md5")
        || lower.equals("etag");
  }

  static CassetteResponse read(Map<?, ?> map) {
    List<List<String>> headers = new ArrayList<>();
    if (map.get("headers") instanceof List<?> read) {
      for (Object each : read) {
        List<?> pair = (List<?>) each;
        headers.add(List.of((String) pair.get(0), (String) pair.get(1)));
      }
    }
    return new CassetteResponse(
        ((Number) Objects.requireNonNull(map.get("status"))).intValue(),
        headers,
        CassetteBody.read(map.get("body")));
  }

  Map<String, Object> write() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("status", status);
    map.put("headers", headers);
    map.put("body", body.write());
    return map;
  }

  HttpResponse toHttp() {
    Headers.Builder builder = Headers.builder();
    for (List<String> each : headers) {
      builder.add(each.get(0), each.get(1));
    }
    return HttpResponse.of(status, builder.build(), new ByteArrayInputStream(body.bytes()));
  }
}
