package io.boto4j.internal.signing;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.text.PercentEncoding;
import io.boto4j.model.codec.JsonException;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in the body of a request, moved to the query, since a presigned URL has no body:
 * the pairs of a form, or the members of a JSON object.
 *
 * <p>As in botocore, a list becomes one pair per element. A nested object becomes JSON text, unlike
 * in botocore, which writes Python's.
 */
public final class BodyParameters {
  private static final String FORM = "application/x-www-form-urlencoded";

  private BodyParameters() {}

  /**
   * Moves the body to the query. The content type of a form is removed: it would have to be sent
   * with a request that has no form.
   *
   * @param request the request
   * @return a request without a body
   * @throws IllegalArgumentException if the body is neither a form nor a JSON object
   */
  public static HttpRequest moveToQuery(HttpRequest request) {
    boolean form = isForm(request.headers());
    StringBuilder query = new StringBuilder();
    if (request.uri().getRawQuery() != null) {
      query.append(request.uri().getRawQuery());
    }
    if (request.body().contentLength() != 0) {
      byte[] body = read(request.body());
      if (form) {
        add(query, new String(body, StandardCharsets.US_ASCII));
      } else if (body.length > 0) {
        addJson(query, body);
      }
    }
    Headers headers =
        form ? request.headers().toBuilder().remove("Content-Type").build() : request.headers();
    return request
        .withUri(withQuery(request.uri(), query))
        .withHeaders(headers)
        .withBody(HttpBody.empty());
  }

  private static boolean isForm(Headers headers) {
    String type = headers.first("Content-Type");
    return type != null && type.startsWith(FORM);
  }

  private static URI withQuery(URI uri, StringBuilder query) {
    String text = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    return URI.create(query.length() == 0 ? text : text + "?" + query);
  }

  private static byte[] read(HttpBody body) {
    try (InputStream in = body.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw noParameters(e);
    }
  }

  private static void addJson(StringBuilder query, byte[] body) {
    Object value;
    try {
      JsonReader reader = new JsonReader(body);
      value = reader.readValue();
      reader.end();
    } catch (JsonException e) {
      // Without the cause, whose message may quote the body.
      throw noParameters(null);
    }
    if (!(value instanceof Map<?, ?> members)) {
      throw noParameters(null);
    }
    for (Map.Entry<?, ?> member : members.entrySet()) {
      String name = PercentEncoding.encode((String) member.getKey());
      if (member.getValue() instanceof List<?> elements) {
        for (Object element : elements) {
          add(query, name + "=" + PercentEncoding.encode(text(element)));
        }
      } else {
        add(query, name + "=" + PercentEncoding.encode(text(member.getValue())));
      }
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text
        ? text
        : new String(new JsonWriter().value(value).toByteArray(), StandardCharsets.US_ASCII);
  }

  private static void add(StringBuilder query, String pairs) {
    if (!pairs.isEmpty()) {
      query.append(query.length() == 0 ? "" : "&").append(pairs);
    }
  }

  private static IllegalArgumentException noParameters(@Nullable IOException cause) {
    return new IllegalArgumentException(
        "A presigned URL has no body, and the body of this request cannot be moved to the query: "
            + "leave the payload out, and send it with the URL",
        cause);
  }
}
