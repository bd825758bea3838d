package io.boto4j.local.s3;

import io.boto4j.Structure;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.local.s3.Blobs.Received;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A body that arrived, with its digests, which agree with those that the client sent.
 *
 * @param received the bytes
 * @param md5 the MD5 digest in hexadecimal
 * @param checksums the checksums by member name
 */
record Upload(Received received, String md5, Map<String, Object> checksums) {
  /** The largest body of one request. */
  private static final long MOST = 5L << 30;

  private static final int MD5_LENGTH = 16;

  /**
   * Receives the body of a request.
   *
   * @param state keeps the bytes
   * @param input the input with the body and its digests
   * @param algorithms the algorithms to calculate
   */
  static Upload receive(S3State state, Structure input, List<String> algorithms) {
    checkMd5(input.text("ContentMD5"));
    try (InputStream in = stream(input.get("Body"))) {
      Upload upload = receive(state, in, algorithms);
      verify(state, upload, input, algorithms);
      return upload;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Receives bytes that do not come from a client. */
  static Upload receive(S3State state, InputStream in, List<String> algorithms) {
    MessageDigest md5 = newMd5();
    Map<String, Checksum> started = new LinkedHashMap<>();
    algorithms.forEach(each -> started.put(each, Checksums.start(each)));
    List<Blobs.Sink> sinks = new ArrayList<>();
    sinks.add(md5::update);
    started.values().forEach(each -> sinks.add(each::update));
    Received received = state.blobs.receive(in, sinks, MOST);
    Map<String, Object> checksums = new LinkedHashMap<>();
    started.forEach((name, each) -> checksums.put(Checksums.member(name), each.base64()));
    return new Upload(received, HexFormat.of().formatHex(md5.digest()), checksums);
  }

  private static void verify(
      S3State state, Upload upload, Structure input, List<String> algorithms) {
    boolean verified = false;
    try {
      String sent = input.text("ContentMD5");
      byte[] md5 = HexFormat.of().parseHex(upload.md5);
      if (sent != null && !sent.equals(Base64.getEncoder().encodeToString(md5))) {
        throw S3Errors.of(
            400, "BadDigest", "The Content-MD5 you specified did not match what we received.");
      }
      for (String algorithm : algorithms) {
        Object calculated = upload.checksums.get(Checksums.member(algorithm));
        Checksums.verify(input, algorithm, String.valueOf(calculated));
      }
      verified = true;
    } finally {
      if (!verified) {
        state.blobs.discard(upload.received);
      }
    }
  }

  private static void checkMd5(@Nullable String sent) {
    if (sent == null) {
      return;
    }
    boolean valid;
    try {
      valid = Base64.getDecoder().decode(sent).length == MD5_LENGTH;
    } catch (IllegalArgumentException e) {
      valid = false;
    }
    if (!valid) {
      throw S3Errors.of(
          400, "InvalidDigest", "The Content-MD5 you specified was invalid.", "Content-MD5", sent);
    }
  }

  static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream stream(@Nullable Object body) throws IOException {
    if (body instanceof InputStream in) {
      return in;
    }
    if (body instanceof byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }
    if (body instanceof Path path) {
      return Files.newInputStream(path);
    }
    return new ByteArrayInputStream(
        body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
