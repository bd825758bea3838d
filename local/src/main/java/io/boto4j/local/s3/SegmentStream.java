package io.boto4j.local.s3;

import io.boto4j.local.s3.ObjectVersion.Segment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range of the bytes of several bodies, one after the other: the parts of an upload. */
final class SegmentStream extends InputStream {
  private final Blobs blobs;
  private final List<Segment> segments;
  private final List<String> pinned;
  private int next;
  private long skip;
  private long left;
  private boolean closed;
  private @Nullable InputStream current;

  private SegmentStream(
      Blobs blobs, List<Segment> segments, List<String> pinned, long from, long length) {
    this.blobs = blobs;
    this.segments = segments;
    this.pinned = pinned;
    this.skip = from;
    this.left = length;
  }

  /**
   * Opens a range.
   *
   * @return the bytes, or null if a body is gone because the object was replaced or deleted
   */
  static @Nullable SegmentStream open(Blobs blobs, List<Segment> segments, long from, long length) {
    List<String> ids = segments.stream().map(Segment::id).toList();
    if (!blobs.pin(ids)) {
      return null;
    }
    SegmentStream stream = new SegmentStream(blobs, segments, ids, from, length);
    try {
      // The first body is opened now, so that one in the store can be replaced from here on.
      if (length == 0) {
        stream.close();
      } else {
        stream.advance();
      }
      return stream;
    } catch (IOException e) {
      blobs.unpin(ids);
      return null;
    }
  }

  private void advance() throws IOException {
    while (next < segments.size()) {
      Segment segment = segments.get(next++);
      if (skip < segment.size()) {
        current = blobs.open(segment.id(), skip);
        skip = 0;
        return;
      }
      skip -= segment.size();
    }
    throw new IOException("The object is shorter than its size");
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
    while (left > 0) {
      InputStream in = current;
      if (in == null || closed) {
        throw new IOException("The stream is closed");
      }
      int count = in.read(target, offset, (int) Math.min(length, left));
      if (count > 0) {
        left -= count;
        return count;
      }
      in.close();
      advance();
    }
    close();
    return -1;
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try {
        if (current != null) {
          current.close();
        }
      } finally {
        blobs.unpin(pinned);
      }
    }
  }
}
