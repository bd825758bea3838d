package io.boto4j.internal.transport;

import io.boto4j.http.Headers;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * A reader of response heads from one connection (RFC 9112), including the framing of the body.
 *
 * <p>It is strict where leniency would let two readers see different messages: it rejects folded
 * headers, spaces before a colon, two different lengths, and transfer codings other than chunked.
 */
final class ResponseReader {
  static final long CHUNKED = -1;
  static final long UNTIL_CLOSE = -2;

  static final int MAX_HEAD = 64 * 1024;
  static final int MAX_HEADERS = 500;

  private final SocketInput in;
  private int headLeft;
  private int status;
  private boolean http11;
  private boolean keepAlive;
  private long length;

  /** The last head, whose strings are used again: a server sends nearly the same each time. */
  private Headers headers = Headers.empty();

  ResponseReader(SocketInput in) {
    this.in = in;
  }

  int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  /** Whether the server keeps the connection open for another request. */
  boolean keepAlive() {
    return keepAlive;
  }

  /** Returns the length of the body, {@link #CHUNKED} or {@link #UNTIL_CLOSE}. */
  long length() {
    return length;
  }

  void begin() {
    status = 0;
    headLeft = MAX_HEAD;
  }

  /** Reads up to the head of the final response, unless it was read already. */
  void readFinalHead(boolean headMethod) throws IOException {
    while (status < 200) {
      readHead();
    }
    frame(headMethod);
  }

  /** Reads one head, which may be of an interim response. */
  void readHead() throws IOException {
    in.beginHead();
    readStatusLine(line());
    Headers.Builder builder = Headers.builder();
    int count = 0;
    for (int end = line(); end > in.lineStart(); end = line()) {
      if (count == MAX_HEADERS) {
        throw new ProtocolException("the response has more than " + MAX_HEADERS + " headers");
      }
      readHeader(builder, end, count++);
    }
    in.endHead();
    headers = builder.build();
    if (status == 101) {
      throw new ProtocolException("the server switched protocols unasked (status 101)");
    }
  }

  /** Reads the trailers of a chunked body and ignores them. */
  void readTrailers() throws IOException {
    headLeft = MAX_HEAD;
    int count = 0;
    while (line() > in.lineStart()) {
      if (++count > MAX_HEADERS) {
        throw new ProtocolException("the response has more than " + MAX_HEADERS + " trailers");
      }
    }
  }

  private int line() throws IOException {
    int end = in.readLine(headLeft, "the head of the response is larger than 64 KiB");
    headLeft -= end - in.lineStart() + 1;
    return end;
  }

  /** Reads {@code HTTP/1.1 200 OK}; the reason and the space before it are optional. */
  private void readStatusLine(int end) throws IOException {
    byte[] b = in.buffer();
    int at = in.lineStart();
    boolean good =
        end - at >= 12
            && b[at] == 'H'
            && b[at + 1] == 'T'
            && b[at + 2] == 'T'
            && b[at + 3] == 'P'
            && b[at + 4] == '/'
            && b[at + 5] == '1'
            && b[at + 6] == '.'
            && (b[at + 7] == '0' || b[at + 7] == '1')
            && b[at + 8] == ' '
            && (end - at == 12 || b[at + 12] == ' ');
    int code = 0;
    for (int i = at + 9; good && i < at + 12; i++) {
      good = b[i] >= '0' && b[i] <= '9';
      code = code * 10 + b[i] - '0';
    }
    if (!good || code < 100) {
      throw new ProtocolException(
          "expected an HTTP/1.1 status line but got \"" + printable(at, end) + "\"");
    }
    http11 = b[at + 7] == '1';
    status = code;
  }

