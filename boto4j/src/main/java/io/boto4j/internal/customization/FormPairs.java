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

/** The name-value pairs in a request of the query protocol, in order. */
final class FormPairs {
  /** Encoded names to encoded values. */
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

  /** Sets a pair: at its position if there is one of that name, else at the end. */
  void put(String key, String value) {
    pairs.put(key, PercentEncoding.encode(value));
  }

  void remove(String key) {
    pairs.remove(key);
  }

  /** Returns the request with these pairs. */
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
