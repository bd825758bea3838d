package io.boto4j.local.world;

import io.boto4j.local.engine.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/** The stores of all engines, in memory or in one file. */
public final class Stores implements AutoCloseable {
  private static final String FILE = "boto4j-local.mv";

  /** The layout of what is stored; a file of a newer one is not opened. */
  private static final int VERSION = 1;

  private final MVStore file;
  private final boolean durable;

  /** Held shared while a change is made, and exclusively while the changes are written. */
  private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock(/* fair= */ true);

  private final Object committing = new Object();

  /** The number of the last change that is in the file; guarded by {@link #committing}. */
  private long written;

  private final AtomicLong changes = new AtomicLong();

  /** The data directory, or a temporary one, which exists once it is needed. */
  private @Nullable Path directory;

  private Stores(MVStore file, @Nullable Path directory) {
    this.file = file;
    this.durable = directory != null;
    this.directory = directory;
  }

  /**
   * Opens stores.
   *
   * @param directory the directory of the file, which is created; null for stores in memory
   * @return the stores
   * @throws IllegalStateException if the file is damaged, of a newer version or in use
   */
  public static Stores open(@Nullable Path directory) {
    MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled();
    if (directory == null) {
      return new Stores(builder.open(), null);
    }
    Path path = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      MVStore file = builder.fileName(path.toString()).open();
      int version = file.getStoreVersion();
      if (version > VERSION) {
        file.closeImmediately();
        throw new IllegalStateException(
            path + " was written by a newer version of boto4j-local (" + version + ")");
      }
      file.setStoreVersion(VERSION);
      return new Stores(file, directory);
    } catch (MVStoreException e) {
      throw new IllegalStateException("Cannot open " + path + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot create " + directory + ": " + e, e);
    }
  }

  /**
   * Returns the store of one engine.
   *
   * @param prefix names the engine and its world
   * @return the store
   */
  Store of(String prefix) {
    return new Part(prefix);
  }

  /**
   * Returns a directory for what does not fit into the stores, and creates it.
   *
   * @param name names the engine and its world
   * @return the directory
   */
  synchronized Path directory(String name) {
    try {
      if (directory == null) {
        directory = Files.createTempDirectory("boto4j-local-");
      }
      return Files.createDirectories(directory.resolve("files").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create a directory: " + e.getMessage(), e);
    }
  }

  /** Whether there is a data directory. */
  boolean isDurable() {
    return durable;
  }

  private <T> T write(Supplier<T> change) {
    if (!durable || changing.getReadHoldCount() > 0) {
      // A write within another becomes durable with it.
      return change.get();
    }
    T result;
    long number;
    changing.readLock().lock();
    try {
      result = change.get();
      number = changes.incrementAndGet();
    } finally {
      changing.readLock().unlock();
    }
    commit(number);
    return result;
  }

  /** Waits until a change is in the file. One thread writes the changes of all that wait. */
  private void commit(long number) {
    synchronized (committing) {
      if (written >= number) {
        return;
      }
      changing.writeLock().lock();
      try {
        long all = changes.get();
        file.commit();
        written = all;
      } finally {
        changing.writeLock().unlock();
      }
    }
  }

  @Override
  public void close() {
    if (durable) {
      changing.writeLock().lock();
      try {
        file.close();
      } finally {
        changing.writeLock().unlock();
      }
    } else {
      file.closeImmediately();
      removeDirectory();
    }
  }

  private synchronized void removeDirectory() {
    if (directory == null) {
      return;
    }
    try (Stream<Path> found = Files.walk(directory)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "Cannot remove " + directory, e);
    }
  }

  private final class Part implements Store {
    private final String prefix;

    Part(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public MVMap<String, Object> map(String name) {
      return map(
          name,
          new MVMap.Builder<String, Object>()
              .keyType(StringDataType.INSTANCE)
              .valueType(DocumentType.INSTANCE));
    }

    @Override
    public <K, V> MVMap<K, V> map(String name, MVMap.Builder<K, V> types) {
      return file.openMap(prefix + "/" + name, types);
    }

    @Override
    public void removeMap(String name) {
      file.removeMap(prefix + "/" + name);
    }

    @Override
    public <T> T write(Supplier<T> change) {
      return Stores.this.write(change);
    }
  }
}
