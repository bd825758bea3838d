package io.boto4j.micrometer;

/** The names of the meters. */
final class MeterNames {
  static final String CALLS = "aws.client.calls";
  static final String ATTEMPTS = "aws.client.attempts";
  static final String RETRIES = "aws.client.retries";

  private MeterNames() {}
}
