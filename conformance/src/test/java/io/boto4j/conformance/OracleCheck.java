package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.Response;
import io.boto4j.conformance.RecordingTransport.Sent;
import io.boto4j.error.ServiceException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a call with boto4j and compares it with botocore's. */
final class OracleCheck {
  /** Headers that describe the connection and the caller, and are not compared. */
  private static final List<String> UNCOMPARED =
      List.of("user-agent", "amz-sdk-invocation-id", "amz-sdk-request", "host", "accept-encoding");

  private final Client client;
  private final RecordingTransport transport;
  private final String protocol;
  private final Map<String, String> differences = new LinkedHashMap<>();

  OracleCheck(Client client, RecordingTransport transport) {
    this.client = client;
    this.transport = transport;
    this.protocol = ResponseWire.protocolOf(client.model());
  }

  /** Returns the differences by part. */
  Map<String, String> differences(OracleCase call, Map<?, ?> theirs) {
    differences.clear();
    transport.respond(call.response().status(), call.response().headers(), call.response().body());
    Map<String, Object> ours = new LinkedHashMap<>();
    try {
      Response response = client.call(call.operation().name(), call.input());
      ours.put("result", OracleValues.comparable(response));
      ours.put("requestId", response.metadata().requestId());
    } catch (ServiceException e) {
      ours.put("error", OracleValues.comparable(e.response()));
      ours.put("requestId", e.requestId());
    } catch (RuntimeException e) {
      ours.put("failure", e.toString());
    }
    Sent sent = transport.sent();
    if (theirs.get("request") instanceof Map<?, ?> request && sent != null) {
      request(request, sent);
      response(theirs, ours);
    } else if (theirs.get("request") != null || sent != null) {
      differ("sent at all", theirs.get("failure"), ours.get("failure"));
    }
    return differences;
  }

  private void request(Map<?, ?> theirs, Sent ours) {
    URI uri = URI.create((String) theirs.get("url"));
    compare("method", theirs.get("method"), ours.method());
    compare("host", uri.getScheme() + "://" + uri.getRawAuthority(), host(ours.uri()));
    compare("path", uri.getRawPath(), ours.uri().getRawPath());
    compare("query", pairs(uri.getRawQuery()), pairs(ours.uri().getRawQuery()));
    byte[] body = Base64.getDecoder().decode((String) theirs.get("body"));
    body(body, ours.body());
    headers((List<?>) theirs.get("headers"), ours, Arrays.equals(body, ours.body()));
  }

  private static String host(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static List<String> pairs(@Nullable String query) {
    // A question mark at the end adds no parameter.
    return query == null || query.isEmpty()
        ? List.of()
        : Arrays.stream(query.split("&", -1)).sorted().toList();
  }

  private void headers(List<?> theirs, Sent ours, boolean sameBytes) {
    Map<String, String> left = new TreeMap<>();
    theirs.forEach(each -> put(left, (String) ((List<?>) each).get(0), ((List<?>) each).get(1)));
    Map<String, String> right = new TreeMap<>();
    ours.headers().forEach(each -> put(right, each.getKey(), each.getValue()));
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    if (!sameBytes) {
      // The body is spelled differently, or differs, which is reported on its own.
      names.removeIf(OracleCheck::isOfBytes);
    }
    for (String name : names) {
      compare("header " + name, left.get(name), right.get(name));
    }
  }

  /** Returns whether a header's value depends on the exact bytes of the body. */
  private static boolean isOfBytes(String name) {
    return name.equals("content-length")
        || name.equals("authorization")
        || name.equals("x-amz-content-sha256")
        || name.startsWith("x-amz-checksum-");
  }

  private static void put(Map<String, String> headers, String name, Object value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (!UNCOMPARED.contains(key)) {
      headers.merge(key, String.valueOf(value), (first, second) -> first + " AND " + second);
    }
  }

  private void body(byte[] theirs, byte[] ours) {
    if (!Arrays.equals(theirs, ours)) {
      String difference = Bodies.difference(theirs, ours, mediaType(theirs));
      if (difference != null) {
        differences.put("body", difference);
      }
    }
  }

  private @Nullable String mediaType(byte[] body) {
    return switch (protocol) {
      case "json" -> "application/json";
      case "rest-json" -> body.length > 0 && body[0] == '{' ? "application/json" : null;
      case "query", "ec2" -> "application/x-www-form-urlencoded";
      case "smithy-rpc-v2-cbor" -> "application/cbor";
      default -> body.length > 0 && body[0] == '<' ? "application/xml" : null;
    };
  }

  private void response(Map<?, ?> theirs, Map<String, Object> ours) {
    String kind = kind(theirs);
    if (isCrash(theirs.get("failure"))) {
      // botocore crashed, so there is nothing to compare with.
      return;
    }
    if (!kind.equals(kind(ours))) {
      differ("outcome", outcome(theirs), outcome(ours));
    } else if (!kind.equals("failure")) {
      compareTrees(kind, theirs.get(kind), ours.get(kind));
      // An empty id is equivalent to an absent one.
      compare("request id", orEmpty(theirs.get("requestId")), orEmpty(ours.get("requestId")));
    }
  }

  /**
   * Returns whether a failure is one of Python's own errors: botocore's code does not expect such a
   * response.
   */
  private static boolean isCrash(@Nullable Object failure) {
    return failure instanceof String text
        && (text.startsWith("AttributeError")
            || text.startsWith("TypeError")
            || text.startsWith("KeyError"));
  }

  private static Object orEmpty(@Nullable Object id) {
    return id == null ? "" : id;
  }

  private static String kind(Map<?, ?> outcome) {
    return outcome.containsKey("result")
        ? "result"
        : outcome.containsKey("error") ? "error" : "failure";
  }

  private static Object outcome(Map<?, ?> said) {
    return kind(said) + " " + Trees.text(said.get(kind(said)));
  }

  private void compareTrees(String part, @Nullable Object theirs, @Nullable Object ours) {
    String difference = Trees.difference(theirs, ours);
    if (difference != null) {
      differences.put(part, difference);
    }
  }

  private void compare(String part, @Nullable Object theirs, @Nullable Object ours) {
    if (!Objects.equals(theirs, ours)) {
      differ(part, theirs, ours);
    }
  }

  private void differ(String part, @Nullable Object theirs, @Nullable Object ours) {
    differences.put(part, "botocore: " + theirs + "\n      boto4j:   " + ours);
  }
}
