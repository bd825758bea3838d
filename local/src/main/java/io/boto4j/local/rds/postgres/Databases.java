package io.boto4j.local.rds.postgres;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL servers of one world, by an id, and copies of their data.
 *
 * <p>Slow work happens in the background, for each database one task after the other. {@link
 * #await} waits for the tasks so far. Safe for use by multiple threads.
 */
public final class Databases implements AutoCloseable {
  private final URL archive;
  private final Path directory;
  private final boolean durable;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "boto4j-local-postgres");
            thread.setDaemon(true);
            return thread;
          });
  private final Map<String, Database> databases = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<Void>> tasks = new ConcurrentHashMap<>();
  private @Nullable Binaries binaries;

  private interface Task {
    void run() throws IOException;
  }

  private Databases(URL archive, Path directory, boolean durable) {
    this.archive = archive;
    this.directory = directory;
    this.durable = durable;
  }

  /**
   * Whether PostgreSQL is on the class path, for this machine.
   *
   * @return false if only the control plane can be emulated
   */
  public static boolean arePossible() {
    return Archive.find() != null;
  }

  /**
   * Opens the databases of a world, without starting any.
   *
   * @param directory the directory of their data
   * @param durable whether the data must survive a crash of the machine
   * @return the databases, or null if PostgreSQL is not on the class path
   */
  public static @Nullable Databases open(Path directory, boolean durable) {
    URL archive = Archive.find();
    return archive == null ? null : new Databases(archive, directory, durable);
  }

  private synchronized Binaries binaries() throws IOException {
    if (binaries == null) {
      binaries = Binaries.unpack(archive);
    }
    return binaries;
  }

  /**
   * Returns the version of the servers.
   *
   * @return the version, such as {@code 18.1}
   */
  public String version() {
    try {
      return binaries().version();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot unpack PostgreSQL: " + e.getMessage(), e);
    }
  }

  private Cluster cluster(String id) throws IOException {
    return new Cluster(binaries().programs(), directory.resolve(id));
  }

  /**
   * Reserves the port of a database, new or one whose data exist.
   *
   * @param id the id
   * @param wanted the port, taken if it is free
   * @return the port on which the database listens or will listen
   */
  public int reserve(String id, int wanted) {
    try {
      Database database = new Database(cluster(id), durable, wanted);
      databases.put(id, database);
      return database.port();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot reserve a port: " + e.getMessage(), e);
    }
  }

  /**
   * Whether there are data of a database.
   *
   * @param id the id
   * @return whether the id has data
   */
  public boolean hasData(String id) {
    return Files.exists(directory.resolve(id).resolve("data").resolve("PG_VERSION"));
  }

  /**
   * Returns the file into which a database logs.
   *
   * @param id the id
   * @return the file, which need not exist
   */
  public Path log(String id) {
    return directory.resolve(id).resolve("log");
  }

  private Database database(String id) throws IOException {
    Database database = databases.get(id);
    if (database == null) {
      throw new IOException("There is no database " + id);
    }
    return database;
  }

  private synchronized void then(String id, @Nullable String other, Task task) {
    CompletableFuture<Void> before = tasks.getOrDefault(id, done());
    CompletableFuture<Void> others = other == null ? done() : tasks.getOrDefault(other, done());
    CompletableFuture<Void> next =
        CompletableFuture.allOf(before.exceptionally(e -> null), others.exceptionally(e -> null))
            .thenRunAsync(
                () -> {
                  try {
                    task.run();
                  } catch (IOException e) {
                    throw new CompletionException(e);
                  }
                },
                threads);
    tasks.put(id, next);
    if (other != null) {
      tasks.put(other, next);
    }
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Waits for the tasks of a database.
   *
   * @param id the id
   * @return what failed, or null if everything went well
   */
  public @Nullable String await(String id) {
    CompletableFuture<Void> task = tasks.get(id);
    if (task == null) {
      return null;
    }
    try {
      task.join();
      return null;
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return String.valueOf(cause.getMessage());
    }
  }

  /**
   * Creates and starts a database, if it has no data yet.
   *
   * @param id the id, whose port is reserved
   * @param owner the user and the database to create
   * @param settings settings of the server, each {@code name=value}
   */
  public void create(String id, Owner owner, List<String> settings) {
    then(
        id,
        null,
        () -> {
          Database database = database(id);
          if (!database.cluster().exists()) {
            database.copyFrom(new Cluster(binaries().programs(), binaries().empty()));
          }
          database.start(settings);
          database.prepare(owner.user(), owner.password(), owner.database());
        });
  }

  /**
   * Creates a database from a copy, without starting it.
   *
   * @param id the id, whose port is reserved
   * @param copy the id of the copy
   */
  public void restore(String id, String copy) {
    then(id, copy, () -> database(id).copyFrom(cluster(copy)));
  }

  /**
   * Starts a database.
   *
   * @param id the id
   * @param settings settings of the server
   */
  public void start(String id, List<String> settings) {
    then(id, null, () -> database(id).start(settings));
  }

  /**
   * Stops a database. Its port answers that it is stopped.
   *
   * @param id the id
   */
  public void stop(String id) {
    then(
        id,
        null,
        () -> {
          database(id).describe("is stopped");
          database(id).stop();
        });
  }

  /**
   * Sets a password.
   *
   * @param id the id
   * @param user the user
   * @param password the new password
   */
  public void password(String id, String user, String password) {
    then(id, null, () -> database(id).password(user, password));
  }

  /**
   * Copies the data of a database, or of a copy.
   *
   * @param id the id of the database or copy
   * @param copy the id of the new copy
   */
  public void copy(String id, String copy) {
    then(
        copy,
        id,
        () -> {
          Database database = databases.get(id);
          if (database == null) {
            Cluster place = cluster(copy);
            Cluster unfinished = place.unfinished();
            Folders.copy(directory.resolve(id), unfinished.directory());
            place.put(unfinished);
          } else {
            database.copyTo(cluster(copy));
          }
        });
  }

  /**
   * Creates a read-only database that follows another one, without starting it.
   *
   * @param source the id of the database to follow
   * @param id the id of the new database, whose port is reserved
   */
  public void replicate(String source, String id) {
    then(
        id,
        source,
        () -> {
          Database replica = database(id);
          database(source).copyTo(replica.cluster());
          replica.follow(database(source));
        });
  }

  /**
   * Makes a database that follows another one independent.
   *
   * @param id the id
   */
  public void promote(String id) {
    then(id, null, () -> database(id).promote());
  }

  /**
   * Gives each of two databases the port of the other, and restarts both.
   *
   * @param one the id of a database
   * @param settings its settings
   * @param other the id of the other one
   * @param otherSettings its settings
   */
  public void exchangePorts(
      String one, List<String> settings, String other, List<String> otherSettings) {
    then(
        one,
        other,
        () -> {
          Database first = database(one);
          Database second = database(other);
          first.close();
          second.close();
          Database newFirst = new Database(first.cluster(), durable, second.port());
          Database newSecond = new Database(second.cluster(), durable, first.port());
          databases.put(one, newFirst);
          databases.put(other, newSecond);
          newFirst.start(settings);
          newSecond.start(otherSettings);
        });
  }

  /**
   * Stops a database and removes it, or removes a copy.
   *
   * @param id the id
   */
  public void remove(String id) {
    then(
        id,
        null,
        () -> {
          Database database = databases.remove(id);
          if (database == null) {
            Folders.remove(directory.resolve(id));
          } else {
            database.remove();
          }
        });
  }

  /** Stops all servers. Their data stay. */
  @Override
  public void close() {
    tasks.keySet().forEach(this::await);
    List<CompletableFuture<Void>> closing =
        databases.values().stream()
            .map(database -> CompletableFuture.runAsync(database::close, threads))
            .toList();
    closing.forEach(CompletableFuture::join);
    threads.shutdown();
  }

  /**
   * The user of a new database.
   *
   * @param user the name
   * @param password the password
   * @param database a database that the user owns; null for none but {@code postgres}
   */
  public record Owner(String user, String password, @Nullable String database) {
    /** Leaves the password out. */
    @Override
    public String toString() {
      return "Owner[" + user + ", " + database + "]";
    }
  }
}
