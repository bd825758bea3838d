package io.boto4j.local.lambda.runtime;

import io.boto4j.local.lambda.runtime.RuntimeEvents.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The Runtime API of Lambda for one environment: HTTP on the loopback. */
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final int MOST = 7 << 20;

  private final Server server;
  private final ServerConnector connector;

  RuntimeApi(RuntimeEvents events) {
    QueuedThreadPool threads = new QueuedThreadPool(8, 1);
    threads.setDaemon(true);
    threads.setReservedThreads(0);
    threads.setName("boto4j-local-lambda");
    server = new Server(threads);
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    connector.setIdleTimeout(0);
    server.addConnector(connector);
    server.setHandler(new Door(events));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot open the Runtime API: " + e.getMessage(), e);
    }
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.DEBUG, "Cannot stop the Runtime API", e);
    }
  }

  private static final class Door extends Handler.Abstract {
    private final RuntimeEvents events;

    Door(RuntimeEvents events) {
      this.events = events;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      try {
        String path = request.getHttpURI().getPath();
        String rest = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        if (rest.equals("invocation/next") && request.getMethod().equals("GET")) {
          next(response, callback);
          return true;
        }
        byte[] body;
        try (InputStream in = Content.Source.asInputStream(request)) {
          body = in.readNBytes(MOST);
        }
        boolean known = true;
        if (rest.equals("init/error")) {
          events.initError(body);
        } else if (rest.startsWith("invocation/") && rest.endsWith("/response")) {
          known = events.response(id(rest), body);
        } else if (rest.startsWith("invocation/") && rest.endsWith("/error")) {
          known = events.error(id(rest), body);
        } else {
          known = false;
        }
        response.setStatus(known ? 202 : 404);
        write(response, callback, known ? "{\"status\":\"OK\"}" : "{\"errorMessage\":\"\"}");
      } catch (IOException | RuntimeException e) {
        callback.failed(e);
      }
      return true;
    }

    private static String id(String rest) {
      return rest.substring("invocation/".length(), rest.lastIndexOf('/'));
    }

    private void next(Response response, Callback callback) {
      Event event = events.next();
      if (event == null) {
        response.setStatus(410);
        write(response, callback, "{}");
        return;
      }
      Invocation invocation = event.invocation();
      put(response, "Lambda-Runtime-Aws-Request-Id", invocation.requestId());
      put(response, "Lambda-Runtime-Deadline-Ms", String.valueOf(event.deadline().toEpochMilli()));
      put(response, "Lambda-Runtime-Invoked-Function-Arn", invocation.arn());
      if (invocation.clientContext() != null) {
        put(response, "Lambda-Runtime-Client-Context", invocation.clientContext());
      }
      put(response, "Content-Type", "application/json");
      response.write(true, ByteBuffer.wrap(invocation.payload()), callback);
    }

    private static void put(Response response, String name, String value) {
      response.getHeaders().put(new HttpField(name, value));
    }

    private static void write(Response response, Callback callback, String text) {
      put(response, "Content-Type", "application/json");
      response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
    }
  }
}
