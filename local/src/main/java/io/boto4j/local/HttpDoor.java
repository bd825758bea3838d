package io.boto4j.local;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.certificate.SelfSigned;
import io.boto4j.local.wire.ConnectionDropped;
import io.boto4j.local.wire.Inbound;
import io.boto4j.local.wire.LocalHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** The door for everyone: HTTP or HTTPS, on the loopback unless told otherwise, by Jetty. */
final class HttpDoor implements AutoCloseable {
  private static final int LARGEST_HEAD = 64 * 1024;

  private final Server server;
  private final ServerConnector connector;

  private final String scheme;

  private HttpDoor(Server server, ServerConnector connector, String scheme) {
    this.server = server;
    this.connector = connector;
    this.scheme = scheme;
  }

  /**
   * Opens a port.
   *
   * @param host the address to listen on
   * @param port the port; 0 for any that is free
   * @param certificate the certificate for TLS, or null for plain HTTP
   * @param handler answers requests
   * @param reset removes all state, for {@code POST /_boto4j/reset}
   */
  static HttpDoor open(
      String host,
      int port,
      @Nullable SelfSigned certificate,
      LocalHandler handler,
      Runnable reset) {
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(LARGEST_HEAD);
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    HttpConnectionFactory http = new HttpConnectionFactory(configuration);
    ServerConnector connector =
        certificate == null
            ? new ServerConnector(server, 1, 1, http)
            : new ServerConnector(server, 1, 1, tls(certificate), http);
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Door(handler, reset));
    server.setErrorHandler(HttpDoor::refuse);
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot start the HTTP server: " + e.getMessage(), e);
    }
    return new HttpDoor(server, connector, certificate == null ? "http" : "https");
  }

  private static SslConnectionFactory tls(SelfSigned certificate) {
    SslContextFactory.Server context = new SslContextFactory.Server();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] password = "in memory only".toCharArray();
      store.setKeyEntry(
          "boto4j-local",
          certificate.keys().getPrivate(),
          password,
          new Certificate[] {certificate.certificate()});
      context.setKeyStore(store);
      context.setKeyManagerPassword(String.valueOf(password));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Cannot make a key store: " + e, e);
    }
    // Any name of this machine will do.
    context.setSniRequired(false);
    return new SslConnectionFactory(context, "http/1.1");
  }

  /** Answers requests that are not HTTP, which no handler has seen. */
  private static boolean refuse(Request request, Response response, Callback callback) {
    String body =
        "<Error><Code>BadRequest</Code><Message>An error occurred when parsing the HTTP request."
            + "</Message></Error>";
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/xml");
    Content.Sink.write(response, /* last= */ true, body, callback);
    return true;
  }

  URI uri() {
    String host = connector.getHost().equals("0.0.0.0") ? "127.0.0.1" : connector.getHost();
    return URI.create(scheme + "://" + host + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot stop the HTTP server: " + e.getMessage(), e);
    }
  }

  private static final class Door extends Handler.Abstract {
    private static final String RESET = "/_boto4j/reset";

    private final LocalHandler handler;
    private final Runnable reset;

    Door(LocalHandler handler, Runnable reset) {
      this.handler = handler;
      this.reset = reset;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      if (request.getHttpURI().getPath().equals(RESET) && request.getMethod().equals("POST")) {
        reset.run();
        callback.succeeded();
        return true;
      }
      try (InputStream body = Content.Source.asInputStream(request)) {
        Headers.Builder headers = Headers.builder();
        for (HttpField field : request.getHeaders()) {
          String value = field.getValue();
          headers.add(field.getName(), value == null ? "" : value);
        }
        if (request.isSecure()) {
          headers.set("X-Forwarded-Proto", "https");
        }
        String query = request.getHttpURI().getQuery();
        Inbound inbound =
            new Inbound(
                request.getMethod(),
                request.getHttpURI().getPath(),
                query == null ? "" : query,
                headers.build(),
                body);
        try (HttpResponse answer = handler.handle(inbound)) {
          response.setStatus(answer.statusCode());
          for (Map.Entry<String, String> header : answer.headers()) {
            response.getHeaders().add(header.getKey(), header.getValue());
          }
          if (!request.getMethod().equals("HEAD")) {
            try (OutputStream out = Content.Sink.asOutputStream(response)) {
              answer.body().transferTo(out);
            }
          }
        }
        callback.succeeded();
      } catch (ConnectionDropped e) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.succeeded();
      } catch (IOException | RuntimeException e) {
        callback.failed(e);
      }
      return true;
    }
  }
}
