package io.boto4j.internal.transport;

import io.boto4j.http.Headers;
import io.boto4j.internal.text.Printable;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A reader of response heads from one connection (RFC 9112), including the framing of the body.
 *
 * <p>It is strict where leniency would let two readers see different messages: it rejects spaces
 * before a colon, two different lengths, and transfer codings other than chunked. It accepts what
 * all readers understand alike: folded headers, an equal length twice, the coding {@code identity},
 * and empty lines before the head.
 */
final class ResponseReader {
  static final long CHUNKED = -1;
  static final long UNTIL_CLOSE = -2;

  static final int MAX_HEAD = 64 * 1024;
  static final int MAX_HEADERS = 500;

  private static final int MAX_BLANK_LINES = 16;

  /** The longest name of another protocol whose status is believed, such as {@code ICY}. */
  private static final int MAX_NAME = 16;

  private static final String CONTENT_LENGTH = "content-length";
  private static final String TRANSFER_ENCODING = "transfer-encoding";

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

  /** Returns the status of the last head; also if the rest of the head was rejected or cut. */
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

  /** Begins an exchange. */
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
    readStatusLine(firstLine());
    Headers.Builder builder = Headers.builder();
    int count = 0;
    for (int end = line(); end > in.lineStart(); end = line()) {
      if (count == MAX_HEADERS) {
        throw new ProtocolException("the response has more than " + MAX_HEADERS + " headers");
      }
      if (count > 0 && isSpace(in.buffer()[in.lineStart()])) {
        builder = folded(builder.build(), end);
      } else {
        readHeader(builder, end, count);
      }
      count++;
    }
    in.endHead();
    headers = builder.build();
    if (!headers.isSendable()) {
      checkOdd(headers);
    }
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

  /** Reads the status line. Empty lines before it may be left over from the last response. */
  private int firstLine() throws IOException {
    try {
      int end = line();
      for (int blank = 0; afterSpace(in.lineStart(), end) == end; blank++) {
        if (blank == MAX_BLANK_LINES) {
          throw new ProtocolException("more than " + MAX_BLANK_LINES + " empty lines");
        }
        end = line();
      }
      return end;
    } catch (IOException e) {
      int start = in.position();
      status = statusOf(start, start + in.buffered());
      throw e;
    }
  }

