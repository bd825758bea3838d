package io.boto4j.internal.transport;

import java.io.IOException;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection to a proxy, and a tunnel through it (RFC 9110, section 9.3.6). */
final class Tunnel {
  private Tunnel() {}

  static SocketChannel connect(Proxy proxy, TransportOptions options, long deadline)
      throws ProxyFailure {
    try {
      return proxy.route.connect(options, deadline);
    } catch (IOException e) {
      throw new ProxyFailure(proxy, e);
    }
  }

  /**
   * Uses TLS to the proxy if its URL is an https URL, and lets the proxy connect to the endpoint
   * unless it forwards requests.
   *
   * @return the socket for the exchange with the endpoint
   */
  static Socket open(Route route, Proxy proxy, Tls tls, Socket raw, SocketInput input)
      throws ProxyFailure {
    try {
      Socket socket = raw;
      if (proxy.route.tls) {
        socket = tls.layer(raw, input, proxy.route);
        input.layer(socket.getInputStream());
      }
      if (!route.forwarded) {
        connect(route, proxy, socket, input);
      }
      return socket;
    } catch (IOException e) {
      throw new ProxyFailure(proxy, e);
    }
  }

  private static void connect(Route route, Proxy proxy, Socket socket, SocketInput input)
      throws IOException {
    String name = route.host.indexOf(':') < 0 ? route.host : "[" + route.host + "]";
    String place = name + ":" + route.port;
    String head = "CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n";
    if (proxy.authorization != null) {
      head += "Proxy-Authorization: " + proxy.authorization + "\r\n";
    }
    socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
    ResponseReader reader = new ResponseReader(input);
    reader.begin();
    while (reader.status() < 200) {
      reader.readHead();
    }
    if (reader.status() >= 300) {
      throw new IOException(
          "Tunnel connection failed: the proxy responded with " + reader.status());
    }
    if (input.buffered() > 0) {
      throw new IOException(
          "Tunnel connection failed: the proxy sent data before the endpoint could");
    }
  }
}
