/** boto3 for the JVM. */
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
  exports io.boto4j.testing;
}
