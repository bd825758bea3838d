package io.boto4j.local.wire;

import io.boto4j.http.Headers;
import io.boto4j.internal.checksum.Checksum;
import io.boto4j.local.engine.EngineException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request without what the client did to it on its way: {@code aws-chunked} with its
 * trailers, gzip. Checksums in headers and trailers are compared at the end.
 */
final class DecodedBody extends InputStream {
  private static final String TRAILER = "x-amz-trailer";
  private static final String ALGORITHM = "x-amz-sdk-checksum-algorithm";

  private final InputStream in;
  private final List<Check> checks = new ArrayList<>();
  private final @Nullable ChunkedInput chunks;
  private boolean ended;

  /** A checksum, and the value that was sent with the request; null if it is in the trailer. */
  private record Check(String header, Checksum checksum, @Nullable String expected) {}

  private DecodedBody(InputStream in, @Nullable ChunkedInput chunks) {
    this.in = in;
    this.chunks = chunks;
  }

  /** Returns the decoded body of a request, and the request's headers without the encodings. */
  static Inbound decoded(Inbound request) {
    Headers headers = request.headers();
    String encoding = headers.first("Content-Encoding");
    boolean chunked = encoding != null && encoding.contains("aws-chunked");
    String sha256 = headers.first("X-Amz-Content-SHA256");
    chunked |= sha256 != null && sha256.startsWith("STREAMING-");
    ChunkedInput chunks = chunked ? new ChunkedInput(request.body()) : null;
    InputStream in = chunks == null ? request.body() : chunks;
    DecodedBody body = new DecodedBody(in, chunks);
    if (!completesUpload(request)) {
      body.addChecksums(headers);
    }
    body.addMd5(headers);
    String rest = encoding == null ? null : without(encoding);
    Headers.Builder decoded = headers.toBuilder();
    if (encoding != null) {
      decoded.remove("Content-Encoding");
      if (rest != null) {
        decoded.add("Content-Encoding", rest);
      }
    }
    String length = headers.first("x-amz-decoded-content-length");
    if (chunked && length != null) {
      decoded.set("Content-Length", length);
    }
    String trailer = headers.first(TRAILER);
    if (trailer != null && trailer.startsWith(Checksum.HEADER_PREFIX)) {
      // A checksum in a trailer names its algorithm also without this header.
      String algorithm = trailer.substring(Checksum.HEADER_PREFIX.length());
      if (!headers.contains(ALGORITHM)) {
        decoded.set(ALGORITHM, algorithm.toUpperCase(Locale.ROOT));
      }
    }
    return new Inbound(request.method(), request.path(), request.query(), decoded.build(), body);
  }

  /** Returns a body of which gzip is undone too, if it is the last encoding. */
  static InputStream unzipped(Inbound request) throws IOException {
    String encoding = request.headers().first("Content-Encoding");
    if (encoding == null) {
      return request.body();
    }
    String last = encoding.substring(encoding.lastIndexOf(',') + 1).strip();
    return last.equalsIgnoreCase("gzip") ? new GZIPInputStream(request.body()) : request.body();
  }

  private static @Nullable String without(String encoding) {
    List<String> rest = new ArrayList<>();
    for (String each : encoding.split(",", -1)) {
      if (!each.strip().equals("aws-chunked") && !each.isBlank()) {
        rest.add(each.strip());
      }
    }
    return rest.isEmpty() ? null : String.join(",", rest);
  }

  /** Whether the checksum in a header is that of the object to be, and not that of the body. */
  private static boolean completesUpload(Inbound request) {
    return request.method().equals("POST") && request.queryValue("uploadId") != null;
  }

  private void addChecksums(Headers headers) {
    for (String name : Checksum.NAMES) {
      String header = Checksum.HEADER_PREFIX + name;
      String expected = headers.first(header);
      String trailer = headers.first(TRAILER);
      boolean inTrailer = trailer != null && trailer.toLowerCase(Locale.ROOT).contains(header);
      Checksum checksum = expected == null && !inTrailer ? null : Checksum.of(name);
      // A composite checksum of parts is not one of these bytes.
      if (checksum != null && (expected == null || expected.indexOf('-') < 0)) {
        checks.add(new Check(header, checksum, expected));
      }
    }
  }

  private void addMd5(Headers headers) {
    String md5 = headers.first("Content-MD5");
    if (md5 != null) {
      this.md5 = digest();
      this.expectedMd5 = md5;
    }
  }

