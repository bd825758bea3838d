package io.boto4j.reference;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.boto4j.reference.site.Page;
import io.boto4j.reference.site.Site;
import io.boto4j.reference.view.Links;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;

/** Answers requests for pages. */
final class SiteHandler implements HttpHandler {
  private static final String TEXT = "text/plain; charset=utf-8";

  /** Smaller responses are not worth compressing. */
  private static final int LEAST_GZIP = 1024;

  private final Site site;

  SiteHandler(Site site) {
    this.site = site;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      SecurityHeaders.add(exchange.getResponseHeaders());
      if (!SecurityHeaders.isLocal(exchange.getRequestHeaders().get("Host"))) {
        send(exchange, 403, message("This server is for browsers of this machine only."));
        return;
      }
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        send(exchange, 405, message("Only GET and HEAD are allowed."));
        return;
      }
      respond(exchange);
    } catch (RuntimeException e) {
      // The headers may have been sent already; then the connection ends.
      send(exchange, 500, message("The page could not be made: " + e));
    }
  }

  private void respond(HttpExchange exchange) throws IOException {
    // The raw path: an encoded name is unknown, so no decoding can lead anywhere else.
    String raw = exchange.getRequestURI().getRawPath();
    String path = raw == null || raw.isEmpty() ? "" : raw.substring(1);
    if (path.isEmpty() || path.endsWith("/")) {
      path += "index.html";
    }
    Optional<Page> page = site.page(path);
    if (page.isPresent()) {
      cached(exchange, page.get());
    } else if (site.page(path + "/" + Links.HOME).isPresent()) {
      exchange.getResponseHeaders().set("Location", "/" + path + "/");
      send(exchange, 301, message("It is at /" + path + "/"));
    } else {
      send(exchange, 404, site.notFound(path));
    }
  }

  /** Sends a page, unless the browser has it already. */
  private static void cached(HttpExchange exchange, Page page) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(page.bytes());
    String tag = "\"" + Long.toHexString(crc.getValue()) + "-" + page.bytes().length + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    exchange.getResponseHeaders().set("Cache-Control", "no-cache");
    String known = exchange.getRequestHeaders().getFirst("If-None-Match");
    if (known != null && known.contains(tag)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    send(exchange, 200, page);
  }

  private static Page message(String text) {
    return Page.of(TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, Page page) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", page.contentType());
    headers.set("Vary", "Accept-Encoding");
    byte[] body = page.bytes();
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (accepted != null && accepted.contains("gzip") && body.length >= LEAST_GZIP) {
      headers.set("Content-Encoding", "gzip");
      body = gzip(body);
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }
}
