package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandWrittenCallTest {
  /**
   * The floor must be a request that AWS would accept: its signatures are those of botocore 1.43.
   */
  @ParameterizedTest
  @CsvSource({
    "GetItem, 1295a515624a86861c986bf9496443c3477a9c5a53c5609079a8c3618ac20df0",
    "GetObject, ce58f64978fb83060143f61970dae11ac30ea04e0db942e937c2e5401ad19874",
    "DescribeDbInstances, e2e80d19ce3f43fbedca90e37332e52857c659b6e2a894ea5ee1fecbd23524da"
  })
  void request_fixedTime_isSignedAsByBotocore(String task, String signature)
      throws GeneralSecurityException {
    byte[] request = HandWrittenCall.request(task, "localhost:8000", "20261122T101530Z");

    assertThat(new String(request, UTF_8)).contains("Signature=" + signature + "\r\n");
  }
}
