package io.boto4j.internal.call;

import io.boto4j.Explanation;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.Boto4jException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.attempt.AttemptLoop;
import io.boto4j.internal.attempt.Call;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.attempt.PreparedRequest;
import io.boto4j.internal.attempt.SigningTrace;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.endpoint.RuleTrace;
import io.boto4j.model.OperationModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of one call: what it would send, and why. It takes the road of the call up to the
 * point of sending, and keeps notes. Used by one thread.
 */
final class ExplainCall extends Purpose {
  private static final String AUTHORIZATION = "Authorization";

  private final CallParts parts;
  private final OperationModel operation;
  private final Secrets secrets = new Secrets();
  private final SigningTrace signing = new SigningTrace();
  private final @Nullable RuleTrace trace;
  private boolean validated;
  private @Nullable URI endpoint;
  private @Nullable HttpRequest request;
  private @Nullable RuntimeException failure;

  ExplainCall(CallParts parts, OperationModel operation) {
    super(/* sends= */ false, /* forUrl= */ false);
    this.parts = parts;
    this.operation = operation;
    this.trace = parts.endpoints().trace();
    Endpoint custom = parts.endpoints().custom();
    secrets.add(custom == null ? null : custom.query());
  }

  @Override
  @Nullable RuleTrace trace() {
    return trace;
  }

  @Override
  void validated(Map<String, ?> input) {
    validated = true;
    secrets.addSensitive(operation.input(), input);
  }

  @Override
  void resolved(ResolvedEndpoint found) {
    endpoint = URI.create(found.endpoint().toString());
  }

  Explanation explain(CallRoad road, AttemptLoop attempts, Call call) {
    try {
      PreparedRequest prepared = road.prepare(call, this);
      request = prepared.request();
      request = attempts.explain(call, prepared, signing);
    } catch (Boto4jException | IllegalArgumentException e) {
      if (!validated) {
        throw e;
      }
      failure = e;
    }
    Credentials keys = signing.credentials();
    secrets.add(keys == null ? null : keys.secretAccessKey());
    secrets.add(keys == null ? null : keys.sessionToken());
    secrets.add(signing.bearerToken());
    return explanation();
  }

  private Explanation explanation() {
    List<Explanation.Condition> conditions = new ArrayList<>();
    for (RuleTrace.Condition each :
        trace == null ? List.<RuleTrace.Condition>of() : trace.conditions()) {
      conditions.add(
          new Explanation.Condition(each.rule(), secrets.hide(each.text()), each.holds()));
    }
    return new Explanation(
        parts.service().name(),
        operation.name(),
        parts.service().origin(),
        conditions,
        trace == null ? null : trace.rule(),
        endpoint,
        request == null ? null : shown(request),
        signature(),
        failure);
  }

  private Explanation.@Nullable Signature signature() {
    String version = signing.version();
    if (version == null || failure != null) {
      return null;
    }
    return new Explanation.Signature(
        version,
        signing.reason(),
        hidden(signing.canonicalRequest()),
        hidden(signing.stringToSign()));
  }

  private @Nullable String hidden(@Nullable String text) {
    return text == null ? null : secrets.hide(text);
  }

  private Explanation.Request shown(HttpRequest sent) {
    Headers headers = sent.headers();
    Headers.Builder shown = Headers.builder();
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      String value = headers.valueAt(i);
      boolean bearer = name.equalsIgnoreCase(AUTHORIZATION) && value.startsWith("Bearer ");
      shown.add(name, bearer ? "Bearer " + Secrets.HIDDEN : secrets.hide(value));
    }
    return new Explanation.Request(
        sent.method(),
        secrets.hide(sent.uri().toString()),
        shown.build(),
        sent.body().contentLength());
  }
}
