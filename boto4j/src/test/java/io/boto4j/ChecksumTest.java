package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksumTest {
  /** The check values of the catalogue of parametrised CRC algorithms, and of the digests. */
  @ParameterizedTest
  @CsvSource({
    "CRC32, y/Q5Jg==",
    "crc32c, 4waSgw==",
    "CRC64NVME, rosUhgp5mIg=",
    "SHA1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
  })
  void base64_ofTheDigits_isTheCheckValue(String algorithm, String expected) {
    Checksum checksum = Checksum.of(algorithm);

    checksum.update("1234".getBytes(StandardCharsets.US_ASCII));
    checksum.update("x56789y".getBytes(StandardCharsets.US_ASCII), 1, 5);

    assertThat(checksum.base64()).isEqualTo(expected);
    assertThat(checksum.algorithm()).isEqualToIgnoringCase(algorithm).isUpperCase();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "CRC32C", "CRC64NVME"})
  void combine_ofParts_isThatOfTheWhole(String algorithm) {
    Random random = new Random(1);
    for (int size : new int[] {0, 1, 7, 8, 1000, 1 << 20}) {
      byte[] first = new byte[size];
      byte[] second = new byte[(size * 3) + 5];
      random.nextBytes(first);
      random.nextBytes(second);

      String combined =
          Checksum.combine(
              algorithm,
              Checksum.of(algorithm).update(first).base64(),
              Checksum.of(algorithm).update(second).base64(),
              second.length);

      assertThat(combined).isEqualTo(Checksum.of(algorithm).update(first).update(second).base64());
    }
    assertThat(Checksum.combines(algorithm)).isTrue();
  }

  @Test
  void of_unknown_namesNearOnes() {
    assertThatThrownBy(() -> Checksum.of("CRC64NVM"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Unknown checksum algorithm: 'CRC64NVM'. Did you mean CRC64NVME?");
  }

  @Test
  void combine_ofDigests_isRefused() {
    assertThat(Checksum.combines("SHA256")).isFalse();
    assertThatThrownBy(() -> Checksum.combine("SHA256", "", "", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SHA256 cannot be combined");
  }
}
