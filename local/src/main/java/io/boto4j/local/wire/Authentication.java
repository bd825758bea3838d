package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import io.boto4j.model.Traits;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which requests have to be signed, and what happens if the signature is wrong. */
final class Authentication {
  private static final System.Logger LOG = System.getLogger("io.boto4j.local");

  private final SignatureMode mode;
  private final Clock clock;

  Authentication(SignatureMode mode, Clock clock) {
    this.mode = mode;
    this.clock = clock;
  }

  /**
   * Verifies the signature of a request, as far as the mode demands it.
   *
   * @param received the request as it was sent
   * @param request the same with its body decoded
   * @param target the operation
   * @param signed its signature, or null
   * @param principal the holder of the access key
   * @return the request, whose body may have been read into memory
   * @throws EngineException if the request is refused
   */
  Inbound check(
      Inbound received,
      Inbound request,
      Target target,
      @Nullable SignedRequest signed,
      Principal principal)
      throws IOException {
    boolean known = signed != null && principal.secret() != null;
    if (mode == SignatureMode.OFF || (mode == SignatureMode.KNOWN_KEYS && !known)) {
      return request;
    }
    try {
      if (signed != null && principal.secret() != null) {
        return new SignatureCheck(received, signed, principal, target, clock).verify(request);
      }
      missing(received, target, signed);
      return request;
    } catch (EngineException e) {
      if (mode != SignatureMode.WARN) {
        throw e;
      }
      LOG.log(
          System.Logger.Level.WARNING,
          target.service().name()
              + ":"
              + target.operation().name()
              + " would be refused by AWS: "
              + e.code()
              + ": "
              + e.serviceMessage());
      return request;
    }
  }

  private static void missing(Inbound received, Target target, @Nullable SignedRequest signed) {
    AuthErrors errors = new AuthErrors(target);
    if (signed != null) {
      throw errors.unknownKey(signed.accessKeyId());
    }
    String authorization = received.headers().first("Authorization");
    if (authorization != null && authorization.startsWith("Bearer ")) {
      return;
    }
    if (authorization != null) {
      throw errors.incomplete(SignedRequest.problems(received, authorization));
    }
    if ("v2".equals(target.service().metadata().text("signatureVersion"))) {
      // The two services that still sign forms with version 2 are not verified.
      return;
    }
    Traits traits = target.operation().traits();
    if (!isNone(traits.get("authtype")) && !isNone(traits.get("auth"))) {
      throw errors.missing();
    }
  }

  private static boolean isNone(@Nullable Object auth) {
    Object first = auth instanceof List<?> list && !list.isEmpty() ? list.get(0) : auth;
    return first != null && (first.equals("none") || first.equals("smithy.api#noAuth"));
  }
}
