package io.boto4j.internal.transport;

import io.boto4j.http.Headers;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A reader of one header block (RFC 7541). The settings sent to the peer leave no room in the
 * dynamic table, so each block can be read on its own.
 */
final class HpackReader {
  private static final String[] STATIC = {
    ":authority",
    "",
    ":method",
    "GET",
    ":method",
    "POST",
    ":path",
    "/",
    ":path",
    "/index.html",
    ":scheme",
    "http",
    ":scheme",
    "https",
    ":status",
    "200",
    ":status",
    "204",
    ":status",
    "206",
    ":status",
    "304",
    ":status",
    "400",
    ":status",
    "404",
    ":status",
    "500",
    "accept-charset",
    "",
    "accept-encoding",
    "gzip, deflate",
    "accept-language",
    "",
    "accept-ranges",
    "",
    "accept",
    "",
    "access-control-allow-origin",
    "",
    "age",
    "",
    "allow",
    "",
    "authorization",
    "",
    "cache-control",
    "",
    "content-disposition",
    "",
    "content-encoding",
    "",
    "content-language",
    "",
    "content-length",
    "",
    "content-location",
    "",
    "content-range",
    "",
    "content-type",
    "",
    "cookie",
    "",
    "date",
    "",
    "etag",
    "",
    "expect",
    "",
    "expires",
    "",
    "from",
    "",
    "host",
    "",
    "if-match",
    "",
    "if-modified-since",
    "",
    "if-none-match",
    "",
    "if-range",
    "",
    "if-unmodified-since",
    "",
    "last-modified",
    "",
    "link",
    "",
    "location",
    "",
    "max-forwards",
    "",
    "proxy-authenticate",
    "",
    "proxy-authorization",
    "",
    "range",
    "",
    "referer",
    "",
    "refresh",
    "",
    "retry-after",
    "",
    "server",
    "",
    "set-cookie",
    "",
    "strict-transport-security",
    "",
    "transfer-encoding",
    "",
    "user-agent",
    "",
    "vary",
    "",
    "via",
    "",
    "www-authenticate",
    ""
  };

  private final byte[] block;
  private final Headers.Builder headers = Headers.builder();
  private int position;
  private int status;

  HpackReader(byte[] block) {
    this.block = block;
  }

  /** Reads all headers except those that begin with a colon. */
  Headers read() throws ProtocolException {
    while (position < block.length) {
      int first = block[position] & 0xFF;
      if ((first & 0x80) != 0) {
        int index = number(7);
        String name = name(index);
        add(name, STATIC[index * 2 - 1]);
      } else if ((first & 0xE0) == 0x20) {
        if (number(5) != 0) {
          throw new ProtocolException("the header table is larger than the settings allow");
        }
      } else {
        // With 01 the peer would add it to the table, which has a size of zero.
        int index = number((first & 0x40) != 0 ? 6 : 4);
        String name = index == 0 ? text() : name(index);
        add(name, text());
      }
    }
    Headers read = headers.build();
    if (!read.isSendable()) {
      ResponseReader.checkOdd(read);
    }
    return read;
  }

  /** Returns the status, or 0 if the block had no status. */
  int status() {
    return status;
  }

  private void add(String name, String text) throws ProtocolException {
    if (name.equals(":status")) {
      status = status(text);
    } else if (!name.startsWith(":")) {
      headers.add(name, text);
    }
  }

  private static int status(String text) throws ProtocolException {
    int status = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      status = digit < 0 || digit > 9 ? 1000 : status * 10 + digit;
    }
    if (text.length() != 3 || status < 100 || status > 999) {
      throw new ProtocolException("the status is not a number of three digits");
    }
    return status;
  }

  private static String name(int index) throws ProtocolException {
    if (index == 0 || index * 2 > STATIC.length) {
      throw new ProtocolException(
          "a header has the index " + index + ", which is not in the table");
    }
    return STATIC[index * 2 - 2];
  }

  private String text() throws ProtocolException {
    if (position >= block.length) {
      throw cut();
    }
    boolean coded = (block[position] & 0x80) != 0;
    int length = number(7);
    if (length > block.length - position) {
      throw cut();
    }
    byte[] bytes =
        coded
            ? Huffman.decode(block, position, length)
            : Arrays.copyOfRange(block, position, position + length);
    position += length;
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** RFC 7541, section 5.1. */
  private int number(int bits) throws ProtocolException {
    int most = (1 << bits) - 1;
    int number = block[position++] & most;
    if (number < most) {
      return number;
    }
    for (int shift = 0; shift < 21; shift += 7) {
      if (position >= block.length) {
        throw cut();
      }
      int octet = block[position++];
      number += (octet & 0x7F) << shift;
      if (octet >= 0) {
        return number;
      }
    }
    throw new ProtocolException("a number in a header is too large");
  }

  private static ProtocolException cut() {
    return new ProtocolException("the headers end within one of them");
  }
}
