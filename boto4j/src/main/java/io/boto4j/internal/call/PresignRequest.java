package io.boto4j.internal.call;

import io.boto4j.http.HttpBody;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.attempt.AttemptLoop;
import io.boto4j.internal.attempt.Call;
import io.boto4j.internal.attempt.CallParts;
import io.boto4j.internal.attempt.ChooseSigner;
import io.boto4j.internal.attempt.PreparedRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.signing.BodyParameters;
import io.boto4j.internal.signing.ChosenSigner;
import io.boto4j.internal.signing.PostPolicy;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigningProperties;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Step: turns a request into a URL that carries its own signature, or into a form for browsers. It
 * takes the place of the attempts.
 */
public final class PresignRequest {
  private final SigV4Signer signer = new SigV4Signer();
  private final ChooseSigner chooseSigner;
  private final AttemptLoop attempts;
  private final @Nullable Customization customization;

  PresignRequest(CallParts parts, AttemptLoop attempts) {
    this.chooseSigner = attempts.signRequest().chooseSigner();
    this.attempts = attempts;
    this.customization = parts.customization();
  }

  /**
   * A form that uploads an object.
   *
   * @param url the address that the form is posted to
   * @param fields the fields of the form, in order
   */
  public record Form(URI url, Map<String, String> fields) {
    /** Omits the values of the fields: they are signed, and so are secrets. */
    @Override
    public String toString() {
      return "Form[" + url + ", " + fields.keySet() + "]";
    }
  }

  /**
   * Returns the URL of a call. Headers of the user and interceptors come last, when the parameters
   * are in the query already: they see the request that the URL will be used for.
   */
  URI url(Call call, PreparedRequest prepared, long expiresInSeconds, @Nullable String httpMethod) {
    OperationModel operation = call.operation();
    HttpRequest request = prepared.request();
    if (customization != null) {
      request = customization.urlRequest(operation, request);
    }
    request = BodyParameters.moveToQuery(request);
    if (httpMethod != null) {
      request = request.withMethod(httpMethod);
    }
    request = call.beforeSign(call.withOwnHeaders(request));
    return url(operation, request, prepared.authSchemes(), expiresInSeconds, null);
  }

  /**
   * Returns the URL with which another region makes the same request. Interceptors are not asked:
   * that region sends no header of theirs.
   */
  URI urlInRegion(
      OperationModel operation, HttpRequest request, long expiresInSeconds, String region) {
    HttpRequest toSign = BodyParameters.moveToQuery(request).withMethod("GET");
    return url(operation, toSign, List.of(), expiresInSeconds, region);
  }

  private URI url(
      OperationModel operation,
      HttpRequest toSign,
      List<AuthScheme> schemes,
      long expiresInSeconds,
      @Nullable String region) {
    ChosenSigner chosen = chooseSigner.presigner(operation, schemes, "-query");
    if (chosen.isNone()) {
      return toSign.uri();
    }
    SigningProperties properties = chosen.properties();
    return chooseSigner
        .signer(chosen)
        .presign(
            toSign,
            payloadHash(properties),
            region == null ? properties : properties.inRegion(region),
            chooseSigner.credentials(chosen, schemes),
            attempts.signingClock().instant(),
            expiresInSeconds);
  }

  Form form(
      OperationModel operation,
      PreparedRequest prepared,
      Map<String, String> fields,
      List<?> conditions,
      long expiresInSeconds) {
    URI url = prepared.request().uri();
    List<AuthScheme> schemes = prepared.authSchemes();
    ChosenSigner chosen = chooseSigner.presigner(operation, schemes, "-presign-post");
    if (chosen.isNone()) {
      return new Form(url, fields);
    }
    Instant now = attempts.signingClock().instant();
    return new Form(
        url,
        PostPolicy.sign(
            signer,
            fields,
            conditions,
            chosen.properties(),
            chooseSigner.credentials(chosen, schemes),
            now,
            now.plusSeconds(expiresInSeconds)));
  }

  /** The body of a request to S3 is not known yet; requests to other services have none. */
  private String payloadHash(SigningProperties properties) {
    if (properties.contentSha256Header()) {
      return SigV4Signer.UNSIGNED_PAYLOAD;
    }
    try {
      return signer.payloadHash(HttpBody.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
