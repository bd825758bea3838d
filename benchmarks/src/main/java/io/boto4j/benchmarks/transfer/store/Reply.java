package io.boto4j.benchmarks.transfer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/**
 * A response.
 *
 * @param status the status code and reason
 * @param headers the lines of its own headers, each with its end
 * @param text the body, unless it is from the pattern
 * @param from the position of the first byte of the pattern
 * @param length the number of bytes of the pattern; -1 if the body is text
 */
record Reply(String status, String headers, String text, long from, long length) {
  private static final String COMMON =
      "Server: boto4j-benchmarks\r\nx-amz-request-id: 4442587FB7D0A2F9\r\n";

  static Reply empty(String headers) {
    return new Reply("200 OK", headers, "", 0, -1);
  }

  static Reply xml(String text) {
    return new Reply("200 OK", "Content-Type: application/xml\r\n", text, 0, -1);
  }

  static Reply xml(String root, String content) {
    return xml(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<"
            + root
            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
            + content
            + "</"
            + root
            + ">");
  }

  static Reply error(String status, String code) {
    String text = "<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>";
    return new Reply(status, "Content-Type: application/xml\r\n", text, 0, -1);
  }

  /** Writes it; only its head if the method is {@code HEAD}. */
  void write(Connection connection, boolean headOnly) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    StringBuilder head = new StringBuilder(400);
    head.append("HTTP/1.1 ").append(status).append("\r\n").append(COMMON).append(headers);
    if (!status.startsWith("204")) {
      head.append("Content-Length: ").append(length < 0 ? body.length : length).append("\r\n");
    }
    connection.write(head.append("\r\n").toString());
    if (!headOnly && length >= 0) {
      connection.writePattern(from, length);
    } else if (!headOnly) {
      connection.write(body);
    }
    connection.flush();
  }
}
