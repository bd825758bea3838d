package io.boto4j.internal.call;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningCredentials;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/**
 * Step: signs the request with SigV4, unless the model says that the operation takes none. The
 * credentials are asked for once a signature, so that they cannot change within it.
 */
final class SignRequest {
  private final SigV4Signer signer = new SigV4Signer();
  private final SigningProperties properties;
  private final CredentialsProvider credentials;
  private final Clock clock;

  SignRequest(CallParts parts) {
    this.properties = SigningProperties.of(parts.service().signingName(), parts.region());
    this.credentials = parts.credentials();
    this.clock = parts.clock();
  }

  HttpRequest sign(OperationModel operation, HttpRequest request) {
    if ("none".equals(operation.traits().text("authtype"))) {
      return with(request, request.headers());
    }
    Credentials keys = credentials.credentials();
    SigningCredentials signing =
        new SigningCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    try {
      Headers headers =
          signer.sign(
              request, signer.payloadHash(request.body()), properties, signing, clock.instant());
      return with(request, headers);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the body to sign it", e);
    }
  }

  /** Accept-Encoding is outside the signature, as in botocore: a proxy on the way may change it. */
  private static HttpRequest with(HttpRequest request, Headers headers) {
    Headers complete = headers.toBuilder().add("Accept-Encoding", "identity").build();
    return new HttpRequest(
        request.method(), request.uri(), complete, request.body(), request.repeatable());
  }
}
