/**
 * boto3 for the JVM: a client for every AWS service, made of data instead of generated code.
 *
 * <p>A program names a service and an operation, and passes and receives maps:
 *
 * <pre>{@code
 * Client dynamodb = Session.create().client("dynamodb");
 * Response response = dynamodb.call("DescribeTable", Map.of("TableName", "auth-users"));
 * System.out.println(response.structure("Table").text("TableStatus"));
 * }</pre>
 *
 * <h2>Where to begin</h2>
 *
 * <ul>
 *   <li>{@link io.boto4j.Session}: the configuration, credentials and clients of a program.
 *   <li>{@link io.boto4j.Client}: calls of one service, {@link io.boto4j.Paginator pages}, {@link
 *       io.boto4j.Waiter waiters} and presigned URLs.
 *   <li>{@link io.boto4j.Structure}: what a call returns, with accessors for every type.
 *   <li>{@link io.boto4j.error.ServiceException}: the error of a service, which {@code
 *       e.is("ResourceNotFoundException")} recognizes.
 * </ul>
 *
 * <h2>The packages</h2>
 *
 * <table>
 *   <caption>What each package is for</caption>
 *   <thead>
 *     <tr><th scope="col">group</th><th scope="col">package</th><th scope="col">for</th></tr>
 *   </thead>
 *   <tbody>
 *     <tr><td>API</td><td>{@link io.boto4j}</td><td>calling any operation of any service</td></tr>
 *     <tr><td>API</td><td>{@link io.boto4j.error}</td><td>the exceptions</td></tr>
 *     <tr><td>high level</td><td>{@link io.boto4j.dynamodb}</td><td>tables with plain Java values</td></tr>
 *     <tr><td>high level</td><td>{@link io.boto4j.s3}</td><td>transfers of files and directories</td></tr>
 *     <tr><td>high level</td><td>{@link io.boto4j.resource}</td><td>buckets, tables and instances as objects</td></tr>
 *     <tr><td>high level</td><td>{@link io.boto4j.cloudfront}</td><td>signed URLs of CloudFront</td></tr>
 *     <tr><td>SPI</td><td>{@link io.boto4j.http}</td><td>sending requests with another HTTP client</td></tr>
 *     <tr><td>SPI</td><td>{@link io.boto4j.credentials}</td><td>credentials from a source of your own</td></tr>
 *     <tr><td>tests</td><td>{@link io.boto4j.testing}</td><td>stubbed and recorded responses</td></tr>
 *   </tbody>
 * </table>
 *
 * <p>These packages change only as the versioning policy allows. All other packages are internal.
 */
@SuppressWarnings("module") // these modules are compiled after this one, so javac cannot see them
module io.boto4j {
  requires static org.jspecify;
  requires transitive io.boto4j.model;
  requires io.boto4j.models;

  exports io.boto4j;
  exports io.boto4j.cloudfront;
  exports io.boto4j.credentials;
  exports io.boto4j.dynamodb;
  exports io.boto4j.error;
  exports io.boto4j.http;
  exports io.boto4j.internal.checksum to
      io.boto4j.local;
  exports io.boto4j.internal.eventstream to
      io.boto4j.local;
  exports io.boto4j.internal.input to
      io.boto4j.local;
  exports io.boto4j.internal.jmespath to
      io.boto4j.typed;
  exports io.boto4j.internal.paging to
      io.boto4j.typed;
  exports io.boto4j.internal.protocol to
      io.boto4j.local,
      io.boto4j.typed;
  exports io.boto4j.internal.service to
      io.boto4j.typed;
  exports io.boto4j.internal.signing to
      io.boto4j.local;
  exports io.boto4j.internal.text to
      io.boto4j.local;
  exports io.boto4j.internal.value to
      io.boto4j.local,
      io.boto4j.typed;
  exports io.boto4j.resource;
  exports io.boto4j.s3;
  exports io.boto4j.testing;
}
