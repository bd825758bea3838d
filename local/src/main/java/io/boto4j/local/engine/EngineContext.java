package io.boto4j.local.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What an engine has of the world around it. */
public interface EngineContext {
  /**
   * Returns the account of this world.
   *
   * @return 12 digits
   */
  String account();

  /**
   * Returns the region of this world.
   *
   * @return the region, such as {@code eu-west-1}; {@code aws-global} for engines whose service has
   *     one endpoint for all regions, such as IAM
   */
  String region();

  /**
   * Returns the clock, which tests can advance. Engines never ask the system for the time, and
   * never sleep in real time for what the clock controls.
   *
   * @return the clock
   */
  Clock clock();

  /**
   * Returns the source of randomness.
   *
   * @return a generator that is safe for use by multiple threads
   */
  RandomGenerator random();

  /**
   * Returns the store of this engine in this world.
   *
   * @return the store
   */
  Store store();

  /**
   * Runs a task when the clock has reached the time, on a thread of the world. A test that advances
   * the clock waits until the tasks that became due have run.
   *
   * @param delay the time from now
   * @param task the task; what it throws is logged
   */
  void schedule(Duration delay, Runnable task);

  /**
   * Calls another service of the same account and region, as AWS's services call each other: SNS
   * sends to SQS. Policies are not evaluated.
   *
   * @param service the service, such as {@code sqs}
   * @param operation the operation
   * @param input the input
   * @return the output
   * @throws EngineException an error of the other service
   */
  Map<String, ?> call(String service, String operation, Map<String, ?> input);

  /**
   * Returns the engine of another service of the same account and region, for engines that share
   * state, such as DynamoDB and its streams.
   *
   * @param service the service, such as {@code dynamodb}
   * @return the engine, or null if the service is not emulated
   */
  @Nullable Engine engine(String service);

  /**
   * Returns the address under which clients reach a service, which answers contain: the URL of a
   * queue, the link that confirms a subscription.
   *
   * @param service the service, such as {@code sqs}
   * @return a URL without a slash at the end; AWS's own unless the world can be reached elsewhere
   */
  default String endpoint(String service) {
    return "https://" + service + "." + region() + ".amazonaws.com";
  }

  /**
   * Returns another world of the same process.
   *
   * @param account the account, 12 digits
   * @param region the region
   * @return the world
   */
  EngineContext world(String account, String region);
}
