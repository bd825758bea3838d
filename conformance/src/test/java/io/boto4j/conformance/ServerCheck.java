package io.boto4j.conformance;

import io.boto4j.conformance.PublishedSuites.MalformedCase;
import io.boto4j.conformance.PublishedSuites.RequestCase;
import io.boto4j.conformance.PublishedSuites.ResponseCase;
import io.boto4j.conformance.SuiteServer.RawRequest;
import io.boto4j.http.Headers;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.protocoltests.traits.HttpMalformedRequestDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMalformedResponseBodyDefinition;
import software.amazon.smithy.protocoltests.traits.HttpMessageTestCase;
import software.amazon.smithy.protocoltests.traits.HttpRequestTestCase;
import software.amazon.smithy.protocoltests.traits.HttpResponseTestCase;

/** Compares what a server makes of a case's request or values with the case. */
final class ServerCheck {
  /** The parts of XML responses that hold the id of a request, which no case can know. */
  private static final Pattern REQUEST_IDS =
      Pattern.compile(
          "<ResponseMetadata>\\s*<RequestId>[^<]*</RequestId>\\s*</ResponseMetadata>"
              + "|<(RequestId|requestId|RequestID)>[^<]*</\\1>|<HostId>[^<]*</HostId>");

  private static final Pattern BLANK = Pattern.compile(">\\s+<");

  private final Model model;

  ServerCheck(Model model) {
    this.model = model;
  }

  /** Sends a case's request, and compares what the operation receives. */
  List<String> problems(SuiteServer server, RequestCase each) throws IOException {
    HttpRequestTestCase test = each.test();
    Shape shape = model.expectShape(each.operation().getInputShape());
    Map<String, Object> expected = new ParamValues(model).structure(shape, test.getParams());
    expected.values().removeIf(Objects::isNull);
    List<Object> seen = new ArrayList<>();
    server.answer(
        call -> {
          seen.add(Trees.withoutStreams(call.input()));
          return Map.of();
        });
    RawResponse response =
        server.send(
            new RawRequest(
                test.getMethod(),
                target(test.getUri(), test.getQueryParams()),
                headers(test),
                body(test)));
    EngineCall call = server.received();
    String operation = each.operation().getId().getName(each.service());
    List<String> problems = new ArrayList<>();
    if (call == null) {
      problems.add(
          "no operation was called: "
              + response.status()
              + " "
              + response.headers()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    } else if (!call.operation().equals(operation)) {
      problems.add("expected the operation " + operation + " but it is " + call.operation());
    } else {
      String difference = Trees.difference(expected, seen.get(0));
      if (difference != null) {
        problems.add(difference);
      }
    }
    return problems;
  }

  private static byte @Nullable [] body(HttpMessageTestCase test) {
    return test.getBody()
        .map(body -> Bodies.bytes(body, test.getBodyMediaType().orElse(null)))
        .orElse(null);
  }

  private static String target(String uri, List<String> query) {
    return query.isEmpty()
        ? uri
        : uri + (uri.indexOf('?') < 0 ? '?' : '&') + String.join("&", query);
  }

  private static Map<String, String> headers(HttpRequestTestCase test) {
    Map<String, String> headers = headers(test.getHeaders());
    // The path of a host is the client's setting, not a part of the name.
    test.getResolvedHost()
        .or(test::getHost)
        .ifPresent(host -> headers.put("Host", URI.create("http://" + host).getHost()));
    return headers;
  }

  private static Map<String, String> headers(Map<String, String> given) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(given);
    return headers;
  }

  /** Lets an operation return or throw a case's values, and compares the response. */
  List<String> problems(SuiteServer server, ResponseCase each, RawRequest request)
      throws IOException {
    HttpResponseTestCase test = each.test();
    Map<String, Object> values = new ParamValues(model).structure(each.shape(), test.getParams());
    boolean error = each.shape().hasTrait("smithy.api#error");
    server.answer(
        call -> {
          if (error) {
            throw error(each, values);
          }
          return values;
        });
    RawResponse response = server.send(request);
    List<String> problems = new ArrayList<>();
    if (server.received() == null) {
      problems.add("the operation was not called");
    }
    if (response.status() != test.getCode()) {
      problems.add("expected the status " + test.getCode() + " but it is " + response.status());
    }
    headers(problems, test.getHeaders(), response.headers());
    for (String forbidden : test.getForbidHeaders()) {
      if (response.headers().contains(forbidden)) {
        problems.add("the header " + forbidden + " is forbidden");
      }
    }
    for (String required : test.getRequireHeaders()) {
      if (!response.headers().contains(required)) {
        problems.add("expected a header " + required);
      }
    }
    if (test.getBody().isPresent()) {
      boolean xml = test.getBody().get().startsWith("<");
      String type = test.getBodyMediaType().orElse(xml ? "application/xml" : null);
      body(problems, body(test), response.body(), type);
    }
    return problems;
  }

