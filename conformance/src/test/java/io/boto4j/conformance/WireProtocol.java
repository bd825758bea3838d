package io.boto4j.conformance;

import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/** The protocols of the published suites. */
enum WireProtocol {
  AWS_JSON_1_0("aws.protocols#awsJson1_0", "json"),
  AWS_JSON_1_1("aws.protocols#awsJson1_1", "json"),
  AWS_QUERY("aws.protocols#awsQuery", "query"),
  EC2_QUERY("aws.protocols#ec2Query", "ec2"),
  REST_JSON_1("aws.protocols#restJson1", "rest-json"),
  REST_XML("aws.protocols#restXml", "rest-xml"),
  RPC_V2_CBOR("smithy.protocols#rpcv2Cbor", "smithy-rpc-v2-cbor");

  private final String trait;
  private final String botocoreName;

  WireProtocol(String trait, String botocoreName) {
    this.trait = trait;
    this.botocoreName = botocoreName;
  }

  /** Returns the trait that marks services and cases. */
  ShapeId trait() {
    return ShapeId.from(trait);
  }

  /** Returns the suite's name, such as {@code awsJson1_0}. */
  String suite() {
    return trait().getName();
  }

  String botocoreName() {
    return botocoreName;
  }

  boolean isSpokenBy(ServiceShape service) {
    return service.hasTrait(trait());
  }

  /** Returns whether the model's HTTP bindings, methods and paths apply. */
  boolean isRest() {
    return this == REST_JSON_1 || this == REST_XML;
  }

  /** Returns whether XML names and forms apply: in responses, and in requests except EC2's. */
  boolean isXml() {
    return this == REST_XML || this == AWS_QUERY || this == EC2_QUERY;
  }
}
