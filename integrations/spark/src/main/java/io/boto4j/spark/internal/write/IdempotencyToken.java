package io.boto4j.spark.internal.write;

import io.boto4j.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by which a service recognizes a call that it has already carried out.
 *
 * <p>They are derived from the row: when Spark runs a task again, its calls have the same tokens,
 * and the service does not act twice.
 */
final class IdempotencyToken {
  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VERSION_8 = 0x8000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private IdempotencyToken() {}

  /**
   * Returns the token of a call.
   *
   * @param spec the operation
   * @param id the values that identify the row; if there are none, the parameters do
   * @param parameters the parameters, without tokens
   * @return a UUID of version 8, which RFC 9562 has for such digests
   */
  static String of(
      CallSpec spec, List<@Nullable Object> id, Map<String, @Nullable Object> parameters) {
    String text = Json.write(Arrays.asList(spec.service(), spec.operation(), id, parameters));
    ByteBuffer digest = ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8)));
    long high = (digest.getLong() & VERSION_MASK) | VERSION_8;
    long low = (digest.getLong() & VARIANT_MASK) | VARIANT;
    return new UUID(high, low).toString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
