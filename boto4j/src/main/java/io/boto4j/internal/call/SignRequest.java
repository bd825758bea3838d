package io.boto4j.internal.call;

import io.boto4j.credentials.Credentials;
import io.boto4j.credentials.CredentialsProvider;
import io.boto4j.error.RequestBodyException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningCredentials;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Step: signs the request with SigV4, body and all, unless the model says that the operation takes
 * no signature, or none of the body. The credentials are asked for once a signature, so that they
 * cannot change within it.
 */
final class SignRequest {
  private final SigV4Signer signer = new SigV4Signer();
  private final SigningProperties properties;
  private final CredentialsProvider credentials;
  private final Clock clock;

  SignRequest(CallParts parts) {
    this.properties = properties(parts.service().signingName(), parts.region());
    this.credentials = parts.credentials();
    this.clock = parts.clock();
  }

  private static SigningProperties properties(String signingName, String region) {
    return signingName.equals("s3")
        ? SigningProperties.s3(signingName, region)
        : SigningProperties.of(signingName, region);
  }

  HttpRequest sign(OperationModel operation, HttpRequest request) {
    if ("none".equals(authType(operation))) {
      return with(request, request.headers());
    }
    boolean signsBody = signsBody(operation);
    HttpRequest toSign =
        signsBody ? request : with(request, "X-Amz-Content-SHA256", SigV4Signer.UNSIGNED_PAYLOAD);
    Credentials keys = credentials.credentials();
    SigningCredentials signing =
        new SigningCredentials(keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
    try {
      String hash = signsBody ? signer.payloadHash(request.body()) : SigV4Signer.UNSIGNED_PAYLOAD;
      return with(request, signer.sign(toSign, hash, properties, signing, clock.instant()));
    } catch (IOException e) {
      throw new RequestBodyException(
          SendRequest.address(request), "it cannot be read to be signed: " + e.getMessage(), e);
    }
  }

  /** Whether the body is hashed, and so read, before it is sent. */
  static boolean signsBody(OperationModel operation) {
    String type = authType(operation);
    return type == null
        || !(type.equals("none")
            || type.equals("v4-unsigned-body")
            || operation.traits().flag("unsignedPayload"));
  }

  private static @Nullable String authType(OperationModel operation) {
    return operation.traits().text("authtype");
  }

  private static HttpRequest with(HttpRequest request, String name, String value) {
    Headers headers = request.headers().toBuilder().set(name, value).build();
    return new HttpRequest(
        request.method(), request.uri(), headers, request.body(), request.repeatable());
  }

  /** Accept-Encoding is outside the signature, as in botocore: a proxy on the way may change it. */
  private static HttpRequest with(HttpRequest request, Headers headers) {
    Headers complete = headers.toBuilder().add("Accept-Encoding", "identity").build();
    return new HttpRequest(
        request.method(), request.uri(), complete, request.body(), request.repeatable());
  }
}
