package io.boto4j.dashboard.web;

import static io.boto4j.dashboard.web.Access.ADMIN;
import static io.boto4j.dashboard.web.Access.ANYONE;
import static io.boto4j.dashboard.web.Access.USER;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import java.net.URI;
import java.util.Set;

/** The web server: every route, with who may use it. */
public final class WebServer implements AutoCloseable {
  /** No form here has more than an address and a password. */
  private static final long LARGEST_REQUEST = 16 * 1024;

  private final String host;
  private final LiveEvents live;
  private final Javalin javalin;

  /**
   * Where the server listens.
   *
   * @param host the address, such as {@code 127.0.0.1}
   * @param port the port; 0 for any that is free
   * @param https whether browsers reach it through https, by way of a proxy
   */
  public record Options(String host, int port, boolean https) {}

  /**
   * Starts the server.
   *
   * @param backend what the pages work with, which stays open when the server is closed
   * @param options where the server listens
   * @throws io.javalin.util.JavalinBindException if the port is taken
   */
  public WebServer(Backend backend, Options options) {
    host = options.host();
    live = new LiveEvents(backend.watch);
    javalin =
        Javalin.create(
            config -> {
              settings(config);
              SecurityHeaders headers = new SecurityHeaders(options.https());
              SessionCookie cookie = new SessionCookie(options.https());
              config.routes.before(headers::add);
              config.routes.beforeMatched(new Gate(cookie, backend.sessions, backend.users)::check);
              accounts(config.routes, backend, cookie);
              pages(config.routes, backend);
              config.routes.exception(HttpResponseException.class, ErrorPage::refused);
              config.routes.exception(Exception.class, ErrorPage::failed);
            });
    live.start();
    javalin.start(options.host(), options.port());
  }

  private static void settings(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = LARGEST_REQUEST;
    config.fileRenderer(new JteRenderer());
    config.staticFiles.add(
        files -> {
          files.hostedPath = "/assets";
          files.directory = "/io/boto4j/dashboard/assets";
          files.location = Location.CLASSPATH;
          files.roles = Set.of(ANYONE);
        });
  }

  private static void accounts(RoutesConfig routes, Backend backend, SessionCookie cookie) {
    AccountPages pages =
        new AccountPages(backend.users, backend.passwords, backend.logIn, backend.sessions, cookie);
    routes.get("/login", pages::showLogIn, ANYONE);
    routes.post("/login", pages::logIn, ANYONE);
    routes.get("/signup", pages::showSignUp, ANYONE);
    routes.post("/signup", pages::signUp, ANYONE);
    routes.post("/logout", pages::logOut, ANYONE);
  }

  private void pages(RoutesConfig routes, Backend backend) {
    routes.get("/", new HomePage(backend.watch, backend.ledger)::show, USER);
    routes.sse("/live", live::connect, USER);

    AdminPage admin =
        new AdminPage(
            backend.database, backend.watch, backend.nightly, backend.permissions, backend.history);
    routes.get("/admin", admin::show, ADMIN);
    routes.post("/admin/database/start", admin::startDatabase, ADMIN);
    routes.post("/admin/database/stop", admin::stopDatabase, ADMIN);
    routes.post("/admin/nightly/run", admin::runNightly, ADMIN);
    routes.post("/admin/nightly/enable", admin::enableNightly, ADMIN);
    routes.post("/admin/nightly/disable", admin::disableNightly, ADMIN);

    UsersPage users = new UsersPage(backend.users, backend.history);
    routes.get("/admin/users", users::show, ADMIN);
    routes.post("/admin/users/{id}/role", users::changeRole, ADMIN);
  }

  /**
   * Returns the address of the site.
   *
   * @return the address, such as {@code http://127.0.0.1:8080/}
   */
  public URI url() {
    return URI.create("http://" + host + ":" + javalin.port() + "/");
  }

  @Override
  public void close() {
    live.close();
    javalin.stop();
  }
}
