package io.boto4j.dashboard.web;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.dashboard.account.Attempts;
import io.boto4j.dashboard.account.Email;
import io.boto4j.dashboard.account.LogIn;
import io.boto4j.dashboard.account.Passwords;
import io.boto4j.dashboard.account.Sessions;
import io.boto4j.dashboard.account.Users;
import io.boto4j.dashboard.cloud.Database;
import io.boto4j.dashboard.cloud.DatabaseWatch;
import io.boto4j.dashboard.cloud.History;
import io.boto4j.dashboard.cloud.Names;
import io.boto4j.dashboard.cloud.NightlyFunction;
import io.boto4j.dashboard.cloud.Permissions;
import io.boto4j.dashboard.ledger.Ledger;
import io.boto4j.dashboard.ledger.LedgerDatabase;
import io.boto4j.dynamodb.Table;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The parts behind the pages, which talk to AWS, all on one session. */
public final class Backend implements AutoCloseable {
  private final Client dynamodb;
  private final Client rds;
  private final Client iam;
  private final LedgerDatabase ledgerDatabase;

  final Users users;
  final Passwords passwords = new Passwords();
  final LogIn logIn;
  final Sessions sessions;
  final History history;
  final Database database;
  final DatabaseWatch watch;
  final NightlyFunction nightly;
  final Permissions permissions;
  final Ledger ledger;

  /**
   * How the backend differs between machines.
   *
   * @param firstAdmin the address that signs up as an admin; null for the first user of all
   * @param pause the time between two polls of the database
   * @param sslMode PostgreSQL's mode for encryption
   */
  public record Options(@Nullable Email firstAdmin, Duration pause, String sslMode) {}

  /**
   * Creates the parts. What they need in AWS exists already.
   *
   * @param session the session whose clients they use
   * @param names the names of it all
   * @param clock the time
   * @param options the options
   */
  public Backend(Session session, Names names, Clock clock, Options options) {
    dynamodb = session.client("dynamodb");
    rds = session.client("rds");
    iam = session.client("iam");
    users = new Users(table(names.users()), options.firstAdmin(), clock);
    logIn = new LogIn(users, passwords, new Attempts(table(names.attempts()), clock));
    sessions = new Sessions(table(names.sessions()), clock);
    history = new History(table(names.history()), clock);
    database = new Database(rds, names.instance());
    watch = new DatabaseWatch(database, options.pause(), clock);
    nightly = new NightlyFunction(session, names, history);
    permissions = new Permissions(iam, names.role(), database, table(names.history()));
    ledgerDatabase = new LedgerDatabase(session, names.instance(), options.sslMode());
    ledger = new Ledger(ledgerDatabase);
  }

  private Table table(String name) {
    return Table.of(dynamodb, name);
  }

  /**
   * Returns the users.
   *
   * @return the table of users
   */
  public Users users() {
    return users;
  }

  /**
   * Returns the hasher of passwords.
   *
   * @return the hasher
   */
  public Passwords passwords() {
    return passwords;
  }

  /**
   * Returns the watch over the database.
   *
   * @return the watch
   */
  public DatabaseWatch watch() {
    return watch;
  }

  /**
   * Returns the ledger.
   *
   * @return the ledger
   */
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void close() {
    watch.close();
    nightly.close();
    ledgerDatabase.close();
    iam.close();
    rds.close();
    dynamodb.close();
  }
}
