package io.boto4j.local.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/**
 * The state of one engine in one world: named ordered maps, in memory or in a file.
 *
 * <p>Maps are safe for use by multiple threads. What changes more than one entry, or must not be
 * lost once it is acknowledged, happens within {@link #write}: the file never holds half of it, and
 * {@code write} returns only when the file holds all of it. Locks that keep readers from seeing
 * half a change are the engine's own business.
 */
public interface Store {
  /**
   * Returns a map from texts, in their natural order, to documents: maps, lists, strings, numbers
   * ({@code Integer}, {@code Long}, {@code Double}, {@code BigDecimal}), booleans, {@code Instant},
   * {@code byte[]} and null. A document that was put must not be changed afterwards.
   *
   * @param name the name of the map, unique in this store
   * @return the map
   */
  MVMap<String, Object> map(String name);

  /**
   * Returns a map with keys and values of other types.
   *
   * @param <K> the type of the keys
   * @param <V> the type of the values
   * @param name the name of the map, unique in this store
   * @param types how keys and values are compared and written
   * @return the map
   */
  <K, V> MVMap<K, V> map(String name, MVMap.Builder<K, V> types);

  /**
   * Removes a map and its entries.
   *
   * @param name the name of the map
   */
  void removeMap(String name);

  /**
   * Returns a directory for files of this engine that are too large for maps. It is the engine's
   * business to force a file before the change that refers to it, and to remove at opening the
   * files to which no change refers.
   *
   * @return a directory that exists: beside the state, or a temporary one if the state is in memory
   * @throws IOException if it cannot be created
   */
  Path directory() throws IOException;

  /**
   * Deletes a file of the directory. It stays as long as a copy of the state may refer to it.
   *
   * @param file the file
   */
  void delete(Path file);

  /**
   * Whether the state survives the process, so that files must be forced.
   *
   * @return false if the state is in memory
   */
  boolean isDurable();

  /**
   * Makes changes that belong together, and returns when they are durable. Writes of many threads
   * become durable together. Do not wait in it for anything.
   *
   * @param <T> the type of the result
   * @param changes makes the changes
   * @return what it returns
   */
  <T> T write(Supplier<T> changes);

  /**
   * Makes changes that belong together, and returns when they are durable.
   *
   * @param changes makes the changes
   */
  default void write(Runnable changes) {
    write(
        () -> {
          changes.run();
          return true;
        });
  }
}
