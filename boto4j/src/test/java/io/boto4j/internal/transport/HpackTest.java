package io.boto4j.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.Headers;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Header blocks; the vectors are those of RFC 7541, appendix C. */
final class HpackTest {
  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static Headers read(String hex) throws ProtocolException {
    return new HpackReader(hex(hex)).read();
  }

  @ParameterizedTest
  @CsvSource({
    "f1e3 c2e5 f23a 6ba0 ab90 f4ff, www.example.com",
    "a8eb 1064 9cbf, no-cache",
    "25a8 49e9 5ba9 7d7f, custom-key",
    "25a8 49e9 5bb8 e8b4 bf, custom-value",
    "6402, 302",
    "aec3 771a 4b, private",
    "d07a be94 1054 d444 a820 0595 040b 8166 e082 a62d 1bff, 'Mon, 21 Oct 2013 20:13:21 GMT'",
    "9d29 ad17 1863 c78f 0b97 c8e9 ae82 ae43 d3, https://www.example.com"
  })
  void huffman_vectors_areDecoded(String coded, String expected) throws ProtocolException {
    byte[] bytes = hex(coded);
    assertThat(new String(Huffman.decode(bytes, 0, bytes.length), StandardCharsets.ISO_8859_1))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ff", "ffff", "3fffffff", "fffffffc", "ffffffff ffff", "00", "1f ff"})
  void huffman_thatIsNone_isRefused(String coded) {
    byte[] bytes = hex(coded);
    assertThatThrownBy(() -> Huffman.decode(bytes, 0, bytes.length))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void block_ofTheRfc_isRead() throws ProtocolException {
    // C.6.1: 302, private, a date and a location, coded, "to be indexed".
    HpackReader reader =
        new HpackReader(
            hex(
                "4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6"
                    + "2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3"));
    Headers headers = reader.read();
    assertThat(reader.status()).isEqualTo(302);
    assertThat(headers.first("cache-control")).isEqualTo("private");
    assertThat(headers.first("date")).isEqualTo("Mon, 21 Oct 2013 20:13:21 GMT");
    assertThat(headers.first("location")).isEqualTo("https://www.example.com");
    assertThat(headers.size()).isEqualTo(3);
  }

  @Test
  void block_fromTheStaticTable_isRead() throws ProtocolException {
    HpackReader reader = new HpackReader(hex("20 88 90 0f 2e 01 61"));
    Headers headers = reader.read();
    assertThat(reader.status()).isEqualTo(200);
    assertThat(headers.first("accept-encoding")).isEqualTo("gzip, deflate");
    assertThat(headers.first("www-authenticate")).isEqualTo("a");
  }

  @ParameterizedTest
  @CsvSource({
    "80, 'index 0, which is not in the table'",
    "be, 'index 62, which is not in the table'",
    "ff8000, 'index 127, which is not in the table'",
    "ffffffffff, a number in a header is too large",
    "3f01, table is larger",
    "00 05 61, end within",
    "00, end within",
    "00 01 61, end within",
    "7f, end within",
    "08 03 313030 30, table is larger",
    "08 02 3230, three digits",
    "08 03 61 62 63, three digits",
    "00 01 0a 01 61, not a valid header",
    "00 01 61 01 0a, not a valid header"
  })
  void block_broken_isRefused(String block, String message) {
    assertThatThrownBy(() -> read(block))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining(message);
  }

  @Test
  void blocks_mutated_areReadOrRefused() {
    Random random = new Random(1);
    byte[] good = hex("4882 6402 5885 aec3 771a 4b00 0161 0162 8890");
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] block = good.clone();
      block[random.nextInt(block.length)] = (byte) random.nextInt(256);
      block[random.nextInt(block.length)] = (byte) random.nextInt(256);
      try {
        new HpackReader(block).read();
        read++;
      } catch (ProtocolException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
    assertThat(read).isBetween(1_000, 19_000);
  }

  @Test
  void written_headers_areReadAsTheyWere() throws ProtocolException {
    HpackWriter writer = new HpackWriter();
    for (int length : new int[] {0, 126, 127, 128, 254, 255, 256, 5_000, 20_000}) {
      writer.add("x-" + length, "v".repeat(length));
    }
    Headers headers = new HpackReader(writer.toByteArray()).read();
    assertThat(headers.size()).isEqualTo(9);
    for (int length : new int[] {0, 126, 127, 128, 254, 255, 256, 5_000, 20_000}) {
      assertThat(headers.first("x-" + length)).isEqualTo("v".repeat(length));
    }
  }
}
