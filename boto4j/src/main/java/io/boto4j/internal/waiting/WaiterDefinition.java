package io.boto4j.internal.waiting;

import io.boto4j.error.JmesPathException;
import io.boto4j.error.WaiterConfigException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a waiter in the model. Immutable and safe to share between threads.
 *
 * @param name the name, such as {@code TableExists}
 * @param operation the operation that is called repeatedly
 * @param delayMillis the delay between two calls, in milliseconds
 * @param maxAttempts the maximum number of calls
 * @param acceptors the acceptors; the first that matches decides
 */
public record WaiterDefinition(
    String name, String operation, long delayMillis, int maxAttempts, List<Acceptor> acceptors) {
  private static final double MILLIS = 1000;

  /**
   * Parses a definition.
   *
   * @param name the name of the waiter
   * @param definition the part of {@code waiters-2.json} for the waiter
   * @return the definition
   * @throws WaiterConfigException if the definition is incomplete or invalid
   */
  public static WaiterDefinition of(String name, @Nullable Object definition) {
    if (!(definition instanceof Map<?, ?> map)
        || !(map.get("operation") instanceof String operation)
        || !(map.get("acceptors") instanceof List<?> list)) {
      throw new WaiterConfigException(name + " needs an operation and acceptors");
    }
    if (!(map.get("delay") instanceof Number delay && delay.doubleValue() >= 0)
        || !(map.get("maxAttempts") instanceof Number maxAttempts)) {
      throw new WaiterConfigException(name + " needs the numbers delay and maxAttempts");
    }
    List<Acceptor> acceptors = new ArrayList<>();
    for (Object each : list) {
      try {
        acceptors.add(Acceptor.of(each));
      } catch (JmesPathException e) {
        throw new WaiterConfigException(name + ": " + e.getMessage());
      }
    }
    return new WaiterDefinition(
        name,
        operation,
        (long) (delay.doubleValue() * MILLIS),
        maxAttempts.intValue(),
        List.copyOf(acceptors));
  }

  /**
   * Returns the definitions in a document that a user provides.
   *
   * @param document a map with {@code version} and {@code waiters}, as in {@code waiters-2.json}
   * @return the definitions by name
   * @throws WaiterConfigException if the version is not 2, or {@code waiters} is missing
   */
  public static Map<?, ?> inDocument(Map<String, ?> document) {
    Object version = document.get("version");
    if (!(version instanceof Number number && number.doubleValue() == 2)) {
      throw new WaiterConfigException(
          "Unsupported waiter version, supported version must be: 2, but version of waiter config"
              + " is: "
              + (version == null ? "unknown" : version));
    }
    if (!(document.get("waiters") instanceof Map<?, ?> waiters)) {
      throw new WaiterConfigException("there are no waiters");
    }
    return waiters;
  }
}
