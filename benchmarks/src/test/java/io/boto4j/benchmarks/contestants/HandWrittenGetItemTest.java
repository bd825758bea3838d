package io.boto4j.benchmarks.contestants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

final class HandWrittenGetItemTest {
  /** A floor that AWS would refuse is none: the signature is the one botocore 1.43 makes. */
  @Test
  void request_fixedTime_isSignedAsByBotocore() throws GeneralSecurityException {
    byte[] request = HandWrittenGetItem.request("localhost:8000", "20261122T101530Z");

    assertThat(new String(request, UTF_8))
        .contains("Signature=1295a515624a86861c986bf9496443c3477a9c5a53c5609079a8c3618ac20df0\r\n");
  }
}
