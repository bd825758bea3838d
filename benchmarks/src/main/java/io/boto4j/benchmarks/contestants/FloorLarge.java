package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.boto4j.benchmarks.contestants.TransferFloor.Worker;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.zip.CRC32;

/** The tasks with one large object, by hand. */
final class FloorLarge {
  private static final long PART = 8 * 1024 * 1024;
  private static final long COPY_PART = 64 * 1024 * 1024;
  private static final int CHUNK = 256 * 1024;

  /** The polynomial of CRC32 with its bits in reverse. */
  private static final int POLYNOMIAL = 0xEDB88320;

  private final TransferFloor floor;

  FloorLarge(TransferFloor floor) {
    this.floor = floor;
  }

  long upload(Path file, String key) throws Exception {
    String path = TransferFloor.BUCKET + key;
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      String[] parts = new String[(int) ((size + PART - 1) / PART)];
      String id = begin(path);
      floor.inParallel(
          parts.length,
          (worker, i) -> {
            long from = i * PART;
            long length = Math.min(PART, size - from);
            parts[i] = send(worker, channel, from, length, path, query(i, id));
          });
      complete(path, id, parts);
      return size;
    }
  }

  private String begin(String path) throws IOException {
    try (Worker worker = floor.worker()) {
      String created =
          worker.exchange(
              "POST",
              path,
              "uploads=",
              new byte[0],
              "x-amz-checksum-algorithm",
              "CRC32",
              "x-amz-checksum-type",
              "FULL_OBJECT");
      int start = created.indexOf("<UploadId>") + "<UploadId>".length();
      return created.substring(start, created.indexOf('<', start));
    }
  }

  private static String query(int index, String id) {
    return "partNumber=" + (index + 1) + "&uploadId=" + id;
  }

  private String send(
      Worker worker, FileChannel file, long from, long length, String path, String query)
      throws IOException {
    CRC32 crc = new CRC32();
    byte[] chunk = new byte[CHUNK];
    for (long at = 0; at < length; ) {
      ByteBuffer target = ByteBuffer.wrap(chunk, 0, (int) Math.min(CHUNK, length - at));
      int count = file.read(target, from + at);
      crc.update(chunk, 0, count);
      if (worker.signsPayload()) {
        worker.signature().update(chunk, count);
      }
      at += count;
    }
    String hash = worker.signsPayload() ? worker.signature().hash() : FloorSignature.UNSIGNED;
    StringBuilder head =
        worker.signature().head("PUT", path, query, hash, "x-amz-checksum-crc32", base64(crc));
    head.append("content-length: ").append(length).append("\r\n\r\n");
    worker.connection().send(head, file, from, length);
    worker.connection().body(worker.connection().receive("200"));
    return "<ETag>"
        + worker.connection().header("ETag").replace("\"", "&quot;")
        + "</ETag><ChecksumCRC32>"
        + base64(crc)
        + "</ChecksumCRC32>";
  }

  private void complete(String path, String id, String[] parts) throws IOException {
    StringBuilder xml = new StringBuilder("<CompleteMultipartUpload>");
    for (int i = 0; i < parts.length; i++) {
      xml.append("<Part><PartNumber>").append(i + 1).append("</PartNumber>");
      xml.append(parts[i]).append("</Part>");
    }
    byte[] body = xml.append("</CompleteMultipartUpload>").toString().getBytes(UTF_8);
    try (Worker worker = floor.worker()) {
      String done = worker.exchange("POST", path, "uploadId=" + id, body);
      if (!done.contains("<ETag>")) {
        throw new IOException("Not completed: " + done);
      }
    }
  }

  long download(String key, Path file) throws Exception {
    String path = TransferFloor.BUCKET + key;
    long size;
    String tag;
    String expected;
    try (Worker first = floor.worker()) {
      size = first.exchange("HEAD", path, "", "x-amz-checksum-mode", "ENABLED");
      tag = first.connection().header("ETag");
      expected = first.connection().header("x-amz-checksum-crc32");
    }
    CRC32[] parts = new CRC32[(int) ((size + PART - 1) / PART)];
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      floor.inParallel(
          parts.length,
          (worker, i) -> {
            long from = i * PART;
            long length = Math.min(PART, size - from);
            parts[i] = receive(worker, channel, from, length, path, tag);
          });
    }
    CRC32 whole = new CRC32();
    int value = (int) whole.getValue();
    for (int i = 0; i < parts.length; i++) {
      long length = Math.min(PART, size - i * PART);
      value = shifted(value, length) ^ (int) parts[i].getValue();
    }
    if (!expected.equals(base64(value))) {
      throw new IOException("Expected the checksum " + expected + " and received " + base64(value));
    }
    return size;
  }

  private static CRC32 receive(
      Worker worker, FileChannel file, long from, long length, String path, String tag)
      throws IOException {
    String hash =
        worker.signsPayload() ? worker.signature().hash(new byte[0], 0) : FloorSignature.UNSIGNED;
    StringBuilder head = worker.signature().head("GET", path, "", hash);
    head.append("range: bytes=").append(from).append('-').append(from + length - 1);
    head.append("\r\nif-match: ").append(tag).append("\r\n\r\n");
    worker.connection().send(head, new byte[0], 0);
    long left = worker.connection().receive("206");
    CRC32 crc = new CRC32();
    long at = from;
    while (left > 0) {
      ByteBuffer piece = worker.connection().piece(left);
      left -= piece.remaining();
      crc.update(piece.duplicate());
      while (piece.hasRemaining()) {
        at += file.write(piece, at);
      }
    }
    return crc;
  }

  long copy(String source, String key) throws Exception {
    String path = TransferFloor.BUCKET + key;
    String from = TransferFloor.BUCKET + source;
    long size;
    String tag;
    try (Worker first = floor.worker()) {
      size = first.exchange("HEAD", from, "");
      tag = first.connection().header("ETag");
    }
    String[] parts = new String[(int) ((size + COPY_PART - 1) / COPY_PART)];
    String id = begin(path);
    floor.inParallel(
        parts.length,
        (worker, i) -> {
          long start = i * COPY_PART;
          long end = Math.min(start + COPY_PART, size) - 1;
          String copied =
              worker.exchange(
                  "PUT",
                  path,
                  query(i, id),
                  new byte[0],
                  "x-amz-copy-source",
                  from,
                  "x-amz-copy-source-if-match",
                  tag,
                  "x-amz-copy-source-range",
                  "bytes=" + start + "-" + end);
          int at = copied.indexOf("<ETag>");
          parts[i] = copied.substring(at, copied.indexOf("</ETag>") + "</ETag>".length());
        });
    complete(path, id, parts);
    return size;
  }

  static String base64(CRC32 crc) {
    return base64((int) crc.getValue());
  }

  private static String base64(int crc) {
    return Base64.getEncoder().encodeToString(ByteBuffer.allocate(4).putInt(crc).array());
  }

  /** Returns a CRC32 as if some bytes followed that change nothing: multiplied by x^(8 length). */
  private static int shifted(int crc, long length) {
    int power = 1 << 31 >>> 8; // x^8
    int result = crc;
    for (long left = length; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = product(result, power);
      }
      power = product(power, power);
    }
    return result;
  }

  /** Multiplies two polynomials, whose highest bit is x^0. */
  private static int product(int a, int b) {
    int result = 0;
    int factor = b;
    for (int bit = 31; bit >= 0; bit--) {
      if ((a >>> bit & 1) == 1) {
        result ^= factor;
      }
      factor = (factor & 1) == 1 ? factor >>> 1 ^ POLYNOMIAL : factor >>> 1;
    }
    return result;
  }
}
