package io.boto4j.local;

import org.jspecify.annotations.Nullable;

/**
 * A Lambda function that is written in the test itself.
 *
 * <pre>{@code
 * LocalAws.builder().lambda("nightly-stop", event -> Map.of("stopped", 3)).start()
 * }</pre>
 *
 * <p>It runs on the thread of the invocation, and without a time limit, so that a debugger can stop
 * in it. It is called by several threads at the same time if the function is.
 */
@FunctionalInterface
public interface LambdaHandler {
  /**
   * Handles an event.
   *
   * @param event the event: a {@code Structure} for a JSON object, a {@code List}, {@code String},
   *     number or {@code Boolean}; null for JSON's null
   * @return the result, which is written as JSON: maps, records, lists, strings, numbers, booleans
   *     or null
   * @throws Exception an error of the function, which the caller receives as its payload
   */
  @Nullable Object handle(@Nullable Object event) throws Exception;

  /** A function that needs to know about its invocation. */
  @FunctionalInterface
  interface WithContext {
    /**
     * Handles an event.
     *
     * @param event the event, as of {@link LambdaHandler#handle}
     * @param context describes the invocation
     * @return the result
     * @throws Exception an error of the function, which the caller receives as its payload
     */
    @Nullable Object handle(@Nullable Object event, LambdaContext context) throws Exception;
  }
}
