package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Verifies the signatures of the chunks of a body and of its trailers.
 *
 * <p>Source: Amazon S3 API Reference, "Signature calculations: transferring payload in multiple
 * chunks".
 */
final class ChunkSignatures {
  private static final String NOTHING = Digests.sha256("");

  private final byte[] key;
  private final SignedRequest signed;
  private final Supplier<EngineException> mismatch;
  private final MessageDigest digest = Digests.sha256();
  private String last;

  ChunkSignatures(byte[] key, SignedRequest signed, Supplier<EngineException> mismatch) {
    this.key = key;
    this.signed = signed;
    this.mismatch = mismatch;
    this.last = signed.signature();
  }

  /** Adds bytes to the current chunk. */
  void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** Verifies the signature of the current chunk. */
  void end(String signature) {
    verify(signature, "AWS4-HMAC-SHA256-PAYLOAD", NOTHING + "\n" + Digests.hex(digest.digest()));
  }

  /** Verifies the signature of the trailers. */
  void trailers(Map<String, String> trailers) {
    StringBuilder text = new StringBuilder();
    trailers.forEach(
        (name, value) -> {
          if (!name.equals("x-amz-trailer-signature")) {
            text.append(name).append(':').append(value).append('\n');
          }
        });
    if (text.length() > 0) {
      verify(
          trailers.getOrDefault("x-amz-trailer-signature", ""),
          "AWS4-HMAC-SHA256-TRAILER",
          Digests.sha256(text.toString()));
    }
  }

  private void verify(String signature, String algorithm, String hashes) {
    String text =
        algorithm + "\n" + signed.time() + "\n" + signed.scope() + "\n" + last + "\n" + hashes;
    if (!Digests.same(Digests.hex(Digests.hmac(key, text)), signature)) {
      throw mismatch.get();
    }
    last = signature;
  }
}
