/**
 * AWS inside the process or on a port, for tests and first steps.
 *
 * <pre>{@code
 * try (LocalAws aws = LocalAws.start()) {
 *   Client sqs = aws.session().client("sqs");
 *   sqs.call("CreateQueue", Map.of("QueueName", "orders"));
 * }
 * }</pre>
 *
 * <table>
 *   <caption>What each package is for</caption>
 *   <thead>
 *     <tr><th scope="col">group</th><th scope="col">package</th><th scope="col">for</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>API</td><td>{@link io.boto4j.local}</td><td>starting AWS, clock, faults, journal, JUnit</td></tr>
 *     <tr><td>SPI</td><td>{@link io.boto4j.local.engine}</td><td>emulating a service of your own</td></tr>
 *     <tr><td>SPI</td><td>{@link io.boto4j.local.world}</td><td>the accounts, regions, clock and store of an engine</td></tr>
 *   </tbody>
 * </table>
 */
module io.boto4j.local {
  requires static org.jspecify;
  requires static org.junit.jupiter.api;
  requires static info.picocli;
  requires transitive io.boto4j;
  requires com.h2database.mvstore;
  requires org.eclipse.jetty.server;
  requires java.xml;
  requires java.sql;
  requires static org.apache.commons.compress;
  requires static org.tukaani.xz;

  exports io.boto4j.local;
  exports io.boto4j.local.engine;
  exports io.boto4j.local.world;

  opens io.boto4j.local.main to
      info.picocli;
}
