package io.boto4j.model.smithy;

import org.jspecify.annotations.Nullable;

/** The protocols of services, in the order in which botocore's models list them. */
enum Protocol {
  RPC_V2_CBOR("smithy.protocols#rpcv2Cbor", "smithy-rpc-v2-cbor"),
  AWS_JSON_1_0("aws.protocols#awsJson1_0", "json"),
  AWS_JSON_1_1("aws.protocols#awsJson1_1", "json"),
  REST_JSON_1("aws.protocols#restJson1", "rest-json"),
  REST_XML("aws.protocols#restXml", "rest-xml"),
  AWS_QUERY("aws.protocols#awsQuery", "query"),
  EC2_QUERY("aws.protocols#ec2Query", "ec2");

  private final String trait;
  private final String botocoreName;

  Protocol(String trait, String botocoreName) {
    this.trait = trait;
    this.botocoreName = botocoreName;
  }

  /** Returns the protocol of a trait, or null if boto4j does not know it. */
  static @Nullable Protocol of(String trait) {
    for (Protocol protocol : values()) {
      if (protocol.trait.equals(trait)) {
        return protocol;
      }
    }
    return null;
  }

  String trait() {
    return trait;
  }

  String botocoreName() {
    return botocoreName;
  }

  /** Returns the version in the media type of requests, or null without one. */
  @Nullable String jsonVersion() {
    return this == AWS_JSON_1_0 ? "1.0" : this == AWS_JSON_1_1 ? "1.1" : null;
  }

  /** Whether the model's HTTP bindings, methods and paths apply. */
  boolean isRest() {
    return this == REST_JSON_1 || this == REST_XML;
  }

  /** Whether models choose the format of timestamps; CBOR has one of its own. */
  boolean hasTimestampFormats() {
    return this != RPC_V2_CBOR;
  }

  /** Whether XML names and forms apply. */
  boolean isXml() {
    return this == REST_XML || this == AWS_QUERY || this == EC2_QUERY;
  }
}
