package io.boto4j.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.http.HttpBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class Sha256Test {
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  /** All lengths around the size of a block, compared with the JVM's digest, cold and warm. */
  @Test
  void digest_everyLength_isTheJvms() throws Exception {
    Sha256 sha256 = new Sha256();
    MessageDigest jvm = MessageDigest.getInstance("SHA-256");
    byte[] bytes = new byte[300];
    new Random(42).nextBytes(bytes);
    for (int length = 1; length <= bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThat(new PlainSha256().digest(part)).isEqualTo(jvm.digest(part));
      assertThat(sha256.digest().digest(part)).isEqualTo(jvm.digest(part));
    }
    assertThat(sha256.isWarm()).isTrue();
    PlainSha256 started = new PlainSha256();
    started.update(bytes, 0, 100);
    PlainSha256 copy = (PlainSha256) started.clone();
    started.update((byte) 1);
    started.reset();
    copy.update(bytes, 100, 200);
    assertThat(copy.digest()).isEqualTo(jvm.digest(bytes));
    assertThat(started.digest()).isEqualTo(jvm.digest(new byte[0]));
  }

  @Test
  void hex_largeBody_warmsUpAtOnce() throws Exception {
    Sha256 sha256 = new Sha256();
    assertThat(sha256.hex(HttpBody.of(new byte[100_000]))).hasSize(64);
    assertThat(sha256.isWarm()).isTrue();
  }

  @Test
  void hex_knownMessages_knownHashes() throws IOException {
    assertThat(new Sha256().hex(new byte[0])).isEqualTo(Sha256.EMPTY);
    assertThat(Sha256.hexOf(new Sha256().digest().digest())).isEqualTo(Sha256.EMPTY);
    assertThat(new Sha256().hex("abc".getBytes(UTF_8))).isEqualTo(ABC);
    assertThat(new Sha256().hex(HttpBody.of("xabcx".getBytes(UTF_8), 1, 3))).isEqualTo(ABC);
    assertThat(new Sha256().hex(HttpBody.empty())).isEqualTo(Sha256.EMPTY);
  }

  @Test
  void hex_bodyOfUnknownLength_readThroughItsStream() throws IOException {
    byte[] bytes = new byte[100_001];
    new Random(1).nextBytes(bytes);

    assertThat(new Sha256().hex(stream(new ByteArrayInputStream(bytes))))
        .isEqualTo(new Sha256().hex(bytes));
    assertThat(new Sha256().hex(stream(InputStream.nullInputStream()))).isEqualTo(Sha256.EMPTY);
  }

  @Test
  void hex_bodyThatFails_sameException() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatThrownBy(() -> new Sha256().hex(stream(closed)))
        .isInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  @Test
  void hmac_keysAndMessagesOfAnyLength_agreesWithJce() throws Exception {
    Random random = new Random(2);
    for (int length = 0; length < 200; length++) {
      byte[] key = new byte[Math.max(1, length)]; // the JCE rejects an empty key
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(key);
      random.nextBytes(message);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] expected = mac.doFinal(message);
      HmacSha256 hmac = new HmacSha256(new Sha256(), key);
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
