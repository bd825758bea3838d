package io.boto4j.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The destination of a connection. Connections of equal routes are interchangeable. */
final class Route {
  /** RFC 8305, section 8. */
  private static final int HEAD_START_MILLIS = 250;

  final boolean tls;

  /** The host in lower case; an IPv6 literal without its brackets. */
  final String host;

  final int port;

  /** The value of Host, with the port unless it is the default of the scheme. */
  final String hostHeader;

  /** The proxy to connect through, or null for a direct connection. */
  final @Nullable Proxy proxy;

  /** Whether the proxy receives the requests, instead of tunnelling them. */
  final boolean forwarded;

  private final String authority;
  private final int hash;

  private Route(
      boolean tls,
      String authority,
      String host,
      int port,
      @Nullable Proxy proxy,
      boolean forwarded) {
    this.tls = tls;
    this.proxy = proxy;
    this.forwarded = forwarded;
    this.authority = authority;
    this.host = host;
    this.port = port;
    String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
    this.hostHeader = port == (tls ? 443 : 80) ? name : name + ":" + port;
    this.hash = host.hashCode() * 31 + port * 2 + (tls ? 1 : 0);
  }

  /**
   * Returns the direct route to a URI. It parses the authority: {@link URI#getHost()} is null for a
   * host with an underscore, which container networks have.
   */
  static Route of(URI uri) {
    boolean tls = isTls(uri);
    String authority = uri.getRawAuthority();
    if (authority == null) {
      throw new IllegalArgumentException("The URL has no host: " + url(uri));
    }
    String place = authority.substring(authority.lastIndexOf('@') + 1);
    boolean literal = place.startsWith("[");
    int end = literal ? place.indexOf(']') : place.indexOf(':');
    if (literal && end < 0) {
      throw badHost(uri);
    }
    int hostEnd = end < 0 ? place.length() : end;
    String host = place.substring(literal ? 1 : 0, hostEnd).toLowerCase(Locale.ROOT);
    checkHost(host, literal, uri);
    String rest = place.substring(literal ? hostEnd + 1 : hostEnd);
    return new Route(tls, authority, host, port(rest, tls, uri), null, false);
  }

  /** Returns the route to a URI, through the proxy for it, if any. */
  static Route of(URI uri, @Nullable ProxyOptions proxies) {
    Route route = of(uri);
    Proxy proxy = proxies == null ? null : proxies.proxy(route);
    return proxy == null ? route : route.through(proxy, proxy.forwards(route.tls));
  }

  /** Returns this route with a tunnel through the proxy, if it has one. */
  Route unseen() {
    return forwarded && proxy != null ? through(proxy, false) : this;
  }

  private Route through(Proxy via, boolean shown) {
    return new Route(tls, authority, host, port, via, shown);
  }

  /** Whether the connection to the endpoint itself uses TLS. */
  boolean wrapped() {
    return tls && !forwarded;
  }

  /** Whether this is the route to a URI. */
  boolean leadsTo(URI uri) {
    return authority.equals(uri.getRawAuthority()) && tls == isTls(uri);
  }

  /** Connects to the first address that accepts, before the deadline unless that is 0. */
  SocketChannel connect(TransportOptions options, long deadline) throws IOException {
    NameResolver resolver = options.resolver();
    long start = System.nanoTime();
    InetAddress[] addresses =
        resolver == null ? InetAddress.getAllByName(host) : resolver.resolve(host);
    long end = earlier(deadline, start, options.connectTimeoutMillis());
    IOException failure = null;
    for (int i = 0; i < addresses.length && !isOver(end); i++) {
      boolean last = i == addresses.length - 1;
      SocketChannel channel = SocketChannel.open();
      try {
        int millis = last ? millisLeft(end) : headStart(end, addresses.length - i);
        channel.socket().connect(new InetSocketAddress(addresses[i], port), millis);
        return channel;
      } catch (IOException e) {
        channel.close();
        if (failure != null) {
          e.addSuppressed(failure);
        }
        failure = e;
        if (Thread.currentThread().isInterrupted()) {
          break;
        }
        if (e instanceof SocketTimeoutException && !last) {
          return new AddressRace(addresses, i, port).run(end, failure);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    if (addresses.length == 0) {
      throw new UnknownHostException(host);
    }
    throw new SocketTimeoutException("Resolving the host name took longer than the timeout");
  }

  /** Returns the earlier of the deadline and the end of the time from now on; 0 is never. */
  static long earlier(long deadline, long now, int millis) {
    if (millis == 0) {
      return deadline;
    }
    long end = now + millis * 1_000_000L;
    return deadline != 0 && deadline - end < 0 ? deadline : end;
  }

  static boolean isOver(long end) {
    return end != 0 && end - System.nanoTime() <= 0;
  }

  /** Returns the milliseconds left until the end, at least 1; 0 if the end is 0. */
  static int millisLeft(long end) {
    return end == 0
        ? 0
        : (int) Math.max(1, Math.min(Integer.MAX_VALUE, (end - System.nanoTime()) / 1_000_000));
  }

  /** Returns the milliseconds to wait for an address before the next one is tried as well. */
  static int headStart(long end, int addresses) {
    return end == 0
        ? HEAD_START_MILLIS
        : Math.min(HEAD_START_MILLIS, Math.max(1, millisLeft(end) / addresses));
  }

  /** Returns scheme, host, port and path, without the query and the user, which may be secret. */
  static String url(URI uri) {
    String authority = uri.getRawAuthority();
    String path = uri.getRawPath();
    return uri.getScheme()
        + "://"
        + (authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1))
        + (path == null ? "" : path);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Route that
        && port == that.port
        && tls == that.tls
        && proxy == that.proxy
        && forwarded == that.forwarded
        && host.equals(that.host);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  private static boolean isTls(URI uri) {
    String scheme = uri.getScheme();
    if ("https".equalsIgnoreCase(scheme)) {
      return true;
    }
    if ("http".equalsIgnoreCase(scheme)) {
      return false;
    }
    throw new IllegalArgumentException("Neither an http nor an https URL: " + url(uri));
  }

  /** Rejects characters that could end the host, or the header it is written to. */
  private static void checkHost(String host, boolean literal, URI uri) {
    boolean good = !host.isEmpty();
    for (int i = 0; good && i < host.length(); i++) {
      char c = host.charAt(i);
      good =
          (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_'
              || (literal && c == ':');
    }
    if (!good) {
      throw badHost(uri);
    }
  }

  private static int port(String text, boolean tls, URI uri) {
    if (text.isEmpty() || text.equals(":")) {
      return tls ? 443 : 80;
    }
    int port = text.charAt(0) == ':' && text.length() <= 6 ? 0 : -1;
    for (int i = 1; port >= 0 && i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      port = digit < 0 || digit > 9 ? -1 : port * 10 + digit;
    }
    if (port <= 0 || port > 65_535) {
      throw new IllegalArgumentException("The URL's port is not within 1 to 65535: " + url(uri));
    }
    return port;
  }

  private static IllegalArgumentException badHost(URI uri) {
    return new IllegalArgumentException("The URL's host is not a host name: " + url(uri));
  }
}
