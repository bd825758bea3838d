package io.boto4j.internal.value;

import io.boto4j.EventStream;
import io.boto4j.Response;
import io.boto4j.ResponseStream;
import io.boto4j.Structure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Closes the streams of outputs that nobody will read, so that their connections are released. */
public final class OpenStreams {
  private OpenStreams() {}

  /**
   * Closes the streams of an output.
   *
   * @param output the output that is dropped
   */
  public static void close(Map<String, ?> output) {
    for (Object value : output.values()) {
      if (value instanceof AutoCloseable stream) {
        close(stream);
      }
    }
  }

  /**
   * Returns the response that takes the place of another one, whose streams are closed: at once if
   * the new response has no stream, else with the stream of the new one or at its end, since that
   * may read from them.
   *
   * @param replaced the response that is dropped
   * @param response the response that takes its place
   * @return the new response
   */
  public static Response replace(Response replaced, Response response) {
    List<AutoCloseable> dropped = new ArrayList<>();
    for (Object value : replaced.values()) {
      if (value instanceof AutoCloseable stream && !hasStream(response, stream)) {
        dropped.add(stream);
      }
    }
    if (dropped.isEmpty()) {
      return response;
    }
    for (Map.Entry<String, Object> member : response.entrySet()) {
      Object value = member.getValue();
      if (value instanceof ResponseStream body) {
        InputStream closing = new ClosingStream(body, dropped);
        return EditedStructure.of(
            response, member.getKey(), ResponseStream.of(closing, body.contentLength()));
      }
      if (value instanceof EventStream events) {
        ClosingEvents closing = new ClosingEvents(events, dropped);
        return EditedStructure.of(
            response, member.getKey(), EventStream.of(closing, closing::close));
      }
    }
    close(dropped);
    return response;
  }

  @SuppressWarnings("ReferenceEquality") // the same stream, not an equal one
  private static boolean hasStream(Response response, AutoCloseable stream) {
    for (Object value : response.values()) {
      if (value == stream) {
        return true;
      }
    }
    return false;
  }

  private static void close(List<AutoCloseable> streams) {
    for (AutoCloseable each : streams) {
      close(each);
    }
  }

  /** A stream that closes others at its end. */
  private static final class ClosingStream extends FilterInputStream {
    private final List<AutoCloseable> others;

    ClosingStream(InputStream in, List<AutoCloseable> others) {
      super(in);
      this.others = others;
    }

    @Override
    public int read() throws IOException {
      return orEnd(in.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return orEnd(in.read(target, offset, length));
    }

    private int orEnd(int result) {
      if (result < 0) {
        OpenStreams.close(others);
      }
      return result;
    }

    @Override
    public void close() throws IOException {
      try {
        in.close();
      } finally {
        OpenStreams.close(others);
      }
    }
  }

  /** The events of a stream, at whose end others are closed. */
  private static final class ClosingEvents implements Iterator<Structure> {
    private final EventStream stream;
    private final List<AutoCloseable> others;
    private @Nullable Iterator<Structure> events;

    ClosingEvents(EventStream stream, List<AutoCloseable> others) {
      this.stream = stream;
      this.others = others;
    }

    private Iterator<Structure> events() {
      Iterator<Structure> begun = events == null ? stream.iterator() : events;
      events = begun;
      return begun;
    }

    @Override
    public boolean hasNext() {
      boolean more = events().hasNext();
      if (!more) {
        OpenStreams.close(others);
      }
      return more;
    }

    @Override
    public Structure next() {
      return events().next();
    }

    void close() {
      try {
        stream.close();
      } finally {
        OpenStreams.close(others);
      }
    }
  }

  private static void close(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      // The connection is closed with it.
    }
  }
}
