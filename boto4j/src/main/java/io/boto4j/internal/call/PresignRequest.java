package io.boto4j.internal.call;

import io.boto4j.credentials.Credentials;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.signing.BodyParameters;
import io.boto4j.internal.signing.ChosenSigner;
import io.boto4j.internal.signing.PostPolicy;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningCredentials;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: makes a request into a URL that carries its own signature, in place of signing and sending
 * it; or a form for browsers.
 */
public final class PresignRequest {
  private final SigV4Signer signer = new SigV4Signer();
  private final ChooseSigner chooseSigner;
  private final SignRequest signRequest;
  private final String service;

  PresignRequest(CallParts parts, SignRequest signRequest) {
    this.chooseSigner = signRequest.chooseSigner();
    this.signRequest = signRequest;
    this.service = parts.service().name();
  }

  /**
   * A form that uploads.
   *
   * @param url where it is posted
   * @param fields its fields, in order
   */
  public record Form(URI url, Map<String, String> fields) {
    /** Without the values, which sign. */
    @Override
    public String toString() {
      return "Form[" + url + ", " + fields.keySet() + "]";
    }
  }

  URI url(
      OperationModel operation,
      HttpRequest request,
      List<AuthScheme> schemes,
      long expiresInSeconds,
      @Nullable String httpMethod,
      @Nullable String region) {
    HttpRequest toSign = BodyParameters.moveToQuery(prepared(operation, request, httpMethod));
    ChosenSigner chosen = chooseSigner.presigner(operation, schemes, "-query");
    if (chosen.isNone()) {
      return toSign.uri();
    }
    return chooseSigner
        .signer(chosen)
        .presign(
            toSign,
            payloadHash(chosen),
            region == null ? chosen.properties() : chosen.properties().inRegion(region),
            signingCredentials(chosen, schemes),
            signRequest.clock().instant(),
            expiresInSeconds);
  }

  Form form(
      OperationModel operation,
      HttpRequest request,
      List<AuthScheme> schemes,
      Map<String, String> fields,
      List<?> conditions,
      long expiresInSeconds) {
    ChosenSigner chosen = chooseSigner.presigner(operation, schemes, "-presign-post");
    if (chosen.isNone()) {
      return new Form(request.uri(), fields);
    }
    Instant now = signRequest.clock().instant();
    return new Form(
        request.uri(),
        PostPolicy.sign(
            signer,
            fields,
            conditions,
            chosen.properties(),
            signingCredentials(chosen, schemes),
            now,
            now.plusSeconds(expiresInSeconds)));
  }

  /** Nobody knows yet what will be sent to S3; elsewhere nothing will. */
  private String payloadHash(ChosenSigner chosen) {
    if (chosen.properties().contentSha256Header()) {
      return SigV4Signer.UNSIGNED_PAYLOAD;
    }
    try {
      return signer.payloadHash(HttpBody.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest prepared(
      OperationModel operation, HttpRequest request, @Nullable String httpMethod) {
    Headers.Builder headers = request.headers().toBuilder().remove("User-Agent");
    if (service.equals("polly") && operation.name().equals("SynthesizeSpeech")) {
      // A browser plays such a URL, and sends no content type.
      headers.remove("Content-Type");
    }
    HttpRequest prepared = request.withHeaders(headers.build());
    return httpMethod == null ? prepared : prepared.withMethod(httpMethod);
  }

  private SigningCredentials signingCredentials(ChosenSigner chosen, List<AuthScheme> schemes) {
    Credentials keys = chooseSigner.credentials(chosen, schemes);
    return new SigningCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
  }
}
