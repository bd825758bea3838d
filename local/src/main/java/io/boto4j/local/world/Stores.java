package io.boto4j.local.world;

import io.boto4j.local.engine.Store;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
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
  private final @Nullable Path directory;

  /** The directory of the files of a state in memory, once there are some; guarded by this. */
  private @Nullable Path temporary;

  /** Held shared while a change is made, and exclusively while the changes are written. */
  private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock(/* fair= */ true);

  private final Object committing = new Object();

  /** The number of the last change that is in the file; guarded by {@link #committing}. */
  private long written;

  private final AtomicLong changes = new AtomicLong();

  /** The types of the maps that were opened, by name. */
  private final Map<String, MVMap.Builder<?, ?>> types = new ConcurrentHashMap<>();

  private final List<WeakReference<Content>> copies = new CopyOnWriteArrayList<>();

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

  /** What stores held at a moment. */
  public static final class Content {
    private final Map<String, Map<Object, Object>> maps = new ConcurrentHashMap<>();

    private Content() {}

    private void add(String name, MVMap<?, ?> map) {
      maps.computeIfAbsent(name, absent -> new LinkedHashMap<>(map));
    }
  }

  /**
   * Copies what the stores hold. Nothing may be written meanwhile.
   *
   * @return the copy
   */
  public Content copy() {
    Content content = new Content();
    types.forEach((name, builder) -> content.add(name, open(name, builder)));
    copies.removeIf(each -> each.get() == null);
    copies.add(new WeakReference<>(content));
    return content;
  }

  /**
   * Replaces what the stores hold. Nothing may be read or written meanwhile.
   *
   * @param content the copy of an earlier moment
   */
  public void replace(Content content) {
    write(
        () -> {
          types.forEach((name, builder) -> replace(open(name, builder), content.maps.get(name)));
          return true;
        });
  }

  /** Removes what the stores hold. Nothing may be read or written meanwhile. */
  public void clear() {
    write(
        () -> {
          for (String name : Set.copyOf(file.getMapNames())) {
            MVMap.Builder<?, ?> builder = types.get(name);
            if (builder == null) {
              file.removeMap(name);
            } else {
              open(name, builder).clear();
            }
          }
          return true;
        });
  }

  @SuppressWarnings("unchecked") // the copy is of the same map
  private static void replace(MVMap<?, ?> map, @Nullable Map<Object, Object> content) {
    map.clear();
    if (content != null) {
      ((MVMap<Object, Object>) map).putAll(content);
    }
  }

  private <K, V> MVMap<K, V> open(String name, MVMap.Builder<K, V> builder) {
    MVMap<K, V> map = file.openMap(name, builder);
    if (types.putIfAbsent(name, builder) == null) {
      // Copies that were made before this map was opened have it as it is in the file.
      for (WeakReference<Content> each : copies) {
        Content content = each.get();
        if (content != null) {
          content.add(name, map);
        }
      }
    }
    return map;
  }

  /**
   * Returns the names of the engines that have state.
   *
   * @return the first arguments of {@link #of}
   */
  Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>();
    for (String name : file.getMapNames()) {
      prefixes.add(name.substring(0, name.lastIndexOf('/')));
    }
    return prefixes;
  }

  /** Returns the directory of the files of all engines. */
  private synchronized Path files() throws IOException {
    if (directory != null) {
      return directory.resolve("files");
    }
    Path created = temporary;
    if (created == null) {
      created = Temporary.create();
      temporary = created;
    }
    return created;
  }

  private void delete(Path path) {
    if (copies.stream().anyMatch(each -> each.get() != null)) {
      return;
    }
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      // A file that cannot be deleted is removed at the next opening.
      System.getLogger("io.boto4j.local")
          .log(System.Logger.Level.WARNING, "Cannot delete " + path, e);
    }
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
      closeFiles();
    }
  }

  private synchronized void closeFiles() {
    if (temporary != null) {
      Temporary.delete(temporary);
      temporary = null;
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
      return open(prefix + "/" + name, types);
    }

    @Override
    public void removeMap(String name) {
      file.removeMap(prefix + "/" + name);
    }

    @Override
    public Path directory() throws IOException {
      return Files.createDirectories(files().resolve(prefix));
    }

    @Override
    public void delete(Path path) {
      Stores.this.delete(path);
    }

    @Override
    public boolean isDurable() {
      return durable;
    }

    @Override
    public <T> T write(Supplier<T> change) {
      return Stores.this.write(change);
    }
  }
}
