package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection that is used again and again. Plain bytes of files go from the kernel to the kernel.
 * For one thread.
 */
final class FloorConnection implements AutoCloseable {
  private static final int SIZE = 256 * 1024;

  private final @Nullable SocketChannel plain;
  private final @Nullable SSLSocket encrypted;
  private final ByteBuffer in;
  private final ByteBuffer out;
  private String head = "";

  FloorConnection(URI endpoint) throws IOException {
    if (endpoint.getScheme().equals("http")) {
      InetSocketAddress address = new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
      plain = SocketChannel.open(address);
      plain.setOption(StandardSocketOptions.TCP_NODELAY, true);
      encrypted = null;
      in = ByteBuffer.allocateDirect(SIZE).limit(0);
      out = ByteBuffer.allocateDirect(SIZE);
    } else {
      plain = null;
      encrypted =
          (SSLSocket)
              SSLSocketFactory.getDefault().createSocket(endpoint.getHost(), endpoint.getPort());
      encrypted.setTcpNoDelay(true);
      SSLParameters parameters = encrypted.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      encrypted.setSSLParameters(parameters);
      in = ByteBuffer.allocate(SIZE).limit(0);
      out = ByteBuffer.allocate(SIZE);
    }
  }

  /** Sends a head and a body that are small. */
  void send(CharSequence request, byte[] body, int length) throws IOException {
    out.clear();
    out.put(request.toString().getBytes(ISO_8859_1));
    out.put(body, 0, length);
    write(out.flip());
  }

  /** Sends a head and a range of a file. */
  void send(CharSequence request, FileChannel file, long from, long length) throws IOException {
    send(request, new byte[0], 0);
    for (long at = from; at < from + length; ) {
      if (plain != null) {
        at += file.transferTo(at, from + length - at, plain);
      } else {
        out.clear().limit((int) Math.min(SIZE, from + length - at));
        at += file.read(out, at);
        write(out.flip());
      }
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (encrypted != null) {
      encrypted.getOutputStream().write(bytes.array(), bytes.arrayOffset(), bytes.limit());
      return;
    }
    while (plain != null && bytes.hasRemaining()) {
      plain.write(bytes);
    }
  }

  /** Reads the head of a response, and returns the length of its body. */
  long receive(String status) throws IOException {
    StringBuilder lines = new StringBuilder(500);
    while (lines.indexOf("\r\n\r\n") < 0) {
      require();
      while (in.hasRemaining()) {
        lines.append((char) (in.get() & 0xFF));
        int length = lines.length();
        if (length >= 4 && lines.charAt(length - 1) == '\n' && lines.charAt(length - 3) == '\n') {
          break;
        }
      }
    }
    head = lines.toString();
    if (!head.startsWith("HTTP/1.1 " + status)) {
      throw new IOException("The server returned " + head);
    }
    return Long.parseLong(header("Content-Length"));
  }

  /** Returns a header of the last response, which must have it. */
  String header(String name) throws IOException {
    int start = head.indexOf("\r\n" + name + ": ");
    if (start < 0) {
      throw new IOException("No header " + name + " in " + head);
    }
    start += name.length() + 4;
    return head.substring(start, head.indexOf('\r', start));
  }

  /** Returns the next piece of a body. */
  ByteBuffer piece(long most) throws IOException {
    require();
    int count = (int) Math.min(most, in.remaining());
    ByteBuffer piece = in.slice(in.position(), count);
    in.position(in.position() + count);
    return piece;
  }

  /** Returns a body that is small. */
  byte[] body(long length) throws IOException {
    byte[] body = new byte[(int) length];
    for (int at = 0; at < body.length; ) {
      ByteBuffer piece = piece(body.length - at);
      int count = piece.remaining();
      piece.get(body, at, count);
      at += count;
    }
    return body;
  }

  private void require() throws IOException {
    if (in.hasRemaining()) {
      return;
    }
    in.clear();
    int count;
    if (plain != null) {
      count = plain.read(in);
      in.flip();
    } else {
      count =
          encrypted == null
              ? -1
              : encrypted.getInputStream().read(in.array(), in.arrayOffset(), SIZE);
      in.limit(Math.max(0, count));
    }
    if (count < 0) {
      throw new EOFException("The response broke off");
    }
  }

  @Override
  public void close() throws IOException {
    if (plain != null) {
      plain.close();
    }
    if (encrypted != null) {
      encrypted.close();
    }
  }
}
