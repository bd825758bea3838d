package io.boto4j.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** A request body in memory. */
final class BytesBody implements HttpBody {
  static final HttpBody EMPTY = new BytesBody(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int offset;
  private final int length;

  BytesBody(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.offset = offset;
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
  public InputStream open() {
    return new ByteArrayInputStream(bytes, offset, length);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes, offset, length);
  }

  @Override
  public String toString() {
    return length + " bytes";
  }
}
