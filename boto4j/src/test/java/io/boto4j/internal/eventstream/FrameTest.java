package io.boto4j.internal.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames, byte by byte. The first vectors are those that all AWS SDKs use. */
final class FrameTest {
  private static final byte[] PAYLOAD = utf8("{'foo':'bar'}");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static EventMessage read(byte[] frame) throws IOException {
    FrameReader reader = new FrameReader(new ByteArrayInputStream(frame));
    EventMessage message = reader.next();
    assertThat(reader.offset()).isEqualTo(frame.length);
    assertThat(reader.next()).isNull();
    return message;
  }

  /** Returns a frame of any content, with correct checksums. */
  private static byte[] raw(int total, int headersLength, byte[] rest) {
    ByteBuffer frame = ByteBuffer.allocate(16 + rest.length).putInt(total).putInt(headersLength);
    CRC32 crc = new CRC32();
    crc.update(frame.array(), 0, 8);
    frame.putInt((int) crc.getValue()).put(rest);
    crc.reset();
    crc.update(frame.array(), 0, frame.position());
    return frame.putInt((int) crc.getValue()).array();
  }

  private static byte[] withHeaders(byte[] headers) {
    return raw(16 + headers.length, headers.length, headers);
  }

  @Test
  void empty_message_isSixteenBytes() throws IOException {
    byte[] frame = hex("00000010 00000000 05c248eb 7d98c8ff");
    assertThat(FrameWriter.frame(new EventMessage(Map.of(), new byte[0]))).isEqualTo(frame);
    assertThat(read(frame).headers()).isEmpty();
    assertThat(read(frame).payload()).isEmpty();
  }

  @Test
  void payload_withoutHeaders_isAsPublished() throws IOException {
    byte[] frame = hex("0000001d 00000000 fd528c5a 7b27666f6f273a27626172277d c3653936");
    assertThat(FrameWriter.frame(new EventMessage(Map.of(), PAYLOAD))).isEqualTo(frame);
    assertThat(read(frame).payload()).isEqualTo(PAYLOAD);
  }

  @Test
  void integer_header_isAsPublished() throws IOException {
    byte[] frame =
        hex(
            "0000002d 00000010 41c424b8 0a6576656e742d74797065 04 0000a00c"
                + "7b27666f6f273a27626172277d 36f480a0");
    assertThat(FrameWriter.frame(new EventMessage(Map.of("event-type", 40972), PAYLOAD)))
        .isEqualTo(frame);
    assertThat(read(frame).headers()).isEqualTo(Map.of("event-type", 40972));
  }

  @Test
  void headers_ofAllTypes_comeBackAsTheyWere() throws IOException {
    Map<String, Object> headers = new LinkedHashMap<>();
    headers.put("true", true);
    headers.put("false", false);
    headers.put("byte", (byte) -1);
    headers.put("short", Short.MIN_VALUE);
    headers.put("int", Integer.MIN_VALUE);
    headers.put("long", Long.MIN_VALUE);
    headers.put("text", "Grüße");
    headers.put("time", Instant.ofEpochMilli(-1));
    headers.put("uuid", UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10"));
    headers.put("é".repeat(127), "");
    Map<String, Object> withBytes = new LinkedHashMap<>(headers);
    withBytes.put("bytes", new byte[32767]);

    EventMessage message = read(FrameWriter.frame(new EventMessage(withBytes, PAYLOAD)));

    assertThat(message.headers().keySet()).containsExactlyElementsOf(withBytes.keySet());
    assertThat(message.headers()).containsAllEntriesOf(headers);
    assertThat((byte[]) message.headers().get("bytes")).hasSize(32767);
    assertThat(message.text("text")).isEqualTo("Grüße");
    assertThat(message.text("int")).isNull();
    assertThat(message.text("nope")).isNull();
    assertThat(message.toString()).contains("13 bytes").doesNotContain("Grüße");
  }

  @ParameterizedTest
  @CsvSource({
    "0161 00, true",
    "0161 01, false",
    "0161 02 ff, -1",
    "0161 03 ff80, -128",
    "0161 04 00000100, 256",
    "0161 05 0000000100000000, 4294967296",
    "0161 07 0003 616263, abc",
    "0161 08 00000000000003e8, 1970-01-01T00:00:01Z",
    "0161 09 0102030405060708090a0b0c0d0e0f10, 01020304-0506-0708-090a-0b0c0d0e0f10"
  })
  void header_ofEachType_isReadByItsNumber(String bytes, String expected) throws IOException {
    assertThat(read(withHeaders(hex(bytes))).headers().get("a")).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0161 0a, unknown type 10 at byte 15",
    "0161 ff, unknown type -1 at byte 15",
    "00, no name at byte 13",
    "0261, end within one of them at byte 13",
    "0161, end within one of them at byte 14",
    "0161 02, end within one of them at byte 15",
    "0161 04 000000, end within one of them",
    "0161 06 00, end within one of them",
    "0161 07 ffff 61, end within one of them",
    "0161 08 00000000000003, end within one of them",
    "0161 09 0102030405060708090a0b0c0d0e0f, end within one of them",
    "0161 00 0161 01, comes twice at byte 15"
  })
  void header_broken_saysWhere(String bytes, String message) {
    assertThatThrownBy(() -> read(withHeaders(hex(bytes))))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining(message);
  }

