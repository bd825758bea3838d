/** boto3 for the JVM. */
module io.boto4j {
  requires static org.jspecify;
  requires io.boto4j.model;

  exports io.boto4j.error;
  exports io.boto4j.http;
}
