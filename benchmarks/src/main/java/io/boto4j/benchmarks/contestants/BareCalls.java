package io.boto4j.benchmarks.contestants;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Sends prepared request bytes and reads the responses, without any client. It shows what the
 * server and the machine can do: a contestant close to it is limited by them.
 */
public final class BareCalls {
  private static final String HEAD =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.0\r\n"
          + "Authorization: AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/dynamodb/"
          + "aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
          + "1295a515624a86861c986bf9496443c3477a9c5a53c5609079a8c3618ac20df0\r\n"
          + "X-Amz-Date: 20261122T101530Z\r\n";
  private static final byte[] GET_ITEM =
      request("GetItem", "{\"TableName\":\"auth-users\",\"Key\":{\"id\":{\"S\":\"user-1\"}}}");
  private static final byte[] PUT_ITEM =
      request(
          "PutItem",
          "{\"TableName\":\"auth-users\",\"Item\":{\"id\":{\"S\":\"user-1\"},"
              + "\"email\":{\"S\":\"ada@example.com\"},\"name\":{\"S\":\"Ada Lovelace\"}}}");
  private static final byte[] DESCRIBE = form("Action=DescribeDBInstances&Version=2014-10-31");

  private final URI endpoint;
  private static final ThreadLocal<Connection> CONNECTIONS = new ThreadLocal<>();

  private BareCalls(URI endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Warms each operation up, then measures each.
   *
   * @param args endpoint URL, numbers of threads, {@code platform} or {@code virtual}, milliseconds
   *     of warming up, milliseconds of measuring
   * @throws Exception if a call fails
   */
  public static void main(String[] args) throws Exception {
    BareCalls calls = new BareCalls(URI.create(args[0]));
    CallLoad load = new CallLoad(args[2], Long.parseLong(args[4]));
    load.warmUp(() -> calls.send(GET_ITEM), Long.parseLong(args[3]));
    load.measure("GetItem", () -> calls.send(GET_ITEM), args[1]);
    load.measure("PutItem", () -> calls.send(PUT_ITEM), args[1]);
    load.measure("DescribeDBInstances", () -> calls.send(DESCRIBE), args[1]);
  }

  private void send(byte[] request) throws IOException {
    Connection connection = CONNECTIONS.get();
    if (connection == null) {
      connection = new Connection(endpoint);
      CONNECTIONS.set(connection);
    }
    connection.exchange(request);
  }

  private static byte[] request(String operation, String body) {
    return bytes(
        HEAD
            + "X-Amz-Target: DynamoDB_20120810."
            + operation
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private static byte[] form(String body) {
    return bytes(HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The connection of one thread, closed by the end of the process. */
  private static final class Connection {
    private final Socket socket;
    private final byte[] response = new byte[65_536];
    private int length = -1;

    Connection(URI endpoint) throws IOException {
      socket = new Socket(endpoint.getHost(), endpoint.getPort());
      socket.setTcpNoDelay(true);
    }

    /**
     * Reads a response. All responses to one request have the same length, so the head is parsed
     * only once.
     */
    void exchange(byte[] request) throws IOException {
      socket.getOutputStream().write(request);
      InputStream in = socket.getInputStream();
      int count = in.read(response);
      if (count > 0 && response[9] != '2') {
        throw new IOException("The server refused the request");
      }
      if (length < 0) {
        length = length(count);
      }
      while (count < length) {
        int more = in.read(response, count, response.length - count);
        if (more < 0) {
          throw new EOFException("The response broke off after " + count + " bytes");
        }
        count += more;
      }
    }

    private int length(int count) throws IOException {
      String text = new String(response, 0, Math.max(count, 0), StandardCharsets.ISO_8859_1);
      String before = "\r\nContent-Length: ";
      int start = text.indexOf(before) + before.length();
      int head = text.indexOf("\r\n\r\n") + 4;
      if (start < before.length() || head < 4) {
        throw new EOFException("No complete head of a response");
      }
      return head + Integer.parseInt(text.substring(start, text.indexOf('\r', start)));
    }
  }
}
