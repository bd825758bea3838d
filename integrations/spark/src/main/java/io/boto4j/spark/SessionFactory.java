package io.boto4j.spark;

import io.boto4j.Session;

/**
 * A source of session builders on the driver and on every executor, for what options cannot
 * express: interceptors, proxies, a transport of its own.
 *
 * <p>A job names the class in the option {@code sessionFactory}. Each JVM creates one instance with
 * the constructor without arguments, or with the one that takes a {@code Map<String, String>},
 * which receives the options {@code sessionFactory.…} without that prefix. Only the name and these
 * options travel in the plan, so credentials that the factory reads never do.
 *
 * <pre>{@code
 * public final class Traced implements SessionFactory {
 *   @Override
 *   public Session.Builder builder() {
 *     return Session.builder().interceptor(new Tracing());
 *   }
 * }
 * spark.read().format("aws").option("sessionFactory", Traced.class.getName())…
 * }</pre>
 *
 * <p>The class must be public, on the class path of the executors, and safe for use by multiple
 * threads.
 */
public interface SessionFactory {
  /**
   * Returns a new builder. The options of the job, such as {@code region}, are set on it
   * afterwards.
   *
   * @return a builder that nothing else uses
   */
  Session.Builder builder();
}