  /**
   * Returns the status in a status line that is incomplete or rejected: although the response is of
   * no use, a success shows that the request was carried out. An unreadable status after {@code
   * HTTP}, or after a part of it, counts as 200 unless it begins like an error. Returns 0 if the
   * bytes are not a status line.
   */
  private int statusOf(int from, int end) {
    byte[] b = in.buffer();
    int start = from;
    while (start < end && b[start] >= 0 && b[start] <= ' ') {
      start++;
    }
    int at = start;
    boolean http = start < end;
    while (at < end && (b[at] < 0 || b[at] > ' ')) {
      http &= at - start >= 4 || (b[at] & ~0x20) == "HTTP".charAt(at - start);
      at++;
    }
    int nameEnd = at;
    at = afterSpace(at, end);
    int code = 0;
    int digits = 0;
    for (; at < end && digits < 4 && b[at] >= '0' && b[at] <= '9'; at++) {
      code = code * 10 + b[at] - '0';
      digits++;
    }
    int first = digits == 0 ? 0 : Character.digit(b[at - digits], 10);
    if (digits == 3 && (http || (first == 2 && nameEnd - start <= MAX_NAME))) {
      return code;
    }
    return http && (first == 0 || first == 2) ? 200 : 0;
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
      status = statusOf(at, end);
      throw new ProtocolException(
          "expected an HTTP/1.1 status line but got \"" + printable(at, end) + "\"");
    }
    http11 = b[at + 7] == '1';
    status = code;
  }

  private void readHeader(Headers.Builder builder, int end, int index) throws IOException {
    byte[] b = in.buffer();
    int start = in.lineStart();
    // HTTP/2 has names that begin with a colon, and gateways forget to remove them.
    int colon = b[start] == ':' ? start + 1 : start;
    while (colon < end && b[colon] != ':') {
      colon++;
    }
    if (colon == end || colon - start == (b[start] == ':' ? 1 : 0) || isSpace(b[start])) {
      throw new ProtocolException("not a valid header line: \"" + printable(start, colon) + "\"");
    }
    int from = afterSpace(colon + 1, end);
    int to = beforeSpace(from, end);
    boolean known = index < headers.size();
    builder.add(
        text(known ? headers.nameAt(index) : "", start, colon),
        text(known ? headers.valueAt(index) : "", from, to));
  }

  /**
   * Rejects what two readers may understand differently. Other names that no request may have, such
   * as {@code x-amz-meta-my key}, are kept: nothing depends on them but the user.
   */
  static void checkOdd(Headers headers) throws ProtocolException {
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      if (isRisky(name)) {
        throw new ProtocolException(
            "not a valid header line: Not an HTTP header name: \"" + Printable.of(name) + "\"");
      }
      String value = headers.valueAt(i);
      if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0 || value.indexOf(0) >= 0) {
        throw new ProtocolException(
            "not a valid header line: The value of HTTP header "
                + Printable.of(name)
                + " contains CR, LF or NUL");
      }
    }
  }

  /**
   * Whether another reader may take a name that is not a token for another one: it has control
   * characters, or a space before the colon, or something is added to a name that frames the body.
   */
  private static boolean isRisky(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || name.charAt(i) == 0x7f) {
        return true;
      }
    }
    String lower = name.toLowerCase(Locale.ROOT);
    boolean framing = lower.contains(CONTENT_LENGTH) || lower.contains(TRANSFER_ENCODING);
    return name.endsWith(" ")
        || (framing && !lower.equals(CONTENT_LENGTH) && !lower.equals(TRANSFER_ENCODING));
  }

  /** Joins a line to the value of the last header with one space (RFC 9112, section 5.2). */
  private Headers.Builder folded(Headers before, int end) throws IOException {
    int last = before.size() - 1;
    Headers.Builder joined = Headers.builder();
    for (int i = 0; i < last; i++) {
      joined.add(before.nameAt(i), before.valueAt(i));
    }
    int from = afterSpace(in.lineStart(), end);
    String value = before.valueAt(last);
    String more = text("", from, beforeSpace(from, end));
    String gap = value.isEmpty() || more.isEmpty() ? "" : " ";
    return joined.add(before.nameAt(last), value + gap + more);
  }

  private int afterSpace(int from, int to) {
    int at = from;
    while (at < to && isSpace(in.buffer()[at])) {
      at++;
    }
    return at;
  }

  private int beforeSpace(int from, int to) {
    int at = to;
    while (at > from && isSpace(in.buffer()[at - 1])) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t';
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
    boolean repeated = false;
    boolean identity = false;
    long announced = -1;
    for (int i = 0; i < headers.size(); i++) {
      String name = headers.nameAt(i);
      String value = headers.valueAt(i);
      if (name.equalsIgnoreCase("Connection")) {
        close |= hasToken(value, "close");
        keep |= hasToken(value, "keep-alive");
      } else if (name.equalsIgnoreCase("Content-Length")) {
        long parsed = parseLengths(value);
        if (parsed < 0 || (announced >= 0 && announced != parsed)) {
          throw new ProtocolException(
              parsed < 0
                  ? "Content-Length is not a number: \"" + value + "\""
                  : "two Content-Length headers differ: " + announced + " and " + parsed);
        }
        repeated |= announced >= 0 || value.indexOf(',') >= 0;
        announced = parsed;
      } else if (name.equalsIgnoreCase("Transfer-Encoding")) {
        boolean none = value.equalsIgnoreCase("identity");
        if (!none && (chunked || !value.equalsIgnoreCase("chunked"))) {
          throw new ProtocolException("transfer coding is not \"chunked\": \"" + value + "\"");
        }
        chunked |= !none;
        identity |= none;
      }
    }
    if (repeated) {
      headers = headers.toBuilder().set("Content-Length", Long.toString(announced)).build();
    }
    if (identity && !chunked) {
      headers = headers.toBuilder().remove("Transfer-Encoding").build();
    }
    // A length with a transfer coding may be an attempt to have the message read in two ways: the
    // coding counts, and the connection is not used again. The same applies to chunks in HTTP/1.0.
    boolean odd = chunked && (announced >= 0 || identity || !http11);
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

  /** Returns the number of a list of equal numbers (RFC 9110, section 8.6), or −1. */
  private static long parseLengths(String list) {
    int comma = list.indexOf(',');
    if (comma < 0) {
      return parseLength(list);
    }
    long first = parseLength(list.substring(0, comma).strip());
    for (int start = comma + 1; comma >= 0; start = comma + 1) {
      comma = list.indexOf(',', start);
      String next = comma < 0 ? list.substring(start) : list.substring(start, comma);
      if (parseLength(next.strip()) != first) {
        return -1;
      }
    }
    return first;
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
