/** boto3 for the JVM. */
@SuppressWarnings("module") // boto4j-local is compiled after this one, so javac cannot see it
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
  exports io.boto4j.internal.protocol to
      io.boto4j.local;
  exports io.boto4j.internal.signing to
      io.boto4j.local;
  exports io.boto4j.internal.text to
      io.boto4j.local;
  exports io.boto4j.internal.value to
      io.boto4j.local;
  exports io.boto4j.resource;
  exports io.boto4j.s3;
  exports io.boto4j.testing;
}