  private void readHeader(Headers.Builder builder, int end, int index) throws IOException {
    byte[] b = in.buffer();
    int start = in.lineStart();
    int colon = start;
    while (colon < end && b[colon] != ':') {
      colon++;
    }
    if (colon == end || b[start] == ' ' || b[start] == '\t') {
      throw new ProtocolException("not a valid header line: \"" + printable(start, colon) + "\"");
    }
    int from = colon + 1;
    while (from < end && (b[from] == ' ' || b[from] == '\t')) {
      from++;
    }
    int to = end;
    while (to > from && (b[to - 1] == ' ' || b[to - 1] == '\t')) {
      to--;
    }
    boolean known = index < headers.size();
    try {
      builder.add(
          text(known ? headers.nameAt(index) : "", start, colon),
          text(known ? headers.valueAt(index) : "", from, to));
    } catch (IllegalArgumentException e) {
      throw new ProtocolException("not a valid header line: " + e.getMessage());
    }
  }

  /** Decodes ISO 8859-1, the encoding of headers; returns the earlier string if it is equal. */
  private String text(String earlier, int from, int to) {
    byte[] b = in.buffer();
    int size = to - from;
    int same = earlier.length() == size ? 0 : -1;
    while (same >= 0 && same < size) {
      same = earlier.charAt(same) == (b[from + same] & 0xff) ? same + 1 : -1;
    }
    return same >= 0 ? earlier : new String(b, from, size, StandardCharsets.ISO_8859_1);
  }

  /** RFC 9112, section 6.3. */
  private void frame(boolean headMethod) throws IOException {
    boolean close = false;
    boolean keep = false;
    boolean chunked = false;
    long announced = -1;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      String value = headers.valueAt(i);
      if (name.equalsIgnoreCase("Connection")) {
        close |= hasToken(value, "close");
        keep |= hasToken(value, "keep-alive");
      } else if (name.equalsIgnoreCase("Content-Length")) {
        long parsed = parseLength(value);
        if (parsed < 0 || (announced >= 0 && announced != parsed)) {
          throw new ProtocolException(
              parsed < 0
                  ? "Content-Length is not a number: \"" + value + "\""
                  : "two Content-Length headers differ: " + announced + " and " + parsed);
        }
        announced = parsed;
      } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
        if (chunked || !value.equalsIgnoreCase("chunked")) {
          throw new ProtocolException("transfer coding is not \"chunked\": \"" + value + "\"");
        }
        chunked = true;
      }
    }
    // A length with a transfer coding may be an attempt to have the message read in two ways: the
    // coding counts, and the connection is not used again. The same applies to chunks in HTTP/1.0.
    boolean odd = chunked && (announced >= 0 || !http11);
    keepAlive = !odd && !close && (http11 || keep);
    if (headMethod || status == 204 || status == 304) {
      length = 0;
    } else if (chunked) {
      length = CHUNKED;
    } else {
      length = announced >= 0 ? announced : UNTIL_CLOSE;
    }
    if (length == UNTIL_CLOSE) {
      keepAlive = false;
    }
  }

  /** Returns a decimal number of up to 18 digits, or −1 if the text is anything else. */
  static long parseLength(String text) {
    int size = text.length();
    long number = size == 0 || size > 18 ? -1 : 0;
    for (int i = 0; number >= 0 && i < size; i++) {
      int digit = text.charAt(i) - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    return number;
  }

  /** Whether a comma-separated list holds a token, in any case. */
  static boolean hasToken(String list, String token) {
    int size = token.length();
    for (int at = 0; at + size <= list.length(); at++) {
      if (list.regionMatches(true, at, token, 0, size)
          && isBorder(list, at - 1)
          && isBorder(list, at + size)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBorder(String list, int at) {
    return at < 0 || at >= list.length() || " \t,".indexOf(list.charAt(at)) >= 0;
  }

  /** Returns up to 64 bytes for a message, with anything unprintable replaced. */
  private String printable(int from, int to) {
    byte[] b = in.buffer();
    StringBuilder text = new StringBuilder();
    for (int i = from; i < Math.min(to, from + 64); i++) {
      text.append(b[i] < ' ' || b[i] > '~' ? '?' : (char) b[i]);
    }
    return text.toString();
  }
}
