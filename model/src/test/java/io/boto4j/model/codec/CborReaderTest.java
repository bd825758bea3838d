package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CborReaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"a26161016162" + "83f5f6f7", "bf6161016162" + "9ff5f6f7ff" + "ff"})
  void map_membersInOrder_areReadOneByOne(String hex) {
    CborReader cbor = reader(hex);
    cbor.beginMap();
    assertThat(cbor.hasNextMember()).isTrue();
    assertThat(cbor.name()).isEqualTo("a");
    assertThat(cbor.readInt()).isEqualTo(1);
    assertThat(cbor.hasNextMember()).isTrue();
    assertThat(cbor.name()).isEqualTo("b");
    cbor.beginArray();
    assertThat(cbor.hasNextElement()).isTrue();
    assertThat(cbor.readNull()).isFalse();
    assertThat(cbor.readBoolean()).isTrue();
    assertThat(cbor.hasNextElement()).isTrue();
    assertThat(cbor.readNull()).isTrue();
    assertThat(cbor.hasNextElement()).isTrue();
    assertThat(cbor.readNull()).isTrue();
    assertThat(cbor.hasNextElement()).isFalse();
    assertThat(cbor.hasNextMember()).isFalse();
    cbor.end();
  }

  @Test
  void name_inOnePiece_isASliceOfTheBytes() {
    byte[] bytes = HexFormat.of().parseHex("ffff" + "a167" + "4772c3b6c39f65" + "01");
    CborReader cbor = new CborReader(bytes, 2, bytes.length - 2);
    cbor.beginMap();
    assertThat(cbor.hasNextMember()).isTrue();
    assertThat(cbor.nameBytes()).isSameAs(bytes);
    assertThat(cbor.nameStart()).isEqualTo(4);
    assertThat(cbor.nameEnd()).isEqualTo(11);
    assertThat(cbor.name()).isEqualTo("Größe");
    assertThat(cbor.nameEquals("Größe".getBytes(UTF_8))).isTrue();
    assertThat(cbor.nameEquals("Größf".getBytes(UTF_8))).isFalse();
    assertThat(cbor.nameEquals("Größ".getBytes(UTF_8))).isFalse();
    assertThat(cbor.nameEquals(new byte[0])).isFalse();
  }

  @Test
  void name_inChunks_isJoined() {
    CborReader cbor = reader("a17f" + "6154" + "60" + "6461626c65" + "ff01");
    cbor.beginMap();
    assertThat(cbor.hasNextMember()).isTrue();
    assertThat(cbor.name()).isEqualTo("Table");
    assertThat(cbor.nameEquals("Table".getBytes(UTF_8))).isTrue();
    assertThat(cbor.nameEnd() - cbor.nameStart()).isEqualTo(5);
    assertThat(cbor.readInt()).isEqualTo(1);
    assertThat(cbor.hasNextMember()).isFalse();
    cbor.end();
  }

  @Test
  void string_ofAnyText_isRead() {
    assertThat(reader("60").readString()).isEmpty();
    assertThat(reader("6b" + "c3bce282acf09f98800061").readString()).isEqualTo("ü€😀\0a");
    assertThat(reader("63efbfbd").readString()).isEqualTo("\ufffd");
    // A character may be split between chunks: only the whole text must be UTF-8.
    assertThat(reader("7f" + "61c3" + "61bc" + "ff").readString()).isEqualTo("ü");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "61ff",
        "61c3",
        "62c328",
        "62c080",
        "63eda080",
        "64f4908080",
        "64f0808080",
        "63e282ff",
        "7f61ffff",
        "7f61c36128ff",
        "a161ff01",
        "a17f61ffff01",
        "8161ff"
      })
  void text_thatIsNoUtf8_isRefused(String hex) {
    assertThat(refusal(hex)).hasMessageContaining("Expected UTF-8 but saw another encoding");
  }

  @Test
  void bytes_ofAnyLength_areCopied() {
    byte[] document = HexFormat.of().parseHex("4300ff61");
    byte[] read = new CborReader(document).readBytes();
    assertThat(read).containsExactly(0, 0xff, 0x61);
    document[1] = 1;
    assertThat(read[0]).isZero();
    assertThat(reader("5f" + "4161" + "40" + "426263" + "ff").readBytes())
        .asString()
        .isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource({
    "00, 0",
    "17, 23",
    "1818, 24",
    "1b7fffffffffffffff, 9223372036854775807",
    "20, -1",
    "3b7fffffffffffffff, -9223372036854775808",
    "f90000, 0",
    "f94500, 5",
    "fa40a00000, 5",
    "fbc3e0000000000000, -9223372036854775808",
    "fb8000000000000000, 0"
  })
  void long_ofAnyForm_isRead(String hex, long expected) {
    assertThat(reader(hex).readLong()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1b8000000000000000",
        "3b8000000000000000",
        "f93800",
        "f97e00",
        "f97c00",
        "fb43e0000000000000",
        "fbc3e0000000000001",
        "6131",
        "c249010000000000000000",
        "f5",
        "f6",
        "80"
      })
  void long_outOfRangeOrAnotherKind_isRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).readLong())
        .isInstanceOf(CborException.class)
        .hasMessageStartingWith("Expected a whole number of 64 bits but saw ");
  }

  @Test
  void int_outOfRange_isRefused() {
    assertThat(reader("1a7fffffff").readInt()).isEqualTo(Integer.MAX_VALUE);
    assertThat(reader("3a7fffffff").readInt()).isEqualTo(Integer.MIN_VALUE);
    for (String hex : List.of("1a80000000", "3a80000000", "fb41e0000000000000")) {
      assertThatThrownBy(() -> reader(hex).readInt())
          .isInstanceOf(CborException.class)
          .hasMessage("Expected a whole number of 32 bits but saw another number at byte 0");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "f90000, 0.0",
    "f98000, -0.0",
    "f93c00, 1.0",
    "f97bff, 65504.0",
    "f90001, 5.960464477539063E-8",
    "f983ff, -6.097555160522461E-5",
    "f90400, 6.103515625E-5",
    "f93555, 0.333251953125",
    "f97c00, Infinity",
    "f9fc00, -Infinity",
    "f97e00, NaN",
    "fa3fc00000, 1.5",
    "faff800000, -Infinity",
    "fb3fb999999999999a, 0.1",
    "fb0000000000000001, 4.9E-324",
    "05, 5.0",
    "24, -5.0",
    "1bffffffffffffffff, 1.8446744073709552E19",
    "3bffffffffffffffff, -1.8446744073709552E19"
  })
  void double_ofAnyPrecision_isRead(String hex, double expected) {
    assertThat((Object) reader(hex).readDouble()).isEqualTo(expected);
  }

  @Test
  void number_ofAnyKind_hasTheSmallestType() {
    assertThat(reader("1a7fffffff").readNumber()).isEqualTo(Integer.MAX_VALUE);
    assertThat(reader("1a80000000").readNumber()).isEqualTo(2147483648L);
    assertThat(reader("1bffffffffffffffff").readNumber())
        .isEqualTo(new BigInteger("18446744073709551615"));
    assertThat(reader("3bffffffffffffffff").readNumber())
        .isEqualTo(new BigInteger("-18446744073709551616"));
    assertThat(reader("f93e00").readNumber()).isEqualTo(1.5f);
    assertThat(reader("fb3ff8000000000000").readNumber()).isEqualTo(1.5);
  }

  @Test
  void bigNumbers_tagged_areRead() {
    assertThat(reader("c249010000000000000000").readBigInteger())
        .isEqualTo(new BigInteger("18446744073709551616"));
    assertThat(reader("c349010000000000000000").readBigInteger())
        .isEqualTo(new BigInteger("-18446744073709551617"));
    assertThat(reader("c240").readBigInteger()).isZero();
    assertThat(reader("3bffffffffffffffff").readBigInteger())
        .isEqualTo(new BigInteger("-18446744073709551616"));
    assertThat(reader("05").readBigInteger()).isEqualTo(5);
    assertThat(reader("c48221196ab3").readBigDecimal()).isEqualTo("273.15");
    assertThat(reader("c48200c24101").readBigDecimal()).isEqualTo("1");
    assertThat(reader("fb3fb999999999999a").readBigDecimal()).isEqualTo("0.1");
    assertThat(reader("fa3dcccccd").readBigDecimal()).isEqualTo("0.1");
    assertThat(reader("05").readBigDecimal()).isEqualTo("5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c20a", "c26161", "c101", "f93c00", "c48200f93c00", "6131", "f6"})
  void bigInteger_ofAnotherKind_isRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).readBigInteger()).isInstanceOf(CborException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f97e00",
        "f97c00",
        "c48101",
        "c482613101",
        "c4821a8000000001",
        "c4823a7fffffff01",
        "f5"
      })
  void bigDecimal_ofAnotherKind_isRefused(String hex) {
    assertThatThrownBy(() -> reader(hex).readBigDecimal()).isInstanceOf(CborException.class);
  }

  @Test
  void bignum_beyondItsBound_staysBytes() {
    String most = "ff".repeat(CborReader.MAX_BIGNUM_LENGTH);
    assertThat(reader("c2590200" + most).readBigInteger().bitLength()).isEqualTo(4096);
    Object longer = reader("c2590201" + most + "ff").readValue();
    assertThat(longer).isInstanceOf(CborTag.class);
  }

  @Test
  void tag_withoutMeaning_isKept() {
    Object value = reader("c1d9d9f7" + "81" + "c24101").readValue();
    assertThat(value).isEqualTo(new CborTag(1, new CborTag(55799, List.of(BigInteger.ONE))));
  }

  @Test
  void tag_pulled_isFollowedByItsValue() {
    CborReader cbor = reader("82c11a65000000" + "05");
    cbor.beginArray();
    assertThat(cbor.hasNextElement()).isTrue();
    assertThat(cbor.peek()).isEqualTo(CborToken.TAG);
    assertThat(cbor.readTag()).isEqualTo(1);
    assertThatThrownBy(cbor::hasNextElement).isInstanceOf(IllegalStateException.class);
    assertThat(cbor.readLong()).isEqualTo(0x65000000L);
    assertThat(cbor.hasNextElement()).isTrue();
    cbor.skipValue();
    assertThat(cbor.hasNextElement()).isFalse();
    cbor.end();
  }

  @Test
  void peek_eachKind_isTold() {
    String[] documents = {
      "a0", "80", "60", "40", "00", "20", "f90000", "f4", "f5", "f6", "f7", "c000"
    };
    CborToken[] kinds =
        Arrays.stream(documents).map(hex -> reader(hex).peek()).toArray(CborToken[]::new);
    assertThat(kinds)
        .containsExactly(
            CborToken.MAP,
            CborToken.ARRAY,
            CborToken.STRING,
            CborToken.BYTES,
            CborToken.INTEGER,
            CborToken.INTEGER,
            CborToken.FLOAT,
            CborToken.BOOLEAN,
            CborToken.BOOLEAN,
            CborToken.NULL,
            CborToken.NULL,
            CborToken.TAG);
    for (String hex : List.of("", "f8", "f81f", "fc", "ff")) {
      assertThatThrownBy(() -> reader(hex).peek()).isInstanceOf(CborException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Expected a value but saw the end of the input at byte 0'",
    "ff, 'Expected a value but saw a break at byte 0'",
    "c1ff, 'Expected a value but saw a break at byte 1'",
    "81ff, 'Expected a value but saw a break at byte 1'",
    "a1ff00, 'Expected a value but saw a break at byte 1'",
    "bf6161ff, 'Expected a value but saw a break at byte 3'",
    "9f, 'Expected a value or a break but saw the end of the input at byte 1'",
    "a10001, 'Expected a member''s name but saw a whole number at byte 1'",
    "a1416101, 'Expected a member''s name but saw bytes at byte 1'",
    "1c, 'Expected a length but saw the reserved form 28 at byte 0'",
    "5d, 'Expected a length but saw the reserved form 29 at byte 0'",
    "de00, 'Expected a length but saw the reserved form 30 at byte 0'",
    "1f, 'Expected a length but saw the reserved form 31 at byte 0'",
    "df00, 'Expected a length but saw the reserved form 31 at byte 0'",
    "1900, 'Expected a length but saw the end of the input at byte 2'",
    "f8, 'Expected a value but saw a simple value at byte 0'",
    "f81f, 'Expected a value but saw a simple value at byte 0'",
    "6261, 'Expected a string that fits the input but saw a longer one at byte 0'",
    "5bffffffffffffffff, 'Expected a string that fits the input but saw a longer one at byte 0'",
    "7b7fffffffffffffff, 'Expected a string that fits the input but saw a longer one at byte 0'",
    "9a7fffffff, 'Expected an array that fits the input but saw a longer one at byte 0'",
    "9bffffffffffffffff, 'Expected an array that fits the input but saw a longer one at byte 0'",
    "ba7fffffff, 'Expected a map that fits the input but saw a longer one at byte 0'",
    "a26161016161, 'Expected a value but saw the end of the input at byte 6'",
    "5f6161ff, 'Expected a chunk of the string or a break but saw text at byte 1'",
    "7f4161ff, 'Expected a chunk of the string or a break but saw bytes at byte 1'",
    "7f7f61ffff, 'Expected a chunk of the string or a break but saw text at byte 1'",
    "5f41, 'Expected a string that fits the input but saw a longer one at byte 1'",
    "7fff00, 'Expected the end of the input but saw a whole number at byte 2'",
    "0000, 'Expected the end of the input but saw a whole number at byte 1'",
    "a0ff, 'Expected the end of the input but saw a break at byte 1'"
  })
  void document_malformed_isRefusedWithThePlace(String hex, String message) {
    assertThat(refusal(hex)).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "9f", "a16161", "bf6161", "c1"})
  void nesting_tooDeep_overflowsNoStack(String open) {
    assertThat(refusal(open.repeat(100_000)))
        .hasMessageContaining("Expected at most 512 levels of nesting but saw one more");
    boolean broken = open.startsWith("9f") || open.startsWith("bf");
    String close = broken ? "ff".repeat(511) : "";
    byte[] good = HexFormat.of().parseHex(open.repeat(511) + "80" + close);
    CborReader cbor = new CborReader(good);
    cbor.skipValue();
    cbor.end();
    assertThatThrownBy(() -> new CborReader(good, 0, good.length, 511).readValue())
        .isInstanceOf(CborException.class);
  }

  @Test
  void depth_outOfRange_isRefused() {
    for (int depth : new int[] {0, -1, 1_001}) {
      assertThatThrownBy(() -> new CborReader(new byte[1], 0, 1, depth))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("maxDepth must be 1 to 1000, not " + depth);
    }
    assertThatThrownBy(() -> new CborReader(new byte[1], 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void counts_thatClaimTheRest_allocateNothing() {
    // Each array declares as many elements as bytes follow; lists for all would take gigabytes.
    byte[] document = new byte[2_000_000];
    int at = 0;
    for (int i = 0; i < 500; i++) {
      int count = document.length - at - 5;
      document[at++] = (byte) 0x9a;
      for (int shift = 24; shift >= 0; shift -= 8) {
        document[at++] = (byte) (count >>> shift);
      }
    }
    assertThatThrownBy(() -> new CborReader(document).readValue())
        .isInstanceOf(CborException.class);
  }

  @Test
  void beginArray_anyLength_givesABoundedCapacity() {
    assertThat(reader("80").beginArray()).isZero();
    assertThat(reader("9820" + "00".repeat(32)).beginArray()).isEqualTo(32);
    assertThat(reader("991000" + "00".repeat(4096)).beginArray())
        .isEqualTo(CborReader.MAX_SIZE_HINT);
    assertThat(reader("9f").beginArray()).isBetween(1, CborReader.MAX_SIZE_HINT);
  }

  @Test
  void calls_outOfPlace_areProgrammingErrors() {
    CborReader fresh = reader("80");
    assertThatThrownBy(fresh::hasNextElement)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No map or array is open");
    assertThatThrownBy(fresh::end).isInstanceOf(IllegalStateException.class);
    fresh.beginArray();
    assertThatThrownBy(fresh::readInt)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("No value is expected here");
    assertThatThrownBy(fresh::end).isInstanceOf(IllegalStateException.class);
    CborReader full = reader("8100");
    full.beginArray();
    full.hasNextElement();
    assertThatThrownBy(full::hasNextElement)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The value has not been read");
  }

  @Test
  void members_ofTheSameName_theLastWins() {
    assertThat(reader("a2616101616102").readValue()).isEqualTo(Map.of("a", 2));
  }

  @Test
  void booleans_otherThanBoolean_areRefused() {
    assertThat(reader("f4").readBoolean()).isFalse();
    for (String hex : List.of("00", "f6", "6474727565")) {
      assertThatThrownBy(() -> reader(hex).readBoolean()).isInstanceOf(CborException.class);
    }
  }

  @Test
  void value_ofEveryKind_isRead() {
    Object value = reader("8a01f5f6f763616263f93c00fb3fb999999999999aa0c48221196ab320").readValue();
    assertThat(value)
        .isEqualTo(
            Arrays.asList(
                1, true, null, null, "abc", 1f, 0.1, Map.of(), new BigDecimal("273.15"), -1));
  }

  /** Checks that reading and skipping reject the same bytes. */
  private static CborException refusal(String hex) {
    CborException read =
        catchThrowableOfType(
            CborException.class,
            () -> {
              CborReader cbor = reader(hex);
              cbor.readValue();
              cbor.end();
            });
    assertThatThrownBy(
            () -> {
              CborReader cbor = reader(hex);
              cbor.skipValue();
              cbor.end();
            })
        .isInstanceOf(CborException.class)
        .hasMessage(read.getMessage());
    return read;
  }

  private static CborReader reader(String hex) {
    return new CborReader(HexFormat.of().parseHex(hex));
  }

  @ParameterizedTest
  @ValueSource(strings = {"e0", "f3", "f820", "f8ff", "f7", "f6"})
  void simpleValue_withoutMeaning_isNull(String hex) {
    byte[] bytes = HexFormat.of().parseHex("82" + hex + "05");
    CborReader cbor = new CborReader(bytes);
    cbor.beginArray();
    assertThat(cbor.hasNextElement()).isTrue();
    assertThat(cbor.peek()).isEqualTo(CborToken.NULL);
    assertThat(cbor.readNull()).isTrue();
    assertThat(cbor.hasNextElement()).isTrue();
    assertThat(cbor.readInt()).isEqualTo(5);
    assertThat(new CborReader(bytes).readValue()).isEqualTo(Arrays.asList(null, 5));
  }
}
