package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Signature version 4 of requests to S3, with a key that is derived once. For one thread. */
final class FloorSignature {
  static final String UNSIGNED = "UNSIGNED-PAYLOAD";

  private static final HexFormat HEX = HexFormat.of();

  private final MessageDigest sha256;
  private final String host;
  private final String time;
  private final String scope;
  private final byte[] key;

  FloorSignature(String host, String time) throws GeneralSecurityException {
    this.sha256 = MessageDigest.getInstance("SHA-256");
    this.host = host;
    this.time = time;
    String day = time.substring(0, 8);
    this.scope = day + "/us-east-1/s3/aws4_request";
    byte[] derived = hmac("AWS4example-secret-key".getBytes(UTF_8), day);
    derived = hmac(derived, "us-east-1");
    derived = hmac(derived, "s3");
    this.key = hmac(derived, "aws4_request");
  }

  /** Returns the hash of some bytes in hexadecimal digits. */
  String hash(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
    return HEX.formatHex(sha256.digest());
  }

  void update(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
  }

  String hash() {
    return HEX.formatHex(sha256.digest());
  }

  /**
   * Returns the head of a request up to the signature; the caller adds what is not signed.
   *
   * @param query the query, sorted and encoded; may be empty
   * @param headers the names and values of further headers to sign
   */
  StringBuilder head(
      String method, String path, String query, String payloadHash, String... headers) {
    Map<String, String> all = new TreeMap<>();
    all.put("host", host);
    all.put("x-amz-content-sha256", payloadHash);
    all.put("x-amz-date", time);
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    StringBuilder lines = new StringBuilder(400);
    all.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    String signed = String.join(";", all.keySet());
    String canonical =
        method + '\n' + path + '\n' + query + '\n' + lines + '\n' + signed + '\n' + payloadHash;
    byte[] bytes = canonical.getBytes(UTF_8);
    String toSign = "AWS4-HMAC-SHA256\n" + time + '\n' + scope + '\n' + hash(bytes, bytes.length);
    StringBuilder head = new StringBuilder(600).append(method).append(' ').append(path);
    if (!query.isEmpty()) {
      head.append('?').append(query);
    }
    head.append(" HTTP/1.1\r\n").append(lines.toString().replace("\n", "\r\n"));
    head.append("authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/").append(scope);
    head.append(", SignedHeaders=").append(signed).append(", Signature=");
    return head.append(HEX.formatHex(hmac(key, toSign))).append("\r\n");
  }

  /** Computes an HMAC (RFC 2104) from the hash: cheaper to start than {@code javax.crypto}. */
  private byte[] hmac(byte[] secret, String message) {
    byte[] pad = Arrays.copyOf(secret, 64);
    for (int i = 0; i < pad.length; i++) {
      pad[i] ^= 0x36;
    }
    sha256.update(pad);
    byte[] inner = sha256.digest(message.getBytes(UTF_8));
    for (int i = 0; i < pad.length; i++) {
      pad[i] ^= 0x36 ^ 0x5C;
    }
    sha256.update(pad);
    return sha256.digest(inner);
  }
}
