package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.conformance.PublishedSuites.RequestCase;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.http.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;

/** Makes a case's call and compares the request with the expected one. */
final class RequestCheck {
  private static final String DEFAULT_HOST = "example.com";

  private final Model model;
  private final SuiteClients clients;

  RequestCheck(Model model, SuiteClients clients) {
    this.model = model;
    this.clients = clients;
  }

  /** Returns the problems; empty if there are none. */
  List<String> problems(RequestCase each) {
    HttpRequestTestCase test = each.test();
    Sent sent = send(each);
    List<String> problems = new ArrayList<>();
    expect(problems, "method", test.getMethod(), sent.method());
    expect(problems, "path", pathOf(test), sent.uri().getRawPath());
    host(problems, test, sent.uri());
    query(problems, test, sent.uri());
    headers(problems, test, sent.headers());
    if (test.getBody().isPresent()) {
      String type = test.getBodyMediaType().orElse(null);
      byte[] expected = Bodies.bytes(test.getBody().get(), type);
      String difference = Bodies.difference(expected, sent.body(), type);
      if (difference != null) {
        problems.add(difference);
      }
    }
    return problems;
  }

  private Sent send(RequestCase each) {
    RecordingTransport transport = clients.transport();
    transport.respond(200, Headers.empty(), new byte[0]);
    OperationShape operation = each.operation();
    Shape input = model.expectShape(operation.getInputShape());
    Map<String, Object> params = new ParamValues(model).structure(input, each.test().getParams());
    String host = each.test().getHost().orElse(DEFAULT_HOST);
    RuntimeException failure = null;
    try {
      client(each, host, !holdsNull(params))
          .call(operation.getId().getName(each.service()), params);
    } catch (RuntimeException e) {
      // An empty response does not fit every output, which does not matter once the request is
      // sent.
      failure = e;
    }
    Sent sent = transport.sent();
    if (sent == null && failure != null) {
      throw failure;
    }
    if (sent == null) {
      throw new IllegalStateException("nothing was sent");
    }
    return sent;
  }

  private Client client(RequestCase each, String host, boolean validates) {
    return SmithyModels.folder(each.service()).equals("s3")
        ? clients.s3(
            each.test()
                .getVendorParams()
                .getObjectMember("scopedConfig")
                .flatMap(scoped -> scoped.getObjectMember("client"))
                .orElse(Node.objectNode()))
        : clients.client(each.service(), host, validates);
  }

  /**
   * Returns whether an input contains null: boto3's validation rejects every None, and its own run
   * of the suites turns validation off.
   */
  private static boolean holdsNull(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(RequestCheck::holdsNull);
    }
    return value instanceof List<?> list
        ? list.stream().anyMatch(RequestCheck::holdsNull)
        : value == null;
  }

  private static void expect(
      List<String> problems, String what, @Nullable String expected, @Nullable String actual) {
    if (expected != null && !expected.equals(actual)) {
      problems.add("expected the " + what + " " + expected + " but it is " + actual);
    }
  }

  private static String pathOf(HttpRequestTestCase test) {
    return URI.create(test.getUri()).getRawPath();
  }

  private static void host(List<String> problems, HttpRequestTestCase test, URI uri) {
    String given = test.getHost().map(host -> URI.create("https://" + host).getHost()).orElse(null);
    expect(problems, "host", test.getResolvedHost().orElse(given), uri.getHost());
  }

  private static void query(List<String> problems, HttpRequestTestCase test, URI uri) {
    List<String> sent = new ArrayList<>();
    if (uri.getRawQuery() != null && !uri.getRawQuery().isEmpty()) {
      for (String pair : uri.getRawQuery().split("&", -1)) {
        sent.add(withoutEmptyValue(pair));
      }
    }
    List<String> left = new ArrayList<>(sent);
    for (String expected : test.getQueryParams()) {
      if (!left.remove(withoutEmptyValue(expected))) {
        problems.add("expected the query parameter " + expected + " in " + sent);
      }
    }
    List<String> names = sent.stream().map(RequestCheck::nameOf).toList();
    for (String required : test.getRequireQueryParams()) {
      if (!names.contains(required)) {
        problems.add("expected a query parameter " + required + " in " + sent);
      }
    }
    for (String forbidden : test.getForbidQueryParams()) {
      if (names.contains(forbidden)) {
        problems.add("the query parameter " + forbidden + " is forbidden: " + sent);
      }
    }
  }

  /** Returns a parameter without an empty value: {@code foo} and {@code foo=} are the same. */
  private static String withoutEmptyValue(String pair) {
    return pair.endsWith("=") ? pair.substring(0, pair.length() - 1) : pair;
  }

  private static String nameOf(String pair) {
    int equals = pair.indexOf('=');
    return URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
  }

  private static void headers(List<String> problems, HttpRequestTestCase test, Headers sent) {
    test.getHeaders()
        .forEach(
            (name, expected) -> {
              if (expected.equals("application/xml") && name.equalsIgnoreCase("Content-Type")) {
                // As in boto3, XML is sent without it; the rest of the case is checked all the
                // same.
                return;
              }
              String actual = sent.contains(name) ? String.join(", ", sent.all(name)) : null;
              if (actual == null || !sameValue(expected, actual)) {
                problems.add(
                    "expected the header " + name + ": " + expected + " but it is " + actual);
              }
            });
    for (String required : test.getRequireHeaders()) {
      if (!sent.contains(required)) {
        problems.add("expected a header " + required);
      }
    }
    for (String forbidden : test.getForbidHeaders()) {
      if (sent.contains(forbidden)) {
        problems.add("the header " + forbidden + " is forbidden: " + sent.all(forbidden));
      }
    }
  }

  /**
   * Returns whether two header values are the same. A list's commas may be followed by a space (RFC
   * 9110, section 5.6.1), and boto3 adds the charset UTF-8 to the type of forms, which is the
   * default.
   */
  private static boolean sameValue(String expected, String actual) {
    String plain = actual.replace("; charset=utf-8", "");
    return expected.equals(actual) || expected.replace(", ", ",").equals(plain.replace(", ", ","));
  }
}
