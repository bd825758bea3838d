package io.boto4j.dashboard;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Someone with cookies, who follows no redirects. */
final class Visitor {
  private final Supplier<URI> site;
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Visitor(Supplier<URI> site) {
    this.site = site;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(site.get().resolve(path)));
  }

  /** Sends a form as the browser does on our own pages. */
  HttpResponse<String> post(String path, String... form) throws IOException, InterruptedException {
    URI page = site.get().resolve(path);
    return send(form(path, form).header("Origin", "http://" + page.getAuthority()));
  }

  /** Sends a form with another origin, or without one. */
  HttpResponse<String> postFrom(String header, String value, String path)
      throws IOException, InterruptedException {
    return send(form(path).header(header, value));
  }

  private HttpRequest.Builder form(String path, String... form) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(form[i])
          .append('=')
          .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
    }
    return HttpRequest.newBuilder(site.get().resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  Visitor signedUp(String email) throws IOException, InterruptedException {
    post("/signup", "email", email, "password", "correct horse battery");
    return this;
  }

  Visitor loggedIn(String email, String password) throws IOException, InterruptedException {
    post("/login", "email", email, "password", password);
    return this;
  }
}
