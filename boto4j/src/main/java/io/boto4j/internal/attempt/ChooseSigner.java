package io.boto4j.internal.attempt;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.NoAuthTokenException;
import io.boto4j.error.UnknownSignatureVersionException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.error.Errors;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.internal.signing.BearerToken;
import io.boto4j.internal.signing.ChosenSigner;
import io.boto4j.internal.signing.SigV2Signature;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigV4aSigner;
import io.boto4j.internal.signing.SignerChoice;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.OperationModel;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of {@link SignRequest} that few clients need: signs with the signer that {@link
 * SignerChoice} picks from the model, the endpoint and the configuration.
 */
public final class ChooseSigner {
  private final CallParts parts;
  private final CustomizationClient client;
  private final String service;
  private final SignerChoice choice;
  private final SigV4Signer signer;
  private final SigV4Signer asymmetric = new SigV4aSigner();
  private final @Nullable String bearerToken;
  private final @Nullable Supplier<@Nullable String> sessionToken;

  ChooseSigner(CallParts parts, SigV4Signer signer, CustomizationClient client) {
    this.parts = parts;
    this.client = client;
    SigningOptions options = parts.signing() == null ? SigningOptions.NONE : parts.signing();
    this.service = parts.service().name();
    this.choice =
        new SignerChoice(
            parts.service(), parts.region().signingName(), parts.region().signing(), options);
    this.signer = signer;
    this.bearerToken = options.bearerToken();
    this.sessionToken = options.sessionToken();
  }

  Signed sign(
      OperationModel operation,
      HttpRequest request,
      List<AuthScheme> schemes,
      SignRequest step,
      Clock clock,
      @Nullable SigningTrace trace) {
    ChosenSigner chosen = choice.choose(operation, schemes);
    if (trace != null) {
      trace.chosen(chosen.version(), choice.why(operation, schemes));
    }
    if (chosen.isNone()) {
      return new Signed(SignRequest.complete(request, request.headers()), null);
    }
    if (chosen.isBearer()) {
      return new Signed(
          SignRequest.complete(request, BearerToken.authorize(request, token(trace))), null);
    }
    requireKnown(chosen);
    Credentials keys = credentials(chosen, schemes, trace);
    if (chosen.isSigV2()) {
      return new Signed(signV2(request, keys, clock, trace), keys);
    }
    HttpRequest signed =
        step.sign(operation, request, signer(chosen), chosen.properties(), keys, clock, trace);
    return new Signed(signed, chosen.isExpress() ? null : keys);
  }

  void forget() {
    asymmetric.forget();
  }

  private static HttpRequest signV2(
      HttpRequest request, Credentials keys, Clock clock, @Nullable SigningTrace trace) {
    try {
      SigV2Signature signature = new SigV2Signature(request, keys, clock.instant());
      if (trace != null) {
        trace.signed(null, signature.stringToSign());
      }
      return SignRequest.complete(signature.signed(), request.headers());
    } catch (IOException e) {
      throw Errors.requestBody(request, "it cannot be read to be signed: " + e.getMessage(), e);
    }
  }

  private Credentials credentials(
      ChosenSigner chosen, List<AuthScheme> schemes, @Nullable SigningTrace trace) {
    if (trace == null) {
      return credentials(chosen, schemes);
    }
    Credentials keys =
        chosen.isExpress()
            ? Credentials.of("FROM-CREATE-SESSION", "unknown", "unknown")
            : Signed.keys(parts.credentials());
    trace.credentials(keys);
    return keys;
  }

  private String token(@Nullable SigningTrace trace) {
    String token = token();
    if (trace != null) {
      trace.bearerToken(token);
    }
    return token;
  }

  /**
   * Returns the credentials to sign with: the client's, except for directory buckets.
   *
   * @param chosen the signer
   * @param schemes the auth schemes of the endpoint
   * @return the credentials
   */
  public Credentials credentials(ChosenSigner chosen, List<AuthScheme> schemes) {
    Customization customization = parts.customization();
    String identity = chosen.isExpress() ? identity(schemes) : null;
    return identity == null || customization == null
        ? Signed.keys(parts.credentials())
        : customization.identity(identity, client);
  }

  private static @Nullable String identity(List<AuthScheme> schemes) {
    for (AuthScheme scheme : schemes) {
      if (scheme.identity() != null) {
        return scheme.identity();
      }
    }
    return null;
  }

  private static void requireKnown(ChosenSigner chosen) {
    if (!chosen.isSigV4() && !chosen.isSigV2()) {
      throw new UnknownSignatureVersionException(chosen.version());
    }
  }

  /**
   * Returns the signer of a URL or a form.
   *
   * @param operation the operation
   * @param schemes the auth schemes of the endpoint
   * @param suffix the suffix of such signers in botocore's names, such as {@code -query}
   * @return the signer
   * @throws io.boto4j.error.UnsupportedSignatureVersionException if the service takes no such
   *     signature
   */
  public ChosenSigner presigner(OperationModel operation, List<AuthScheme> schemes, String suffix) {
    return choice.choosePresigner(operation, schemes, suffix);
  }

  /**
   * Returns the implementation of a chosen signer.
   *
   * @param chosen the signer
   * @return the implementation, shared by all calls of the client
   */
  public SigV4Signer signer(ChosenSigner chosen) {
    return chosen.isAsymmetric() ? asymmetric : signer;
  }

  private String token() {
    String token = bearerToken;
    if (token == null && sessionToken != null) {
      token = sessionToken.get();
    }
    if (token == null) {
      throw new NoAuthTokenException(
          ": "
              + service
              + " takes a bearer token, and none was found: set "
              + variable(parts.service().signingName())
              + ", or name an sso_session in the profile (`aws configure sso-session`) and run"
              + " `aws sso login`");
    }
    return token;
  }

  private static String variable(String signingName) {
    return "AWS_BEARER_TOKEN_"
        + signingName.replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
