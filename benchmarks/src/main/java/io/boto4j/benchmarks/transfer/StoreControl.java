package io.boto4j.benchmarks.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Prepares and examines the server.
 *
 * @param url its URL for http
 */
record StoreControl(String url) {
  /** Requests an action, and returns the numbers in the response by name. */
  Map<String, Long> request(String action) throws IOException {
    URI uri = URI.create(url + "/-control/" + action);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    Map<String, Long> numbers = new LinkedHashMap<>();
    try (InputStream in = connection.getInputStream()) {
      for (String line : new String(in.readAllBytes(), UTF_8).split("\n", -1)) {
        int blank = line.indexOf(' ');
        if (blank > 0) {
          numbers.put(line.substring(0, blank), Long.valueOf(line.substring(blank + 1)));
        }
      }
    }
    return numbers;
  }
}
