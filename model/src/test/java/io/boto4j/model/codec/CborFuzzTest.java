package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged and random documents. Seed and count are fixed: every run is the same on any machine. */
final class CborFuzzTest {
  private static final int MUTATIONS = 200_000;
  private static final int ROUND_TRIPS = 20_000;

  private static final String[] CORPUS = {
    "a0",
    "80",
    "f6",
    "83f5f4f6",
    "9ff5f4f7ff",
    "65706c61696e",
    "6bc3bce282acf09f98800061",
    "7f6161620063ff",
    "7f6161" + "62c3bc" + "60ff",
    "5f41004200ff" + "40ff",
    "4b68656c6c6f20776f726c64",
    "3b112210f47de98114",
    "c249010000000000000000",
    "c349010000000000000000",
    "c48221196ab3",
    "c11a698173f2",
    "c1fb41da605cfc9f7ced",
    "84f93c00f97e00fa3fc00000fb3fb999999999999a",
    "a16161a16162a1616381818181a0",
    "bf61619f0102ff6162bf6163f6ffff",
    "a1644974656da262706ba16153667573657223316162a161424300ff01",
    "a2" + "665f5f74797065" + "66612358457863" + "676d657373616765" + "626e6f",
    "b901" + "00".repeat(3),
    "9a00000002" + "1a00010000" + "1b0000000100000000",
    "d9d9f7" + "a1" + "6161" + "c000",
  };

  /** Returns heads of every kind, false lengths, and breaks. */
  private static final byte[] TELLING =
      HexFormat.of()
          .parseHex("0017181b1c1f203b405b5f607b7f809b9fa0bbbfc0c1c2c4dbdff4f5f6f7f8f9fafbff");

  @Test
  void read_mutatedDocuments_givesAValueOrACborException() {
    Random random = new Random(20_261_122);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] document =
          Mutations.of(HexFormat.of().parseHex(CORPUS[i % CORPUS.length]), TELLING, random);
      if (readsCleanly(document)) {
        read++;
      }
      typedReadsAreClean(document, random);
    }
    // Both outcomes must be common, or the mutations test nothing.
    assertThat(read).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
  }

  @Test
  void roundTrip_randomValues_areUnchanged() {
    Random random = new Random(42);
    CborWriter cbor = new CborWriter();
    for (int i = 0; i < ROUND_TRIPS; i++) {
      Object value = randomValue(random, 4);
      byte[] document = cbor.reset().value(value).toByteArray();
      CborReader reader = new CborReader(document);
      Object back = reader.readValue();
      reader.end();
      assertThat(canonical(back)).isEqualTo(canonical(value));
    }
  }

  /** Reading and skipping must agree, and a value must be the same when written and read again. */
  private static boolean readsCleanly(byte[] document) {
    String refusal = null;
    Object value = null;
    try {
      CborReader cbor = new CborReader(document);
      value = cbor.readValue();
      cbor.end();
    } catch (CborException e) {
      refusal = e.getMessage();
      assertThat(e.offset()).isBetween(0, document.length);
    } catch (RuntimeException | Error e) {
      fail("unclean: " + HexFormat.of().formatHex(document), e);
    }
    String refusalToSkip = null;
    try {
      CborReader cbor = new CborReader(document);
      cbor.skipValue();
      cbor.end();
    } catch (CborException e) {
      refusalToSkip = e.getMessage();
    }
    assertThat(refusalToSkip).isEqualTo(refusal);
    if (refusal == null) {
      byte[] written = new CborWriter().value(value).toByteArray();
      assertThat(canonical(new CborReader(written).readValue())).isEqualTo(canonical(value));
    }
    return refusal == null;
  }

  private static void typedReadsAreClean(byte[] document, Random random) {
    CborReader cbor = new CborReader(document);
    try {
      switch (random.nextInt(10)) {
        case 0 -> cbor.readBytes();
        case 1 -> cbor.readInt();
        case 2 -> cbor.readLong();
        case 3 -> cbor.readDouble();
        case 4 -> cbor.readBigDecimal();
        case 5 -> cbor.readBigInteger();
        case 6 -> cbor.readString();
        case 7 -> {
          cbor.readTag();
          cbor.readNumber();
        }
        case 8 -> {
          cbor.beginMap();
          while (cbor.hasNextMember()) {
            assertThat(cbor.nameEquals(cbor.name().getBytes(UTF_8))).isTrue();
            cbor.skipValue();
          }
        }
        default -> {
          cbor.beginArray();
          while (cbor.hasNextElement()) {
            cbor.peek();
            cbor.readDouble();
          }
        }
      }
    } catch (CborException e) {
      assertThat(e.offset()).isBetween(0, document.length);
    } catch (RuntimeException | Error e) {
      fail("unclean: " + HexFormat.of().formatHex(document), e);
    }
  }

  /** Returns a value that can be compared with equals, which arrays cannot. */
  private static Object canonical(Object value) {
    if (value instanceof byte[] bytes) {
      return "bytes " + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof CborTag tag) {
      return List.of("tag", tag.number(), String.valueOf(canonical(tag.value())));
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(canonical(element)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(name, canonical(each)));
      return copy;
    }
    // NaN and infinities are written with half precision; a short bignum as a plain number.
    if (value instanceof Double number && !Double.isFinite(number)) {
      return number.floatValue();
    }
    if (value instanceof BigInteger big) {
      return big.toString();
    }
    return value instanceof Integer || value instanceof Long ? value.toString() : value;
  }

  private static Object randomValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 10 : 13)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt() >> random.nextInt(32);
      case 3 -> random.nextLong() >> random.nextInt(64);
      case 4 -> Double.longBitsToDouble(random.nextLong());
      case 5 -> Float.intBitsToFloat(random.nextInt());
      case 6 -> new BigInteger(random.nextInt(500), random).negate();
      case 7 -> new BigDecimal(new BigInteger(random.nextInt(500), random), random.nextInt());
      case 8 -> randomText(random);
      case 9 -> {
        byte[] bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        yield bytes;
      }
      case 10 -> new CborTag(5 + random.nextInt(100_000), randomValue(random, depth - 1));
      case 11 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          list.add(randomValue(random, depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          map.put(randomText(random), randomValue(random, depth - 1));
        }
        yield map;
      }
    };
  }

  /** Returns any characters except lone surrogates, which UTF-8 cannot represent. */
  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      int point = random.nextInt(0x110000) >> random.nextInt(21);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
    }
    return text.toString();
  }
}
