package io.boto4j.testing;

import io.boto4j.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request in a cassette: without signature, date, ids and secrets. Equal requests are recordings
 * of the same call.
 *
 * @param method the method, such as {@code POST}
 * @param url the URL from scheme to query, without the signature
 * @param headers the values by lower-case name, sorted
 * @param body the body
 */
record CassetteRequest(String method, String url, Map<String, String> headers, CassetteBody body) {
  private static final int MAX_SHOWN = 60;

  static CassetteRequest of(HttpRequest request, byte[] content, Scrubber scrubber) {
    String query = request.uri().getRawQuery();
    String kept = query == null ? "" : Scrubber.query(query);
    String url =
        request.uri().getScheme()
            + "://"
            + request.uri().getRawAuthority()
            + request.uri().getRawPath()
            + (kept.isEmpty() ? "" : "?" + kept);
    Map<String, String> headers = new TreeMap<>();
    for (Map.Entry<String, String> each : request.headers()) {
      if (Scrubber.keepsHeader(each.getKey())) {
        String name = each.getKey().toLowerCase(Locale.ROOT);
        String earlier = headers.get(name);
        headers.put(name, earlier == null ? each.getValue() : earlier + ", " + each.getValue());
      }
    }
    return new CassetteRequest(
        request.method(), url, headers, CassetteBody.of(content).scrubbed(scrubber));
  }

  static CassetteRequest read(Map<?, ?> map) {
    Map<String, String> headers = new TreeMap<>();
    if (map.get("headers") instanceof Map<?, ?> read) {
      for (Map.Entry<?, ?> entry : read.entrySet()) {
        headers.put((String) entry.getKey(), (String) entry.getValue());
      }
    }
    return new CassetteRequest(
        (String) Objects.requireNonNull(map.get("method")),
        (String) Objects.requireNonNull(map.get("url")),
        headers,
        CassetteBody.read(map.get("body")));
  }

  Map<String, Object> write() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("method", method);
    map.put("url", url);
    map.put("headers", headers);
    map.put("body", body.write());
    return map;
  }

  /** Describes the call: method, URL and, if the protocol has it in a header, the operation. */
  String call() {
    String target = headers.get("x-amz-target");
    return method + " " + url + (target == null ? "" : " (" + target + ")");
  }

  /** Returns a score of 0 to 7; the higher it is, the more alike the requests are. */
  int likeness(CassetteRequest other) {
    int alike = call().equals(other.call()) ? 4 : 0;
    alike += body.equals(other.body) ? 2 : 0;
    return alike + (headers.equals(other.headers) ? 1 : 0);
  }

  /** Describes the first difference, for people to read. */
  String difference(CassetteRequest actual) {
    if (!call().equals(actual.call())) {
      return "it was recorded for " + call();
    }
    if (!body.equals(actual.body)) {
      return "its body differs: " + body.difference(actual.body);
    }
    for (Map.Entry<String, String> entry : headers.entrySet()) {
      if (!entry.getValue().equals(actual.headers.get(entry.getKey()))) {
        return "its header " + entry.getKey() + " was recorded as " + cut(entry.getValue());
      }
    }
    for (String name : actual.headers.keySet()) {
      if (!headers.containsKey(name)) {
        return "it was recorded without the header " + name;
      }
    }
    return "nothing differs";
  }

  private static String cut(@Nullable String value) {
    String text = String.valueOf(value);
    return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
  }
}
