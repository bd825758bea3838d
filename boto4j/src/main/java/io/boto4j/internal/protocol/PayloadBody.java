package io.boto4j.internal.protocol;

import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a request that is a user's bytes and nothing else, be they too many for memory. */
final class PayloadBody {
  private PayloadBody() {}

  /**
   * A body over bytes, text, a file or a stream.
   *
   * @param name the member, for messages
   * @throws IllegalArgumentException if the file cannot be read, or the value is none of these
   */
  static HttpBody of(String name, Object value) {
    if (value instanceof InputStream in) {
      return new OfStream(name, in);
    }
    if (value instanceof ByteBuffer buffer && buffer.hasArray()) {
      return HttpBody.of(
          buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }
    if (value instanceof Path path) {
      try {
        return new OfFile(path, Files.size(path));
      } catch (IOException e) {
        throw new IllegalArgumentException("Cannot read the file to send as " + name + ": " + e, e);
      }
    }
    return HttpBody.of(InputValues.bytes(value));
  }

  /** Read anew each time, so it can be hashed, sent, and sent again. */
  private static final class OfFile implements HttpBody {
    private final Path path;
    private final long length;

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
      return Files.newInputStream(path);
    }
  }

  /** Read once, from where it stands; closed by whoever opened it. */
  private static final class OfStream implements HttpBody {
    private final String name;
    private final InputStream in;
    private boolean opened;

    OfStream(String name, InputStream in) {
      this.name = name;
      this.in = in;
    }

    @Override
    public long contentLength() {
      return -1;
    }

    @Override
    public boolean replayable() {
      return false;
    }

    @Override
    public InputStream open() throws IOException {
      if (opened) {
        throw new IOException(
            "the stream passed as "
                + name
                + " was read already, and cannot be read again: pass a Path or bytes");
      }
      opened = true;
      return in;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      open().transferTo(out);
    }
  }
}
