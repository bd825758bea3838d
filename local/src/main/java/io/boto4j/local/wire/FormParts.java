package io.boto4j.local.wire;

import io.boto4j.local.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a body of the type {@code multipart/form-data}, read one after the other. */
final class FormParts {
  private static final int LONGEST_LINE = 8192;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private @Nullable Part open;

  FormParts(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.UTF_8);
  }

  /** One field. */
  record Part(String name, @Nullable String fileName, InputStream body) {}

  /** Returns the next part, whose body must be read before the part after it; null at the end. */
  @Nullable Part next() throws IOException {
    if (open == null) {
      String first = line();
      String wanted = new String(delimiter, 2, delimiter.length - 2, StandardCharsets.UTF_8);
      if (!first.equals(wanted)) {
        throw malformed();
      }
    } else {
      open.body.skip(Long.MAX_VALUE);
      if (!line().isEmpty()) {
        return null;
      }
    }
    String name = null;
    String fileName = null;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        name = parameter(line, "name");
        fileName = parameter(line, "filename");
      }
    }
    if (name == null) {
      throw malformed();
    }
    Part part = new Part(name, fileName, new Body());
    open = part;
    return part;
  }

  private static @Nullable String parameter(String line, String name) {
    int at = line.indexOf("; " + name + "=");
    if (at < 0) {
      return null;
    }
    String value = line.substring(at + name.length() + 3);
    if (value.startsWith("\"")) {
      int quote = value.indexOf('"', 1);
      return quote < 0 ? value.substring(1) : value.substring(1, quote);
    }
    int semicolon = value.indexOf(';');
    return semicolon < 0 ? value.strip() : value.substring(0, semicolon).strip();
  }

  private static EngineException malformed() {
    return new EngineException(
        "MalformedPOSTRequest",
        "The body of your POST request is not well-formed multipart/form-data.",
        400,
        Map.of());
  }

  /** Reads more into the buffer; false at the end of the request. */
  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    int count = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, count);
    return count >= 0;
  }

  private String line() throws IOException {
    int at = from;
    while (true) {
      while (at < to && buffer[at] != '\n') {
        at++;
      }
      if (at < to) {
        int end = at > from && buffer[at - 1] == '\r' ? at - 1 : at;
        String line = new String(buffer, from, end - from, StandardCharsets.UTF_8);
        from = at + 1;
        return line;
      }
      int read = at - from;
      if (read > LONGEST_LINE) {
        throw malformed();
      }
      if (!fill()) {
        String rest = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        from = to;
        return rest;
      }
      at = from + read;
    }
  }

  /** The bytes up to the next delimiter. */
  private final class Body extends InputStream {
    private boolean ended;

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
      while (!ended) {
        int end = delimiterAt();
        int safe = end >= 0 ? end : to - delimiter.length + 1;
        if (safe > from) {
          int count = Math.min(length, safe - from);
          System.arraycopy(buffer, from, target, offset, count);
          from += count;
          return count;
        }
        if (end >= 0) {
          from = end + delimiter.length;
          ended = true;
        } else if (!fill()) {
          throw malformed();
        }
      }
      return -1;
    }

    private int delimiterAt() {
      for (int i = from; i <= to - delimiter.length; i++) {
        int matched = 0;
        while (matched < delimiter.length && buffer[i + matched] == delimiter[matched]) {
          matched++;
        }
        if (matched == delimiter.length) {
          return i;
        }
      }
      return -1;
    }
  }
}
