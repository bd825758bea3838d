package io.boto4j.internal.call;

import io.boto4j.Explanation;
import io.boto4j.credentials.Credentials;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.endpoint.Endpoint;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.endpoint.RuleTrace;
import io.boto4j.internal.signing.BearerToken;
import io.boto4j.internal.signing.ChosenSigner;
import io.boto4j.internal.signing.SigV4Explanation;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningCredentials;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call would send, and why: filled along the road instead of sending it, by one thread.
 */
final class ExplainCall {
  private static final String AUTHORIZATION = "Authorization";

  private final CallParts parts;
  private final SignRequest signRequest;
  private final OperationModel operation;
  private final Secrets secrets;
  private final @Nullable RuleTrace trace;
  private @Nullable URI endpoint;
  private Explanation.@Nullable Request request;
  private Explanation.@Nullable Signature signature;
  private @Nullable RuntimeException failure;

  ExplainCall(
      CallParts parts, SignRequest signRequest, OperationModel operation, Map<String, ?> input) {
    this.parts = parts;
    this.signRequest = signRequest;
    this.operation = operation;
    this.trace = parts.endpoints().trace();
    this.secrets = new Secrets();
    secrets.addSensitive(operation.input(), input);
    Endpoint custom = parts.endpoints().custom();
    secrets.add(custom == null ? null : custom.query());
  }

  @Nullable RuleTrace trace() {
    return trace;
  }

  void found(ResolvedEndpoint resolved) {
    this.endpoint = URI.create(resolved.endpoint().toString());
  }

  void failed(RuntimeException e) {
    this.failure = e;
  }

  void sign(HttpRequest toSign, List<AuthScheme> schemes) {
    request = shown(toSign, toSign.headers());
    ChooseSigner chooseSigner = signRequest.chooseSigner();
    ChosenSigner chosen = chooseSigner.choose(operation, schemes);
    String why = chooseSigner.why(operation, schemes);
    if (chosen.isNone()) {
      request = shown(toSign, SignRequest.with(toSign, toSign.headers()).headers());
      signature = new Explanation.Signature(chosen.version(), why, null, null);
    } else if (chosen.isBearer()) {
      SigningOptions options = parts.signing();
      secrets.add(options == null ? null : options.bearerToken());
      Headers headers = BearerToken.authorize(toSign, chooseSigner.token());
      request = shown(toSign, SignRequest.with(toSign, headers).headers());
      signature = new Explanation.Signature(chosen.version(), why, null, null);
    } else {
      chooseSigner.requireKnown(chosen);
      explain(toSign, chosen, why);
    }
  }

  private void explain(HttpRequest toSign, ChosenSigner chosen, String why) {
    // To ask for a session would be to send something: a name stands in for its credentials.
    Credentials keys =
        chosen.isExpress()
            ? Credentials.of("FROM-CREATE-SESSION", "unknown", "unknown")
            : parts.credentials().credentials();
    secrets.add(keys.secretAccessKey());
    secrets.add(keys.sessionToken());
    SigningCredentials signing =
        new SigningCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    SigV4Signer signer = signRequest.chooseSigner().signer(chosen);
    boolean signsBody = signRequest.signsBody(operation, toSign);
    String unsigned = SignRequest.unsignedHash(toSign);
    HttpRequest complete =
        signsBody ? toSign : SignRequest.with(toSign, SignRequest.CONTENT_SHA256, unsigned);
    try {
      String hash = signsBody ? signer.payloadHash(toSign.body()) : unsigned;
      SigV4Explanation texts =
          signer.explain(
              complete, hash, chosen.properties(), signing, signRequest.clock().instant());
      request = shown(toSign, SignRequest.with(toSign, texts.headers()).headers());
      signature =
          new Explanation.Signature(
              chosen.version(),
              why,
              secrets.hide(texts.canonicalRequest()),
              secrets.hide(texts.stringToSign()));
    } catch (IOException e) {
      throw new RequestBodyException(
          SendRequest.address(toSign), "it cannot be read to be signed: " + e.getMessage(), e);
    }
  }

  private Explanation.Request shown(HttpRequest sent, Headers headers) {
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

  Explanation explanation() {
    List<Explanation.Condition> conditions = new ArrayList<>();
    for (RuleTrace.Condition each :
        trace == null ? List.<RuleTrace.Condition>of() : trace.conditions()) {
      conditions.add(
          new Explanation.Condition(each.rule(), secrets.hide(each.text()), each.holds()));
    }
    return new Explanation(
        parts.service().name(),
        operation.name(),
        conditions,
        trace == null ? null : trace.rule(),
        endpoint,
        request,
        signature,
        failure);
  }
}
