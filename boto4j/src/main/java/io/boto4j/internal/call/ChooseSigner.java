package io.boto4j.internal.call;

import io.boto4j.credentials.Credentials;
import io.boto4j.error.NoAuthTokenException;
import io.boto4j.error.UnknownSignatureVersionException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.AuthScheme;
import io.boto4j.internal.signing.BearerToken;
import io.boto4j.internal.signing.ChosenSigner;
import io.boto4j.internal.signing.SigV4Signer;
import io.boto4j.internal.signing.SigV4aSigner;
import io.boto4j.internal.signing.SignerChoice;
import io.boto4j.internal.signing.SigningOptions;
import io.boto4j.model.OperationModel;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Signs as {@link SignerChoice} says: the part of {@link SignRequest} that few calls need. */
final class ChooseSigner {
  private final CallParts parts;
  private final CallRoad road;
  private final String service;
  private final SignerChoice choice;
  private final SigV4Signer signer;
  private final SigV4Signer asymmetric = new SigV4aSigner();
  private final @Nullable String bearerToken;
  private final @Nullable Supplier<@Nullable String> sessionToken;

  ChooseSigner(CallParts parts, SigV4Signer signer, CallRoad road) {
    this.parts = parts;
    this.road = road;
    SigningOptions options = parts.signing() == null ? SigningOptions.NONE : parts.signing();
    this.service = parts.service().name();
    this.choice =
        new SignerChoice(
            parts.service(), parts.region().signingName(), parts.region().signing(), options);
    this.signer = signer;
    this.bearerToken = options.bearerToken();
    this.sessionToken = options.sessionToken();
  }

  HttpRequest sign(
      CallState call, HttpRequest request, List<AuthScheme> schemes, SignRequest step) {
    OperationModel operation = call.operation();
    ChosenSigner chosen = choice.choose(operation, schemes);
    if (chosen.isNone()) {
      return SignRequest.with(request, request.headers());
    }
    if (chosen.isBearer()) {
      return SignRequest.with(request, BearerToken.authorize(request, token()));
    }
    requireKnown(chosen);
    Credentials keys = credentials(chosen, schemes);
    if (!chosen.isExpress()) {
      call.signingKeys(keys);
    }
    return step.sign(operation, request, signer(chosen), chosen.properties(), keys);
  }

  /** Whose credentials a request is signed with: mostly the client's. */
  Credentials credentials(ChosenSigner chosen, List<AuthScheme> schemes) {
    Customization customization = parts.customization();
    String identity = chosen.isExpress() ? identity(schemes) : null;
    return identity == null || customization == null
        ? parts.credentials().credentials()
        : customization.identity(identity, road);
  }

  private static @Nullable String identity(List<AuthScheme> schemes) {
    for (AuthScheme scheme : schemes) {
      if (scheme.identity() != null) {
        return scheme.identity();
      }
    }
    return null;
  }

  ChosenSigner choose(OperationModel operation, List<AuthScheme> schemes) {
    return choice.choose(operation, schemes);
  }

  /** Why it is that one, for people. */
  String why(OperationModel operation, List<AuthScheme> schemes) {
    return choice.why(operation, schemes);
  }

  void requireKnown(ChosenSigner chosen) {
    if (!chosen.isSigV4()) {
      throw new UnknownSignatureVersionException(chosen.version());
    }
  }

  /** The signer of a URL or a form; fails where there is none. */
  ChosenSigner presigner(OperationModel operation, List<AuthScheme> schemes, String suffix) {
    return choice.choosePresigner(operation, schemes, suffix);
  }

  SigV4Signer signer(ChosenSigner chosen) {
    return chosen.isAsymmetric() ? asymmetric : signer;
  }

  String token() {
    String token = bearerToken;
    if (token == null && sessionToken != null) {
      token = sessionToken.get();
    }
    if (token == null) {
      throw new NoAuthTokenException(
          ": "
              + service
              + " takes a bearer token, and there is none for it: set "
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
