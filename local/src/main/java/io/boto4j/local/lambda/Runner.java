package io.boto4j.local.lambda;

import io.boto4j.Structure;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.lambda.runtime.Invocation;
import io.boto4j.local.lambda.runtime.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Runs functions within their reserved concurrency. */
final class Runner {
  private static final int MOST_RESPONSE = 6_291_556;

  private final Functions functions;
  private final Pool pool;
  private final ReentrantLock lock = new ReentrantLock();

  /** The invocations that run, by function; guarded by the lock. */
  private final Map<String, Integer> running = new HashMap<>();

  Runner(Functions functions, Pool pool) {
    this.functions = functions;
    this.pool = pool;
  }

  /**
   * The result of an invocation.
   *
   * @param outcome the result or error
   * @param version the version that ran
   * @param logTail the end of the log, base 64
   */
  record Result(Outcome outcome, String version, String logTail) {}

  /** Runs a function. Throws if it is throttled or cannot run here. */
  Result run(FunctionId id, byte[] payload, String requestId, @Nullable String clientContext) {
    Structure version = functions.resolve(id);
    enter(id.name());
    try {
      Pool.Warm warm = pool.take(version);
      try {
        InvocationLog log = new InvocationLog(functions.context, warm.spec(), requestId);
        Invocation invocation =
            new Invocation(
                requestId,
                functions.arn(id.name(), id.qualifier()),
                payload.length == 0 ? new byte[] {'{', '}'} : payload,
                clientContext,
                log::add);
        Outcome outcome = limited(warm.environment().invoke(invocation));
        log.end();
        return new Result(outcome, Functions.text(version, "Configuration", "Version"), log.tail());
      } finally {
        pool.release(warm);
      }
    } finally {
      leave(id.name());
    }
  }

  private static Outcome limited(Outcome outcome) {
    return outcome.payload().length <= MOST_RESPONSE
        ? outcome
        : Outcome.error(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size ("
                + MOST_RESPONSE
                + " bytes).");
  }

  private void enter(String name) {
    Structure function = functions.find(name);
    Integer reserved = function == null ? null : function.integer("Reserved");
    lock.lock();
    try {
      int now = running.getOrDefault(name, 0);
      if (reserved != null && now >= reserved) {
        throw new EngineException(
            "TooManyRequestsException",
            "Rate Exceeded.",
            429,
            Map.of(
                "Type", "User",
                "Reason", "ReservedFunctionConcurrentInvocationLimitExceeded"));
      }
      running.put(name, now + 1);
    } finally {
      lock.unlock();
    }
  }

  private void leave(String name) {
    lock.lock();
    try {
      running.merge(name, -1, (count, less) -> count + less == 0 ? null : count + less);
    } finally {
      lock.unlock();
    }
  }
}
