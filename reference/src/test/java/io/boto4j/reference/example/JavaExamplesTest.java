package io.boto4j.reference.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java examples of services of every protocol, and of those with streams and events. */
final class JavaExamplesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3",
        "dynamodb",
        "sqs",
        "lambda",
        "rds",
        "iam",
        "kms",
        "kinesis",
        "bedrock-runtime",
        "lexv2-runtime",
        "polly",
        "cloudfront",
        "qbusiness",
        "transcribe",
        "mediastore-data"
      })
  void examples_ofService_passTheCheck(String service) {
    CheckedJava.Result result = CheckedJava.of(service);
    assertThat(result.printed()).isEmpty();
    assertThat(result.examples()).isGreaterThanOrEqualTo(result.operations());
  }
}
