package io.boto4j.typed;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.typed.bind.BoundInstance;

/**
 * Instances of interfaces whose methods are bound to operations.
 *
 * <p>A program declares the calls that it makes, with types of its own:
 *
 * <pre>{@code
 * @Service("rds")
 * interface Rds {
 *   @Operation("StartDBInstance")
 *   @Result("DBInstance")
 *   DbInstance start(@Param("DBInstanceIdentifier") String id);
 *
 *   @Operation("DescribeDBInstances")
 *   Stream<DbInstance> instances();
 *
 *   @Await("DBInstanceAvailable")
 *   void awaitAvailable(@Param("DBInstanceIdentifier") String id);
 *
 *   default void restart(String id) {
 *     start(id);
 *     awaitAvailable(id);
 *   }
 * }
 *
 * Rds rds = Typed.of(session.client("rds"), Rds.class);
 * }</pre>
 *
 * <p>An instance is as safe for use by multiple threads as its client. In tests, the interface can
 * be implemented or mocked like any other.
 *
 * <h2>Input</h2>
 *
 * <ul>
 *   <li>A parameter with {@link Param} gives one member of the input. Null and an empty {@code
 *       Optional} leave it out.
 *   <li>A record or a {@code Map} without {@code @Param} is the whole input. Members that a
 *       {@code @Param} gives as well have the value of that parameter.
 *   <li>A {@code Consumer<CallOptions.Builder>} sets the options of this call; null sets none.
 *   <li>{@link Default} gives a member that no argument gives.
 * </ul>
 *
 * <p>Values have the types that {@link Client#call(String, java.util.Map)} accepts.
 *
 * <h2>Output</h2>
 *
 * <table>
 *   <caption>What a method with {@code @Operation} returns</caption>
 *   <thead>
 *     <tr><th scope="col">return type</th><th scope="col">value</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>{@code void}</td><td>none; the response is dropped</td></tr>
 *     <tr><td>{@code Response}</td><td>the whole output: of an operation with pages, one page</td></tr>
 *     <tr><td>{@code Structure}, {@code Map}, a record</td>
 *       <td>the whole output, or the part that {@link Result} selects</td></tr>
 *     <tr><td>a number, {@code String}, enum, {@code Instant} …</td>
 *       <td>the part that {@code @Result} selects</td></tr>
 *     <tr><td>{@code List}, {@code Set}, {@code Map}, {@code Optional} of these</td>
 *       <td>the part that {@code @Result} selects: of an operation with pages, from one page</td></tr>
 *     <tr><td>{@code List}, {@code Set} without {@code @Result}</td>
 *       <td>the items of all pages, read by the call</td></tr>
 *     <tr><td>{@code Stream}, {@code Iterable}</td>
 *       <td>the items of all pages, or what {@code @Result} selects on each of them, requested as
 *         they are read; an {@code Iterable} begins again each time</td></tr>
 *     <tr><td>{@link io.boto4j.Items}</td><td>the items of all pages</td></tr>
 *     <tr><td>{@code InputStream}, {@code ResponseStream}, {@code EventStream}</td>
 *       <td>the streaming member of the output, which the caller closes</td></tr>
 *     <tr><td>{@code CompletableFuture} of any of these</td>
 *       <td>the same value, of a call on another thread; pages have no future</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>Values are converted as {@link io.boto4j.Structure#to} converts them. If a value is absent, a
 * method returns an empty list, set, map or {@code Optional}, or null; a method of a primitive type
 * throws an {@code IllegalArgumentException}. A stream of a response that the value does not
 * include is closed.
 *
 * <p>A method with {@link Await} waits, and returns nothing or the {@code Structure} of the last
 * call. A parameter of type {@code UnaryOperator<Waiter>} sets the delay, the number of attempts
 * and the listener: {@code rds.awaitAvailable("db-1", w -> w.delay(Duration.ofSeconds(10)))}.
 *
 * <h2>Exceptions</h2>
 *
 * <p>A method throws what the call throws, such as {@link io.boto4j.error.ServiceException}, and an
 * {@code IllegalArgumentException} if the response has a value that the return type cannot have.
 *
 * <h2>Check</h2>
 *
 * <p>An interface is checked when it is bound: the names of operations, waiters and members,
 * required members, types, the values of {@code @Default}, and what {@code @Result} selects. All
 * problems are reported at once. The plugin of javac {@code boto4j-check} reports the same ones at
 * compile time.
 *
 * <h2>Interfaces</h2>
 *
 * <p>Methods with a body and static methods are the interface's own. An interface may extend
 * others, also generic ones. If it extends {@code AutoCloseable}, {@code close()} closes the
 * clients that {@link #of(Session, Class)} created; a client that was passed stays open. The
 * description of an interface is read once, and its methods are compiled once for each service
 * model. In a named module, an interface with default methods must be public and exported, or its
 * package open to {@code io.boto4j.typed}; the packages of records must be open to {@code
 * io.boto4j}.
 */
public final class Typed {
  private Typed() {}

  /**
   * Makes an instance of an interface whose methods call operations of one service.
   *
   * @param <T> the interface
   * @param client the client of the service; {@link Service} may be absent, and must not name
   *     another service
   * @param type the interface
   * @return an instance
   * @throws IllegalArgumentException if the type is not an interface, or a method does not fit its
   *     operation; the message has a line for each problem
   */
  public static <T> T of(Client client, Class<T> type) {
    return BoundInstance.of(client, type);
  }

  /**
   * Makes an instance of an interface whose methods call operations of the services that {@link
   * Service} names, on a method or else on the interface. One client is created for each service.
   *
   * @param <T> the interface
   * @param session the session, which creates the clients
   * @param type the interface
   * @return an instance
   * @throws IllegalArgumentException if the type is not an interface, a service is unknown or not
   *     given, or a method does not fit its operation; the message has a line for each problem
   */
  public static <T> T of(Session session, Class<T> type) {
    return BoundInstance.of(session, type);
  }
}
