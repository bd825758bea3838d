package io.boto4j.internal.customization;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A CloudSearch query can be too long for a URL, so it is sent as a form. */
final class CloudSearchDomain implements Customization {
  private static final String SEARCH = "Search";

  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return operation.name().equals(SEARCH)
        ? MemberAlias.apply(operation, input, "return", "returnFields")
        : input;
  }

  @Override
  public HttpRequest request(
      OperationModel operation,
      Map<String, ?> input,
      HttpRequest request,
      CustomizationClient client) {
    String url = request.uri().toString();
    int query = url.indexOf('?');
    if (!operation.name().equals(SEARCH) || !request.method().equals("GET") || query < 0) {
      return request;
    }
    Headers headers =
        request.headers().toBuilder()
            .set("Content-Type", "application/x-www-form-urlencoded")
            .build();
    byte[] form = url.substring(query + 1).getBytes(StandardCharsets.US_ASCII);
    // A search changes nothing, whatever its method.
    return request
        .withMethod("POST")
        .withUri(URI.create(url.substring(0, query)))
        .withHeaders(headers)
        .withBody(HttpBody.of(form))
        .withRepeatable(true);
  }
}
