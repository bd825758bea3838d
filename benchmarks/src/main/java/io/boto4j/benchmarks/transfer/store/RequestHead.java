package io.boto4j.benchmarks.transfer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request line and headers of a request.
 *
 * @param path the path, decoded, without the first slash: a bucket and a key
 * @param query the parameters of the query, decoded; empty if a parameter has no value
 * @param headers the headers, by name in lower case
 */
record RequestHead(
    String method, String path, Map<String, String> query, Map<String, String> headers) {

  static RequestHead parse(List<String> lines) {
    String[] words = lines.get(0).split(" ", -1);
    String target = words[1];
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    Map<String, String> headers = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new RequestHead(
        words[0],
        decoded(path).substring(1),
        question < 0 ? Map.of() : query(target.substring(question + 1)),
        headers);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      query.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
    }
    return query;
  }

  static String decoded(String text) {
    return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  /** Returns a header; null if it is absent. */
  @Nullable String header(String name) {
    return headers.get(name);
  }

  /** Whether a header contains a text, in any case. */
  boolean has(String name, String text) {
    String value = headers.get(name);
    return value != null && value.toLowerCase(Locale.ROOT).contains(text);
  }

  /** Returns a header that is a number; 0 if it is absent. */
  long number(String name) {
    String value = headers.get(name);
    return value == null ? 0 : Long.parseLong(value);
  }
}
