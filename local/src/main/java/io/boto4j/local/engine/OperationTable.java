package io.boto4j.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The operations of an engine by name.
 *
 * <p>Operations that change something run one at a time, as one write of the store; those that read
 * run at any time. A handler must check everything before its first change, because nothing is
 * rolled back.
 */
public final class OperationTable {
  private final Map<String, Handler> handlers = new LinkedHashMap<>();
  private final ReentrantLock changing = new ReentrantLock();
  private final Store store;

  /** Carries out one operation. */
  @FunctionalInterface
  public interface Handler {
    /**
     * Carries out the operation.
     *
     * @param call the call
     * @return the output, as of {@link Engine#call}
     */
    Map<String, ?> handle(EngineCall call);
  }

  /**
   * Creates a table without operations.
   *
   * @param store the store of the engine
   */
  public OperationTable(Store store) {
    this.store = store;
  }

  /**
   * Adds an operation that changes nothing, or cares for its writes itself.
   *
   * @param operation the name of the operation
   * @param handler carries it out
   */
  public void read(String operation, Handler handler) {
    handlers.put(operation, handler);
  }

  /**
   * Adds an operation that changes the store. It must not call operations of other engines that
   * write.
   *
   * @param operation the name of the operation
   * @param handler carries it out
   */
  public void write(String operation, Handler handler) {
    handlers.put(operation, call -> change(() -> handler.handle(call)));
  }

  /**
   * Makes a change as the operations do that were added with {@link #write}.
   *
   * @param <T> the type of the result
   * @param change makes the change
   * @return what it returns
   */
  public <T> T change(Supplier<T> change) {
    // The lock is taken inside the write, so that the changes of several threads become durable
    // together.
    return store.write(
        () -> {
          changing.lock();
          try {
            return change.get();
          } finally {
            changing.unlock();
          }
        });
  }

  /**
   * Returns the names of the operations.
   *
   * @return the names
   */
  public Set<String> operations() {
    return Set.copyOf(handlers.keySet());
  }

  /**
   * Carries out a call.
   *
   * @param call the call
   * @return the output
   */
  public Map<String, ?> call(EngineCall call) {
    Handler handler = handlers.get(call.operation());
    if (handler == null) {
      throw new EngineException("UnknownOperationException", "");
    }
    return handler.handle(call);
  }
}
