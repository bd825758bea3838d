package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of services that differ; {@link GenerateAllSuite} has all services. */
final class GeneratedServicesTest {
  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "rds", "iam", "lambda", "s3", "sqs"})
  void everyOperation_generated_compilesWithoutWarnings(String service) {
    assertThat(EveryOperation.compiled(service).classes()).isGreaterThan(20);
  }
}
