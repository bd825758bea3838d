package io.boto4j.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.HttpBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class Sha256Test {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void hex_knownMessages_knownHashes() throws IOException {
    assertThat(Sha256.hex(new byte[0])).isEqualTo(Sha256.EMPTY);
    assertThat(Sha256.hexOf(Sha256.digest().digest())).isEqualTo(Sha256.EMPTY);
    assertThat(Sha256.hex("abc".getBytes(UTF_8))).isEqualTo(ABC);
    assertThat(Sha256.hex(HttpBody.of("xabcx".getBytes(UTF_8), 1, 3))).isEqualTo(ABC);
    assertThat(Sha256.hex(HttpBody.empty())).isEqualTo(Sha256.EMPTY);
  }

  @Test
  void hex_bodyOfUnknownLength_readThroughItsStream() throws IOException {
    byte[] bytes = new byte[100_001];
    new Random(1).nextBytes(bytes);

    assertThat(Sha256.hex(stream(new ByteArrayInputStream(bytes)))).isEqualTo(Sha256.hex(bytes));
    assertThat(Sha256.hex(stream(InputStream.nullInputStream()))).isEqualTo(Sha256.EMPTY);
  }

  @Test
  void hex_bodyThatFails_sameException() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatThrownBy(() -> Sha256.hex(stream(closed)))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  @Test
  void hmac_keysAndMessagesOfAnyLength_agreesWithJce() throws Exception {
    Random random = new Random(2);
    for (int length = 0; length < 200; length++) {
      byte[] key = new byte[Math.max(1, length)]; // the JCE takes no empty key
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(key);
      random.nextBytes(message);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] expected = mac.doFinal(message);
      HmacSha256 hmac = new HmacSha256(key);
      byte[] padded = Arrays.copyOf(message, message.length + 5);

      assertThat(hmac.of(message)).isEqualTo(expected);
      assertThat(hmac.of(padded, 0, message.length)).isEqualTo(expected);
    }
  }

  private static HttpBody stream(InputStream in) {
    return new HttpBody() {
      @Override
      public long contentLength() {
        return -1;
      }

      @Override
      public boolean replayable() {
        return false;
      }

      @Override
      public InputStream open() {
        return in;
      }
    };
  }
}
