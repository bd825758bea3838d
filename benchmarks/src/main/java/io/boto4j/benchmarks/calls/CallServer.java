package io.boto4j.benchmarks.calls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.boto4j.benchmarks.run.XmlDocuments;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.zip.CRC32;

/**
 * A server for three operations that sends canned bytes. Each request costs one read, one scan of
 * its head, one write and no allocation. It uses blocking sockets, with one daemon thread per
 * connection.
 */
public final class CallServer {
  private static final byte[] GET_ITEM =
      json(
          "{\"Item\":{\"id\":{\"S\":\"user-1\"},\"email\":{\"S\":\"ada@example.com\"},"
              + "\"name\":{\"S\":\"Ada Lovelace\"},\"logins\":{\"N\":\"1815\"},"
              + "\"active\":{\"BOOL\":true},\"roles\":{\"L\":[{\"S\":\"admin\"},{\"S\":\"writer\"}]},"
              + "\"created\":{\"S\":\"2026-11-22T10:15:30Z\"}}}");
  private static final byte[] PUT_ITEM =
      json("{\"ConsumedCapacity\":{\"TableName\":\"auth-users\",\"CapacityUnits\":1.0}}");
  private static final byte[] REFUSAL =
      bytes("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

  private static final byte[] LENGTH = bytes("content-length: ");
  private static final byte[] TARGET = bytes("x-amz-target: dynamodb_20120810.");
  private static final byte[] SIGNED =
      bytes("authorization: aws4-hmac-sha256 credential=akidexample/");

  private final ServerSocket listener;
  private final byte[] describe;

  private CallServer(ServerSocket listener, int instances) {
    this.listener = listener;
    this.describe = xml(XmlDocuments.dbInstances(instances));
  }

  /**
   * Starts a server.
   *
   * @param instances the number of database instances that it describes
   * @return the server, until the end of the process
   * @throws IOException if it cannot listen
   */
  public static CallServer start(int instances) throws IOException {
    InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    CallServer server = new CallServer(new ServerSocket(0, 200, loopback), instances);
    daemon(server::accept);
    return server;
  }

  /**
   * Returns the URL at which it listens.
   *
   * @return the base URL
   */
  public String url() {
    return "http://localhost:" + listener.getLocalPort();
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = listener.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        System.err.println("The canned server stopped: " + e);
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] request = new byte[65_536];
      while (true) {
        int count = in.read(request);
        if (count < 0) {
          return;
        }
        int head = head(request, count);
        while (head < 0) {
          count = readOn(in, request, count);
          head = head(request, count);
        }
        int length = contentLength(request, head);
        while (count < head + length) {
          count = readOn(in, request, count);
        }
        out.write(response(request, head));
      }
    } catch (IOException e) {
      // The client has closed the connection: its own output has the reason.
    }
  }

  private static int readOn(InputStream in, byte[] request, int count) throws IOException {
    int more = in.read(request, count, request.length - count);
    if (more <= 0) {
      throw new EOFException();
    }
    return count + more;
  }

  /** Returns the index at which the body starts, or −1. */
  private static int head(byte[] request, int count) {
    for (int i = 3; i < count; i++) {
      if (request[i] == '\n' && request[i - 2] == '\n' && request[i - 1] == '\r') {
        return i + 1;
      }
    }
    return -1;
  }

  private static int contentLength(byte[] request, int head) {
    int at = after(LENGTH, request, head);
    int length = 0;
    for (int i = at; at >= 0 && request[i] >= '0' && request[i] <= '9'; i++) {
      length = length * 10 + request[i] - '0';
    }
    return length;
  }

  private byte[] response(byte[] request, int head) {
    if (after(SIGNED, request, head) < 0) {
      return REFUSAL;
    }
    int operation = after(TARGET, request, head);
    if (operation < 0) {
      return describe;
    }
    return request[operation] == 'G' ? GET_ITEM : PUT_ITEM;
  }

  /**
   * Returns the index after the beginning of a header, which is matched at the start of a line and
   * without regard to case; −1 if it is absent.
   */
  private static int after(byte[] start, byte[] request, int head) {
    for (int i = 0; i < head - start.length; i++) {
      if (request[i] == '\n' && startsWith(start, request, i + 1)) {
        return i + 1 + start.length;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] start, byte[] request, int at) {
    for (int i = 0; i < start.length; i++) {
      byte octet = request[at + i];
      if (start[i] != (octet >= 'A' && octet <= 'Z' ? octet + 32 : octet)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] json(String body) {
    CRC32 crc = new CRC32();
    crc.update(bytes(body));
    return bytes(
        "HTTP/1.1 200 OK\r\nServer: Server\r\nDate: Sun, 22 Nov 2026 10:15:30 GMT\r\n"
            + "Content-Type: application/x-amz-json-1.0\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: keep-alive\r\n"
            + "x-amzn-RequestId: 6U7Q2M0JHBC1V3CGKHC5TPNNNJVV4KQNSO5AEMVJF66Q9ASUAAJG\r\n"
            + "x-amz-crc32: "
            + crc.getValue()
            + "\r\n\r\n"
            + body);
  }

  private static byte[] xml(byte[] body) {
    return bytes(
        "HTTP/1.1 200 OK\r\nx-amzn-RequestId: 9135fff3-8509-11e0-bd9b-a7b1ece36d51\r\n"
            + "Content-Type: text/xml\r\nContent-Length: "
            + body.length
            + "\r\nDate: Sun, 22 Nov 2026 10:15:30 GMT\r\n\r\n"
            + new String(body, ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "call-server");
    thread.setDaemon(true);
    thread.start();
  }
}