  private static void body(
      List<String> problems, byte @Nullable [] wanted, byte[] sent, @Nullable String type) {
    byte[] expected = Objects.requireNonNull(wanted);
    String difference =
        switch (type == null ? "" : type) {
          case "application/xml" -> Bodies.difference(withoutIds(expected), withoutIds(sent), type);
          case "application/json" ->
              Bodies.difference(withoutNamespace(expected), withoutNamespace(sent), type);
          case "application/cbor" ->
              expected.length == 0 || sent.length == 0
                  ? Bodies.difference(expected, sent, type)
                  : Trees.difference(
                      withoutNamespace(CborTree.read(expected)),
                      withoutNamespace(CborTree.read(sent)));
          default -> Bodies.difference(expected, sent, type);
        };
    if (difference != null) {
      problems.add(difference);
    }
  }

  /** Removes the namespace of an error's type, which botocore's models do not have. */
  private static byte[] withoutNamespace(byte[] json) {
    return new String(json, StandardCharsets.UTF_8)
        .replaceAll("\"__type\"\\s*:\\s*\"[^\"#]*#", "\"__type\":\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable Object withoutNamespace(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map && map.get("__type") instanceof String type) {
      Map<Object, Object> copy = new LinkedHashMap<>(map);
      copy.put("__type", type.substring(type.indexOf('#') + 1));
      return copy;
    }
    return tree;
  }

  private static byte[] withoutIds(byte[] xml) {
    String text = REQUEST_IDS.matcher(new String(xml, StandardCharsets.UTF_8)).replaceAll("");
    // AWS's errors have the namespace of the service, the suites' have not.
    return BLANK
        .matcher(text.replaceFirst("<ErrorResponse xmlns=\"[^\"]*\"", "<ErrorResponse"))
        .replaceAll("><")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static EngineException error(ResponseCase each, Map<String, Object> values) {
    Map<String, Object> members = new LinkedHashMap<>(values);
    Object upper = members.remove("Message");
    Object message = upper == null ? members.remove("message") : upper;
    return new EngineException(
        each.shape().getId().getName(each.service()),
        message == null ? "" : String.valueOf(message),
        0,
        members);
  }

  private static void headers(List<String> problems, Map<String, String> expected, Headers actual) {
    expected.forEach(
        (name, value) -> {
          String sent = actual.contains(name) ? String.join(", ", actual.all(name)) : null;
          if (sent == null || !value.replace(", ", ",").equals(sent.replace(", ", ","))) {
            problems.add("expected the header " + name + ": " + value + " but it is " + sent);
          }
        });
  }

  /** Sends a malformed request, and compares the error. */
  List<String> problems(SuiteServer server, MalformedCase each) throws IOException {
    HttpMalformedRequestDefinition request = each.test().getRequest();
    server.answer(call -> Map.of());
    byte[] body =
        request
            .getBody()
            .map(text -> Bodies.bytes(text, request.getBodyMediaType().orElse(null)))
            .orElse(null);
    RawResponse response =
        server.send(
            new RawRequest(
                request.getMethod(),
                target(request.expectUri(), request.getQueryParams()),
                headers(request.getHeaders()),
                body));
    List<String> problems = new ArrayList<>();
    int code = each.test().getResponse().getCode();
    if (response.status() != code) {
      problems.add("expected the status " + code + " but it is " + response.status());
    }
    headers(problems, each.test().getResponse().getHeaders(), response.headers());
    String text = new String(response.body(), StandardCharsets.UTF_8);
    if (!each.service().getId().getName().equals("RestJsonValidation")) {
      // The texts about constraints are Smithy's own; AWS's services word them as InputCheck does.
      each.test().getResponse().getBody().ifPresent(wanted -> message(problems, wanted, text));
    }
    return problems.isEmpty() ? problems : List.of(String.join("\n", problems), text);
  }

  private static void message(
      List<String> problems, HttpMalformedResponseBodyDefinition wanted, String sent) {
    wanted
        .getMessageRegex()
        .ifPresent(
            regex -> {
              if (!Pattern.compile(regex).matcher(sent).find()) {
                problems.add("expected a message like " + regex);
              }
            });
    wanted
        .getContents()
        .ifPresent(
            contents -> {
              String difference =
                  Bodies.difference(
                      contents.getBytes(StandardCharsets.UTF_8),
                      sent.getBytes(StandardCharsets.UTF_8),
                      wanted.getMediaType());
              if (difference != null) {
                problems.add(difference);
              }
            });
  }
}
