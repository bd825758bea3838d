package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import io.boto4j.internal.time.SpecialFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.CRC32;

/** The body of a request that consists of a user's bytes, which may not fit in memory. */
final class PayloadBody {
  private PayloadBody() {}

  /**
   * Creates a body of bytes, text, a file or a stream; returns a body as it is.
   *
   * @param name the name of the member, for messages
   * @throws IllegalArgumentException if the file cannot be read, or the type is not supported
   */
  static HttpBody of(String name, Object value) {
    if (value instanceof HttpBody body) {
      return body;
    }
    if (value instanceof InputStream in) {
      return new OfStream(name, in);
    }
    if (value instanceof ByteBuffer buffer && buffer.hasArray()) {
      return HttpBody.of(
          buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }
    if (value instanceof Path path) {
      try {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        return file.isOther() ? new OfPipe(name, path) : new OfFile(path, file.size());
      } catch (IOException e) {
        throw new IllegalArgumentException("Cannot read the file to send as " + name + ": " + e, e);
      }
    }
    return HttpBody.of(InputValues.bytes(value));
  }

  /**
   * A file, which is read each time the body is hashed or sent. All reads must return the same
   * content, because checksums and attempts depend on it.
   */
  private static final class OfFile implements HttpBody {
    private final Path path;
    private final long length;

    /** The checksum of the first complete read, or −1 before it. */
    private long crc = -1;

    OfFile(Path path, long length) {
      this.path = path;
      this.length = length;
    }

    @Override
    public long contentLength() {
      return length;
    }

    @Override
    public boolean replayable() {
      return true;
    }

    @Override
    public InputStream open() throws IOException {
      return new ProvenStream(Files.newInputStream(path), this);
    }

    private void prove(long sum) throws IOException {
      if (crc >= 0 && crc != sum) {
        throw new IOException("the file " + path + " was changed while it was being sent");
      }
      crc = sum;
    }
  }

  /**
   * A stream that calculates a checksum, and returns the last bytes only if the checksum is right.
   */
  private static final class ProvenStream extends FilterInputStream {
    private final OfFile body;
    private final CRC32 sum = new CRC32();
    private long seen;

    ProvenStream(InputStream in, OfFile body) {
      super(in);
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      if (count > 0) {
        sum.update(target, offset, count);
        seen += count;
        if (seen == body.length) {
          body.prove(sum.getValue());
        }
      }
      return count;
    }

    /** Reads the skipped bytes, since they belong to the checksum. */
    @Override
    public long skip(long count) throws IOException {
      byte[] block = new byte[(int) Math.min(8192, Math.max(0, count))];
      long skipped = 0;
      while (skipped < count) {
        int passed = read(block, 0, (int) Math.min(block.length, count - skipped));
        if (passed < 0) {
          break;
        }
        skipped += passed;
      }
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }

  /** A named pipe or device: it has no size, and cannot be read twice. */
  private static final class OfPipe extends OneTimeBody {
    private final String name;
    private final Path path;

    OfPipe(String name, Path path) {
      this.name = name;
      this.path = path;
    }

    @Override
    String takenMessage() {
      return path + ", passed as " + name + ", is not a regular file, and cannot be read again";
    }

    @Override
    public InputStream open() throws IOException {
      take();
      return SpecialFile.open(path);
    }
  }

  /** A user's stream, read from its current position, and closed by the user. */
  private static final class OfStream extends OneTimeBody {
    private final String name;
    private final InputStream in;

    OfStream(String name, InputStream in) {
      this.name = name;
      this.in = in;
    }

    @Override
    String takenMessage() {
      return "the stream passed as "
          + name
          + " was read already, and cannot be read again: pass a Path or bytes";
    }

    @Override
    public InputStream open() throws IOException {
      take();
      return in;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      open().transferTo(out);
    }
  }
}
