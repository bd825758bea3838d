package io.boto4j.model.smithy;

/** The ids of the traits that are read in more than one place. */
final class Traits {
  static final String AUTH_DEFINITION = "smithy.api#authDefinition";
  static final String DEPRECATED = "smithy.api#deprecated";
  static final String DOCUMENTATION = "smithy.api#documentation";
  static final String HTTP_PAYLOAD = "smithy.api#httpPayload";
  static final String JSON_NAME = "smithy.api#jsonName";
  static final String MIXIN = "smithy.api#mixin";
  static final String PAGINATED = "smithy.api#paginated";
  static final String REQUIRED = "smithy.api#required";
  static final String SERVICE = "aws.api#service";
  static final String SIGV4 = "aws.auth#sigv4";
  static final String STREAMING = "smithy.api#streaming";
  static final String TIMESTAMP_FORMAT = "smithy.api#timestampFormat";
  static final String XML_NAME = "smithy.api#xmlName";
  static final String XML_NAMESPACE = "smithy.api#xmlNamespace";

  private Traits() {}
}
