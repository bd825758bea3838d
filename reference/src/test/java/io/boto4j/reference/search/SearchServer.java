package io.boto4j.reference.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.boto4j.reference.site.Page;
import io.boto4j.reference.site.PageSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server of pages that have nothing but the search, below a path that is not the root of the
 * server. It sends the strictest content security policy.
 */
final class SearchServer implements AutoCloseable {
  private static final String BASE = "/some/path/";
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><meta charset="utf-8"><title>Page</title>
      <link rel="stylesheet" href="../../assets/site.css">
      <link rel="stylesheet" href="../../assets/search.css">
      <script type="module" src="../../assets/search.js"></script></head>
      <body><header><div id="search" data-root="../../"></div></header>
      <main><h1>Page</h1><p><label>Text <input id="other"></label></p></main></body>
      </html>
      """;

  private final PageSource files;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);

  SearchServer(PageSource files) throws IOException {
    this.files = files;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Returns the URL of a page in a folder of the site. */
  URI page() {
    return root().resolve("services/x/index.html");
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BASE);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Optional<Page> page =
          path.startsWith(BASE) ? find(path.substring(BASE.length())) : outside(path);
      byte[] body = page.map(Page::bytes).orElse(new byte[0]);
      exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Content-Type", page.map(Page::contentType).orElse("x/y"));
      exchange.sendResponseHeaders(
          page.isPresent() ? 200 : 404, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Optional<Page> find(String path) throws IOException {
    if (path.endsWith(".html")) {
      return Optional.of(Page.html(PAGE));
    }
    if (path.startsWith("assets/") && path.indexOf('/', 7) < 0) {
      try (InputStream in = SearchFiles.class.getResourceAsStream("/io/boto4j/reference/" + path)) {
        String type = path.endsWith(".css") ? "text/css" : "text/javascript";
        return in == null ? Optional.empty() : Optional.of(Page.of(type, in.readAllBytes()));
      }
    }
    return files.page(path);
  }

  /** Browsers ask for an icon, whatever a page has. */
  private static Optional<Page> outside(String path) {
    return path.equals("/favicon.ico")
        ? Optional.of(Page.of("image/x-icon", "-".getBytes(StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
