package io.boto4j;

import io.boto4j.internal.transport.ScriptedServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * An STS server on 127.0.0.1 that returns numbered credentials for any role, unless a test makes it
 * refuse.
 *
 * <p>All credentials contain "canary", which tests search for in places where they must not be.
 */
final class StsServer implements AutoCloseable {
  /** One call: the form's fields, and the id of the key that signed it. */
  record Call(Map<String, String> form, String authorization) {
    String get(String name) {
      return form.get(name);
    }

    /** Returns the id of the access key that signed the call, or null. */
    String signedWith() {
      int at = authorization == null ? -1 : authorization.indexOf("Credential=");
      return at < 0
          ? null
          : authorization.substring(at + "Credential=".length(), authorization.indexOf('/', at));
    }
  }

  private final ScriptedServer server;
  private final Clock clock;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Duration lifetime = Duration.ofHours(1);
  private volatile UnaryOperator<String> change = answer -> answer;

  StsServer(Clock clock) throws IOException {
    this.clock = clock;
    this.server =
        ScriptedServer.start(
            peer -> {
              while (peer.hasMore()) {
                peer.send(change.apply(answer(peer.request())));
              }
            });
  }

  String url() {
    return server.uri("").toString();
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  Call lastCall() {
    return calls.get(calls.size() - 1);
  }

  /** Sets the lifetime of credentials from now on. */
  StsServer living(Duration duration) {
    this.lifetime = duration;
    return this;
  }

  /** Refuses all requests from now on. */
  StsServer refusing(int status, String code, String message) {
    String body =
        "<ErrorResponse><Error><Type>Sender</Type><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error><RequestId>r-1</RequestId></ErrorResponse>";
    return changing(
        ignored ->
            ScriptedServer.ok(body).replace("HTTP/1.1 200 OK", "HTTP/1.1 " + status + " No"));
  }

  /** Changes responses from now on, or delays them. */
  StsServer changing(UnaryOperator<String> answers) {
    this.change = answers;
    return this;
  }

  private String answer(String request) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : request.substring(request.indexOf("\r\n\r\n") + 4).split("&", -1)) {
      int equals = pair.indexOf('=');
      form.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    String authorization = null;
    for (String line : request.split("\r\n", -1)) {
      if (line.startsWith("Authorization: ")) {
        authorization = line;
      }
    }
    calls.add(new Call(form, authorization));
    String action = form.get("Action");
    String body =
        "<%1$sResponse><%1$sResult><Credentials><AccessKeyId>ASIA%2$d</AccessKeyId>"
            + "<SecretAccessKey>canary-secret-%2$d</SecretAccessKey>"
            + "<SessionToken>canary-token-%2$d</SessionToken>"
            + "<Expiration>%3$s</Expiration></Credentials><AssumedRoleUser>"
            + "<AssumedRoleId>AROA:me</AssumedRoleId>"
            + "<Arn>arn:aws:sts::123456789012:assumed-role/r/me</Arn></AssumedRoleUser>"
            + "</%1$sResult></%1$sResponse>";
    return ScriptedServer.ok(body.formatted(action, calls.size(), clock.instant().plus(lifetime)));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
