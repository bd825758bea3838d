package io.boto4j.dashboard;

import io.boto4j.Session;
import io.boto4j.dashboard.account.Email;
import io.boto4j.dashboard.account.EmailTakenException;
import io.boto4j.dashboard.cloud.Names;
import io.boto4j.dashboard.cloud.Provision;
import io.boto4j.dashboard.web.Backend;
import io.boto4j.dashboard.web.WebServer;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The running dashboard. On AWS or on boto4j-local, only the session differs. */
final class Dashboard implements AutoCloseable {
  private static final Email DEMO_ADMIN = new Email("admin@example.com");

  private static final Duration LOCAL_PAUSE = Duration.ofMillis(250);
  private static final Duration AWS_PAUSE = Duration.ofSeconds(5);
  private static final int DEMO_PASSWORD_BYTES = 12;

  private final @Nullable LocalCloud cloud;
  private final Backend backend;
  private final WebServer server;
  private final @Nullable DemoAdmin demoAdmin;

  /** An admin of a dashboard that nobody else has seen yet. */
  record DemoAdmin(Email email, String password) {}

  private Dashboard(
      @Nullable LocalCloud cloud,
      Backend backend,
      WebServer server,
      @Nullable DemoAdmin demoAdmin) {
    this.cloud = cloud;
    this.backend = backend;
    this.server = server;
    this.demoAdmin = demoAdmin;
  }

  /** Starts the dashboard on AWS. */
  static Dashboard onAws(Settings settings) {
    Session.Builder builder = Session.builder();
    if (settings.profile != null) {
      builder.profile(settings.profile);
    }
    if (settings.region != null) {
      builder.region(settings.region);
    }
    Session session = builder.build();
    Names names = settings.names();
    if (settings.provision) {
      Provision.run(session, names);
    } else {
      Provision.check(session, names);
    }
    Backend backend =
        new Backend(
            session,
            names,
            Clock.systemUTC(),
            new Backend.Options(settings.adminEmail, AWS_PAUSE, settings.sslMode));
    createLedger(backend, null);
    return new Dashboard(null, backend, serve(settings, null, backend), null);
  }

  /**
   * Starts the dashboard on AWS inside this process, with a user and entries to look at.
   *
   * @param cloud a new AWS, which is closed with the dashboard
   */
  static Dashboard onLocal(Settings settings, LocalCloud cloud) {
    Names names = settings.names();
    Session session = cloud.session();
    Provision.run(session, names);
    Backend backend =
        new Backend(
            session,
            names,
            cloud.clock(),
            new Backend.Options(settings.adminEmail, LOCAL_PAUSE, "disable"));
    Email email = settings.adminEmail == null ? DEMO_ADMIN : settings.adminEmail;
    DemoAdmin admin = addAdmin(backend, email);
    createLedger(backend, LocalDate.now(cloud.clock()));
    return new Dashboard(cloud, backend, serve(settings, cloud, backend), admin);
  }

  /** Starts the server; if that fails, nothing else stays open. */
  private static WebServer serve(Settings settings, @Nullable LocalCloud cloud, Backend backend) {
    try {
      return new WebServer(
          backend, new WebServer.Options(settings.host, settings.port, settings.https));
    } catch (RuntimeException e) {
      close(backend, cloud);
      throw e;
    }
  }

  private static void close(Backend backend, @Nullable LocalCloud cloud) {
    backend.close();
    if (cloud != null) {
      cloud.close();
    }
  }

  private static DemoAdmin addAdmin(Backend backend, Email email) {
    byte[] bytes = new byte[DEMO_PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      backend.users().add(email, backend.passwords().hash(password));
    } catch (EmailTakenException e) {
      throw new IllegalStateException("A new AWS has no users", e);
    }
    return new DemoAdmin(email, password);
  }

  /** Creates the ledger as soon as the database is available, on AWS without entries. */
  private static void createLedger(Backend backend, @Nullable LocalDate demo) {
    backend
        .watch()
        .listen(
            progress -> {
              if (progress.canStop()) {
                try {
                  backend.ledger().create();
                  if (demo != null) {
                    backend.ledger().addDemoEntries(demo);
                  }
                } catch (SQLException e) {
                  System.getLogger(Dashboard.class.getName())
                      .log(System.Logger.Level.WARNING, "The ledger is not ready", e);
                }
              }
            });
    backend.watch().start();
  }

  URI url() {
    return server.url();
  }

  /** Returns the admin to log in as, or null on AWS, where people sign up. */
  @Nullable DemoAdmin demoAdmin() {
    return demoAdmin;
  }

  @Override
  public void close() {
    server.close();
    close(backend, cloud);
  }
}
