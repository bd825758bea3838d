package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Verifies the signature of a request, in headers or in the query: SigV4 and SigV4a. */
final class SignatureCheck {
  static final Duration SKEW = Duration.ofMinutes(15);

  private static final String SYMMETRIC = "AWS4-HMAC-SHA256";
  private static final String ASYMMETRIC = "AWS4-ECDSA-P256-SHA256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final int LONGEST_EXPIRY = 7 * 24 * 60 * 60;
  private static final int MOST = 70 << 20;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Inbound received;
  private final SignedRequest signed;
  private final Principal principal;
  private final AuthErrors errors;
  private final Clock clock;
  private final boolean s3;

  SignatureCheck(
      Inbound received, SignedRequest signed, Principal principal, Target target, Clock clock) {
    this.received = received;
    this.signed = signed;
    this.principal = principal;
    this.errors = new AuthErrors(target);
    this.clock = clock;
    this.s3 = AuthErrors.isS3(target);
  }

  /**
   * Verifies the signature. The hash of a body, and the signatures of its chunks, are verified
   * while it is read.
   *
   * @param body the body of the request
   * @return the body, which may have been read into memory
   * @throws EngineException if the signature is wrong or has expired
   */
  Inbound verify(Inbound body) throws IOException {
    String secret = principal.secret();
    boolean asymmetric = signed.algorithm().equals(ASYMMETRIC);
    if (secret != null && signed.algorithm().equals(SignatureV2.ALGORITHM)) {
      credentials();
      SignatureV2.verify(BucketHosts.pathStyle(received), signed, secret, clock.instant());
      return body;
    }
    if (secret == null || !(asymmetric || signed.algorithm().equals(SYMMETRIC))) {
      return body;
    }
    credentials();
    scope(asymmetric);
    Instant at = time();
    now(at);
    Inbound kept = body;
    String hash = received.headers().first("X-Amz-Content-SHA256");
    if (hash == null && signed.presigned() && s3) {
      hash = UNSIGNED;
    } else if (hash == null) {
      byte[] bytes =
          body.body() instanceof KeptBody memory
              ? memory.bytes()
              : ServerBody.all(body.body(), MOST);
      kept = body.withBody(new KeptBody(bytes));
      hash = Digests.sha256(bytes);
    } else {
      requireHash(body, hash);
    }
    String canonical = Canonical.of(received, signed, s3, hash);
    String text =
        signed.algorithm()
            + "\n"
            + signed.time()
            + "\n"
            + signed.scope()
            + "\n"
            + Digests.sha256(canonical);
    boolean matches =
        asymmetric
            ? AsymmetricKey.of(signed.accessKeyId(), secret).verifies(text, signed.signature())
            : Digests.same(symmetric(secret, text), signed.signature());
    if (!matches) {
      throw errors.mismatch(signed, text, canonical);
    }
    chunks(kept, secret, hash, text, canonical);
    return kept;
  }

  private String symmetric(String secret, String text) {
    return Digests.hex(Digests.hmac(Digests.signingKey(secret, signed.scope()), text));
  }

  private void credentials() {
    if (!principal.active()) {
      throw errors.unknownKey(signed.accessKeyId());
    }
    String token = principal.token();
    String sent = signed.token();
    if (token != null && (sent == null || !Digests.same(token, sent))) {
      throw errors.wrongToken();
    }
    Instant end = principal.expiration();
    if (end != null && !clock.instant().isBefore(end)) {
      throw errors.expiredToken();
    }
  }

  private void scope(boolean asymmetric) {
    String[] parts = signed.scope().split("/", -1);
    String terminator = parts[parts.length - 1];
    if (!terminator.equals("aws4_request")) {
      throw errors.incomplete(
          "Credential should be scoped with a valid terminator: 'aws4_request', not '"
              + terminator
              + "'.");
    }
    if (!asymmetric && !signed.time().startsWith(signed.day())) {
      throw errors.incomplete(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '"
              + signed.day()
              + "' != '"
              + signed.time().substring(0, Math.min(8, signed.time().length()))
              + "', from '"
              + signed.time()
              + "'.");
    }
  }

  private Instant time() {
    try {
      return LocalDateTime.parse(signed.time(), TIME).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw errors.incomplete(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
  }

  private void now(Instant at) {
    Instant now = clock.instant();
    if (signed.presigned()) {
      String expires = received.queryValue("X-Amz-Expires");
      long seconds = expires == null ? -1 : seconds(expires);
      if (seconds < 0 || seconds > LONGEST_EXPIRY) {
        throw new EngineException(
            "AuthorizationQueryParametersError",
            seconds < 0
                ? "X-Amz-Expires should be a number"
                : "X-Amz-Expires must be less than a week (in seconds) that is " + LONGEST_EXPIRY,
            400,
            Map.of());
      }
      if (now.isAfter(at.plusSeconds(seconds))) {
        throw new EngineException("AccessDenied", "Request has expired", 403, Map.of());
      }
      return;
    }
    // A test that advances the clock does not advance those of other processes.
    if (isFar(at, now) && isFar(at, Instant.now())) {
      throw errors.skewed(signed, at, now);
    }
  }

  private static boolean isFar(Instant at, Instant now) {
    return Duration.between(at, now).abs().compareTo(SKEW) > 0;
  }

  private static long seconds(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private void requireHash(Inbound body, String hash) {
    if (hash.length() != 64) {
      return;
    }
    if (body.body() instanceof KeptBody memory) {
      String calculated = Digests.sha256(memory.bytes());
      if (!calculated.equals(hash)) {
        throw errors.wrongBody(hash, calculated);
      }
    } else if (body.body() instanceof DecodedBody decoded) {
      decoded.requireSha256(hash, errors);
    }
  }

  /** Lets the chunks of a body be verified, each of which is signed with the one before. */
  private void chunks(
      Inbound body, String secret, @Nullable String hash, String text, String canonical) {
    if (hash != null
        && hash.startsWith("STREAMING-" + SYMMETRIC + "-PAYLOAD")
        && body.body() instanceof DecodedBody decoded) {
      decoded.requireSignatures(
          new ChunkSignatures(
              Digests.signingKey(secret, signed.scope()),
              signed,
              () -> errors.mismatch(signed, text, canonical)));
    }
  }

  /** A body in memory, whose hash can be verified before it is read. */
  static final class KeptBody extends ByteArrayInputStream {
    KeptBody(byte[] bytes) {
      super(bytes);
    }

    byte[] bytes() {
      return buf;
    }
  }
}
