package io.boto4j.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on 127.0.0.1 that supports CONNECT only, and resolves every host to 127.0.0.1. */
final class TunnelProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  TunnelProxy() throws IOException {
    this(new ServerSocket(0, 50, Calls.loopback(1)));
  }

  TunnelProxy(ServerSocket listener) {
    this.listener = listener;
    run(this::accept);
  }

  String url(String scheme, String user) {
    return scheme + "://" + user + "localhost:" + listener.getLocalPort();
  }

  /** The head of each request. */
  List<String> heads() {
    return heads;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listener.accept();
      sockets.add(client);
      run(() -> serve(client));
    }
  }

  private void serve(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return;
      }
      head.write(b);
    }
    String request = head.toString(StandardCharsets.ISO_8859_1);
    heads.add(request);
    String place = request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/1.1"));
    int port = Integer.parseInt(place.substring(place.lastIndexOf(':') + 1));
    Socket server = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    sockets.add(server);
    client
        .getOutputStream()
        .write("HTTP/1.1 200 Connected\r\nVia: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    run(() -> copy(server, client));
    copy(client, server);
  }

  private static void copy(Socket from, Socket to) throws IOException {
    try (from;
        to) {
      OutputStream out = to.getOutputStream();
      InputStream in = from.getInputStream();
      byte[] block = new byte[8192];
      for (int count = in.read(block); count >= 0; count = in.read(block)) {
        out.write(block, 0, count);
        out.flush();
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void run(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // A connection was closed, which the test may expect.
              }
            },
            "tunnel-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
