package io.boto4j.local;

import io.boto4j.http.Headers;
import io.boto4j.http.HttpResponse;
import io.boto4j.local.wire.ConnectionDropped;
import io.boto4j.local.wire.Inbound;
import io.boto4j.local.wire.LocalHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The door for everyone: HTTP on the loopback, by Jetty. */
final class HttpDoor implements AutoCloseable {
  private static final int LARGEST_HEAD = 64 * 1024;

  private final Server server;
  private final ServerConnector connector;

  private HttpDoor(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Opens a port; 0 for any that is free. */
  static HttpDoor open(int port, LocalHandler handler) {
    Server server = new Server();
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(LARGEST_HEAD);
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new Door(handler));
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot listen on port " + port + ": " + e.getMessage(), e);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot start the HTTP server: " + e.getMessage(), e);
    }
    return new HttpDoor(server, connector);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
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
    private final LocalHandler handler;

    Door(LocalHandler handler) {
      this.handler = handler;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      try (InputStream body = Content.Source.asInputStream(request)) {
        Headers.Builder headers = Headers.builder();
        for (HttpField field : request.getHeaders()) {
          String value = field.getValue();
          headers.add(field.getName(), value == null ? "" : value);
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
