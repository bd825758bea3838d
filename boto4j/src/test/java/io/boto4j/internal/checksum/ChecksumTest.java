package io.boto4j.internal.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.FlexibleChecksumException;
import io.boto4j.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChecksumTest {
  private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

  private static Checksum begin(String name) {
    return Objects.requireNonNull(Checksum.of(name), name);
  }

  private static String hex(String name, byte[] bytes, int step) {
    Checksum checksum = begin(name);
    for (int at = 0; at < bytes.length; at += step) {
      checksum.update(bytes, at, Math.min(step, bytes.length - at));
    }
    return HexFormat.of().formatHex(checksum.digest());
  }

  /**
   * Sources: for CRCs the catalogue of parametrised CRC algorithms, for SHA FIPS 180-4, for xxHash
   * its library.
   */
  @ParameterizedTest
  @CsvSource({
    "crc32, cbf43926, 00000000",
    "crc32c, e3069283, 00000000",
    "crc64nvme, ae8b14860a799888, 0000000000000000",
    "sha1, f7c3bc1d808e04732adf679965ccc34ca7ae3441, da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "sha256, 15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225,"
        + " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "sha512, d9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274a"
        + "d27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85,"
        + " cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
    "xxhash64, 8cb841db40e6ae83, ef46db3751d8e999",
    "xxhash3, 72dcb18b67a17dff, 2d06800538d394c2",
    "xxhash128, 33119477ede5dcd5e9716427681d5860, 99aa06d3014798d86001c324468d497f",
  })
  void of_publishedVectors_gives(String name, String ofDigits, String ofNothing) {
    assertThat(hex(name, DIGITS, 9)).isEqualTo(ofDigits);
    assertThat(hex(name, new byte[0], 1)).isEqualTo(ofNothing);
  }

  @ParameterizedTest
  @ValueSource(ints = {4095, 4096, 6143, 6144, 9217, 100_000})
  void of_crc64OfALongInput_isThatOfItsBytesOneByOne(int length) {
    byte[] bytes = new byte[length + 3];
    new Random(length).nextBytes(bytes);
    Checksum whole = begin("crc64nvme");
    whole.update(bytes, 3, length);
    String expected = hex("crc64nvme", Arrays.copyOfRange(bytes, 3, bytes.length), 1);
    assertThat(HexFormat.of().formatHex(whole.digest())).isEqualTo(expected);
  }

  @Test
  void of_otherHandsVectors_areTheSameInAnyPieces() throws IOException {
    List<String> lines;
    try (InputStream in = ChecksumTest.class.getResourceAsStream("checksums.tsv")) {
      lines =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .toList();
    }
    assertThat(lines).hasSizeGreaterThan(200);
    for (String line : lines) {
      String[] parts = line.split("\t", -1);
      byte[] bytes = input(Integer.parseInt(parts[1]));
      for (int step : new int[] {1, 7, 63, 64, 65, 1000, 1024, 1088, 20_000}) {
        assertThat(hex(parts[0], bytes, step))
            .as("%s of %s bytes by %d", parts[0], parts[1], step)
            .isEqualTo(parts[2]);
      }
    }
  }

  private static byte[] input(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (31 * i + 7 * (i >> 8));
    }
    return bytes;
  }

  @Test
  void update_partOfAnArray_takesThatPartAlone() {
    byte[] padded = new byte[DIGITS.length + 13];
    Arrays.fill(padded, (byte) 0x55);
    System.arraycopy(DIGITS, 0, padded, 5, DIGITS.length);
    for (String name : Checksum.NAMES) {
      Checksum checksum = begin(name);
      checksum.update(padded, 5, 4);
      checksum.update(padded, 9, 0);
      checksum.update(padded, 9, 5);

      assertThat(HexFormat.of().formatHex(checksum.digest()))
          .as(name)
          .isEqualTo(hex(name, DIGITS, 9));
    }
  }

  @Test
  void update_body_takesAllOfIt() throws IOException {
    assertThat(begin("crc32").update(HttpBody.of(DIGITS)).base64()).isEqualTo("y/Q5Jg==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "md5", "CRC32", "crc64", "sha-1", "crc32 "})
  void of_otherNames_isNone(String name) {
    assertThat(Checksum.of(name)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"y/Q5Jg==", " y/Q5Jg== "})
  void require_right_isQuiet(String expected) {
    assertThatCode(() -> begin("crc32").update(HttpBody.of(DIGITS)).require(expected))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAAAA==", "y/Q5Jg", "y_Q5Jg==", "not base64", "y/Q5Jg==y/Q5Jg=="})
  void require_other_saysBoth(String expected) {
    assertThatThrownBy(() -> begin("crc32").update(HttpBody.of(DIGITS)).require(expected))
        .isInstanceOf(FlexibleChecksumException.class)
        .hasMessage(
            "Expected checksum " + expected + " did not match calculated checksum: y/Q5Jg==");
  }

  @Test
  void require_hostileText_isShownShortAndPrintable() {
    assertThatThrownBy(() -> begin("crc32").require("\u001b[31m" + "x".repeat(5000)))
        .isInstanceOf(FlexibleChecksumException.class)
        .hasMessageStartingWith("Expected checksum ?[31mxxx")
        .hasMessageEndingWith("calculated checksum: AAAAAA==")
        .message()
        .hasSizeLessThan(300);
  }
}