  /** Lets the hash of the body be verified at its end. */
  void requireSha256(String hex, AuthErrors as) {
    sha256 = Digests.sha256();
    expectedSha256 = hex;
    errors = as;
  }

  /** Lets the signatures of the chunks be verified. */
  void requireSignatures(ChunkSignatures signatures) {
    if (chunks != null) {
      chunks.signatures = signatures;
    }
  }

  private @Nullable MessageDigest sha256;
  private String expectedSha256 = "";
  private @Nullable AuthErrors errors;
  private @Nullable MessageDigest md5;
  private @Nullable String expectedMd5;

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int count = ended ? -1 : in.read(target, offset, length);
    if (count < 0) {
      end();
      return -1;
    }
    for (Check check : checks) {
      check.checksum.update(target, offset, count);
    }
    if (md5 != null) {
      md5.update(target, offset, count);
    }
    if (sha256 != null) {
      sha256.update(target, offset, count);
    }
    return count;
  }

  private void end() {
    if (ended) {
      return;
    }
    ended = true;
    if (sha256 != null && errors != null) {
      String calculated = Digests.hex(sha256.digest());
      if (!calculated.equals(expectedSha256)) {
        throw errors.wrongBody(expectedSha256, calculated);
      }
    }
    for (Check check : checks) {
      String expected = check.expected;
      if (expected == null && chunks != null) {
        expected = chunks.trailers().get(check.header);
      }
      String calculated = check.checksum.base64();
      if (expected != null && !expected.strip().equals(calculated)) {
        String name = check.header.substring(Checksum.HEADER_PREFIX.length());
        throw new EngineException(
            "BadDigest",
            "The "
                + name.toUpperCase(Locale.ROOT)
                + " you specified did not match the calculated checksum.");
      }
    }
    if (md5 != null && !Base64.getEncoder().encodeToString(md5.digest()).equals(expectedMd5)) {
      throw new EngineException(
          "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Undoes {@code aws-chunked}: lengths in hexadecimal, with or without signatures. */
  private static final class ChunkedInput extends InputStream {
    private static final int LONGEST_LINE = 8192;
    private static final String SIGNATURE = ";chunk-signature=";

    private final InputStream in;
    private final Map<String, String> trailers = new LinkedHashMap<>();
    private @Nullable ChunkSignatures signatures;
    private String signature = "";
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedInput(InputStream in) {
      this.in = in;
    }

    Map<String, String> trailers() {
      return trailers;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0 && !ended) {
        next();
      }
      if (ended) {
        return -1;
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count < 0) {
        throw incomplete();
      }
      left -= count;
      if (signatures != null) {
        signatures.update(target, offset, count);
        if (left == 0) {
          signatures.end(signature);
        }
      }
      return count;
    }

    private void next() throws IOException {
      if (!first && !line().isEmpty()) {
        throw new EngineException(
            "IncompleteBody", "A chunk of the body is longer than its length says");
      }
      first = false;
      String head = line();
      int semicolon = head.indexOf(';');
      String size = semicolon < 0 ? head : head.substring(0, semicolon);
      int named = head.indexOf(SIGNATURE);
      signature = named < 0 ? "" : head.substring(named + SIGNATURE.length()).strip();
      try {
        left = Long.parseLong(size.strip(), 16);
      } catch (NumberFormatException e) {
        left = -1;
      }
      if (left < 0) {
        ended = true;
        throw new EngineException("IncompleteBody", "A chunk of the body has no length");
      }
      if (left == 0) {
        ended = true;
        if (signatures != null) {
          signatures.end(signature);
        }
        readTrailers();
        if (signatures != null) {
          signatures.trailers(trailers);
        }
      }
    }

    private void readTrailers() throws IOException {
      for (String line = lineOrEnd(); line != null && !line.isEmpty(); line = lineOrEnd()) {
        int colon = line.indexOf(':');
        if (colon > 0) {
          trailers.put(
              line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
              line.substring(colon + 1).strip());
        }
      }
    }

    private String line() throws IOException {
      String line = lineOrEnd();
      if (line == null) {
        throw incomplete();
      }
      return line;
    }

    private static EngineException incomplete() {
      return new EngineException(
          "IncompleteBody",
          "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }

    private @Nullable String lineOrEnd() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          return line.length() == 0 ? null : line.toString();
        }
        if (c != '\r') {
          line.append((char) c);
        }
        if (line.length() > LONGEST_LINE) {
          throw new EngineException("IncompleteBody", "A chunk of the body has no length");
        }
      }
      return line.toString();
    }
  }

  /** Returns a body of given bytes. */
  static InputStream of(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
