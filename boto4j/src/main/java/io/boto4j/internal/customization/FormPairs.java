package io.boto4j.internal.customization;

import io.boto4j.error.RequestBodyException;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.PercentEncoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pairs of a query service's request, in order. */
final class FormPairs {
  /** Keys to values, encoded. */
  private final Map<String, String> pairs = new LinkedHashMap<>();

  private FormPairs() {}

  static FormPairs of(HttpRequest request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      request.body().writeTo(bytes);
    } catch (IOException e) {
      throw new RequestBodyException(request.uri().getRawAuthority(), "it cannot be read", e);
    }
    FormPairs form = new FormPairs();
    String text = bytes.toString(StandardCharsets.US_ASCII);
    for (int from = 0, to; from < text.length(); from = to + 1) {
      to = text.indexOf('&', from);
      to = to < 0 ? text.length() : to;
      int equals = text.indexOf('=', from);
      form.pairs.put(text.substring(from, equals), text.substring(equals + 1, to));
    }
    return form;
  }

  /** Sets a pair: in its place if it is there, else at the end. */
  void put(String key, String value) {
    pairs.put(key, PercentEncoding.encode(value));
  }

  void remove(String key) {
    pairs.remove(key);
  }

  /** The request with these pairs. */
  HttpRequest into(HttpRequest request) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      text.append(text.length() == 0 ? "" : "&");
      text.append(pair.getKey()).append('=').append(pair.getValue());
    }
    byte[] body = text.toString().getBytes(StandardCharsets.US_ASCII);
    return request.withBody(HttpBody.of(body));
  }
}
