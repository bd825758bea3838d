package io.boto4j.local.engine;

import java.util.Map;
import java.util.Set;

/**
 * The behaviour of one service in one world: an account and a region.
 *
 * <p>An engine receives input that fits the model's types and required members, and returns output
 * as a map; the wire is not its business. It keeps its state in {@link EngineContext#store()},
 * takes the time from {@link EngineContext#clock()}, and must be safe for use by multiple threads.
 */
public interface Engine extends AutoCloseable {
  /**
   * The entry of an output with the HTTP status, for the few operations that choose among several:
   * S3 answers RestoreObject with 202, and with 200 if the object was restored before.
   */
  String STATUS = ":status";

  /**
   * Returns the operations that are emulated.
   *
   * @return the names as the model spells them, such as {@code PutItem}
   */
  Set<String> operations();

  /**
   * Carries out a call of an emulated operation.
   *
   * @param call the call
   * @return the output by member name, as {@code Client.call} accepts input: maps, lists, strings,
   *     numbers, booleans, {@code Instant}, {@code byte[]}; for a streaming body also {@code
   *     InputStream} or {@code Path}; for an event stream an {@code Iterable} of maps. Null values
   *     are left out
   * @throws EngineException an error of the service
   */
  Map<String, ?> call(EngineCall call);

  /**
   * Releases what the engine holds outside its store, such as processes. Does nothing by default.
   */
  @Override
  default void close() {}
}