  @Test
  void header_twiceInTheSecondFrame_saysWhereInTheStream() throws IOException {
    byte[] first = FrameWriter.frame(new EventMessage(Map.of(), PAYLOAD));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(withHeaders(hex("0161 00 0161 00")));
    FrameReader reader = new FrameReader(new ByteArrayInputStream(both.toByteArray()));
    assertThat(reader.next()).isNotNull();
    FrameException e = catchThrowableOfType(FrameException.class, reader::next);
    assertThat(e.offset()).isEqualTo(first.length + 12 + 3);
    assertThat(reader.offset()).isEqualTo(first.length);
  }

  @Test
  void frame_cutAnywhere_isNoEnd() {
    byte[] frame = FrameWriter.frame(new EventMessage(Map.of("a", "b"), PAYLOAD));
    for (int length = 1; length < frame.length; length++) {
      byte[] cut = Arrays.copyOf(frame, length);
      FrameException e = catchThrowableOfType(FrameException.class, () -> read(cut));
      assertThat(e).as("cut to %d", length).hasMessageContaining("ends within");
      assertThat(e.offset()).isEqualTo(length);
    }
  }

  @Test
  void frame_withAnyBitFlipped_isRefused() {
    byte[] frame = FrameWriter.frame(new EventMessage(Map.of("a", "b", "c", 1), PAYLOAD));
    for (int bit = 0; bit < frame.length * 8; bit++) {
      byte[] flipped = frame.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> read(flipped))
          .as("bit %d", bit)
          .isInstanceOf(FrameException.class)
          .hasMessageContaining("Checksum mismatch");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void frames_mutatedWithRightChecksums_areReadOrRefused(long seed) {
    Random random = new Random(seed);
    byte[] headers =
        FrameWriter.headers(
            new LinkedHashMap<>(Map.of("a", "text", "b", new byte[3], "c", 7L, "d", true)));
    int read = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] mutated = headers.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      try {
        read += read(withHeaders(mutated)).headers().isEmpty() ? 0 : 1;
      } catch (FrameException e) {
        assertThat(e.offset()).isBetween(12L, 12L + mutated.length);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(read).isBetween(100, 4_900);
  }

  @ParameterizedTest
  @CsvSource({
    "15, 0, payload of an event is -1 ", "16, 1, payload of an event is -1 ",
    "0, 0, payload of an event is -16 ", "-1, 0, payload of an event is 4294967279 ",
    "25165841, 0, payload of an event is 25165825 ",
        "200000, 131073, headers of an event are 131073",
    "200000, -1, headers of an event are 4294967295"
  })
  void lengths_outOfBounds_areRefusedBeforeAnythingIsAllocated(
      int total, int headers, String message) {
    assertThatThrownBy(() -> read(raw(total, headers, new byte[8])))
        .isInstanceOf(FrameException.class)
        .hasMessageContaining(message)
        .hasMessageEndingWith("at byte 0");
  }

  @Test
  void frame_ofTheLargestSize_isReadAndNoneLarger() throws IOException {
    byte[] largest = new byte[24 * 1024 * 1024];
    byte[] frame = FrameWriter.frame(new EventMessage(Map.of(), largest));
    assertThat(read(frame).payload()).hasSize(largest.length);
    byte[] larger = new byte[largest.length + 1];
    assertThatThrownBy(() -> FrameWriter.frame(new EventMessage(Map.of(), larger)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The payload of an event may be 25165824 bytes long, and is 25165825");
  }

  @Test
  void frame_thatAnnouncesMuch_takesNoMoreMemoryThanItSends() {
    byte[] start = raw(24 * 1024 * 1024, 0, new byte[0]);
    for (int i = 0; i < 1_000; i++) {
      assertThatThrownBy(() -> read(start)).hasMessageEndingWith("at byte 16");
    }
  }

  @Test
  void writer_headersThatDoNotFit_areRefused() {
    for (Map<String, ?> headers :
        List.of(
            Map.of("", "x"),
            Map.of("x".repeat(256), "x"),
            Map.of("x", "x".repeat(32768)),
            Map.of("x", 1.5),
            Map.of(
                "1",
                new byte[32767],
                "2",
                new byte[32767],
                "3",
                new byte[32767],
                "4",
                new byte[32767],
                "5",
                new byte[32767]))) {
      assertThatThrownBy(() -> FrameWriter.frame(new EventMessage(headers, PAYLOAD)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
