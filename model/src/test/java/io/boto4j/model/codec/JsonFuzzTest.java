package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged and random documents. Seed and count are fixed: every run is the same on any machine. */
final class JsonFuzzTest {
  private static final int MUTATIONS = 200_000;
  private static final int ROUND_TRIPS = 20_000;

  private static final String[] CORPUS = {
    "{}",
    "[]",
    "null",
    "[true,false,null]",
    "\"plain\"",
    "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"",
    "\"Größe 日本語 😀\"",
    "\"aGVsbG8gd29ybGQ=\"",
    "0",
    "-1234567890123456789",
    "99999999999999999999999999",
    "[0.1,-1.5e300,1E-7,1e22,5.0,123456789.987654321]",
    "{\"a\":{\"b\":{\"c\":[[[[{}]]]]}}}",
    " { \"a\" : [ 1 , 2 ] , \"b\" : \"c\" } \r\n\t",
    "\ufeff{\"marked\":true}",
    "{\"Item\":{\"pk\":{\"S\":\"user#1\"},\"n\":{\"N\":\"42\"},\"b\":{\"B\":\"AAEC\"}}}",
    "{\"TableNames\":[\"a\",\"b\"],\"LastEvaluatedTableName\":\"b\"}",
    "{\"__type\":\"com.amazon.coral#ResourceNotFoundException\",\"message\":\"no\\nsuch\"}",
    "{\"Expiration\":1.7E9,\"Count\":3,\"Nested\":[{\"k\":\"v\"},{\"k\":null}]}",
    "{\"same\":1,\"s\\u0061me\":2,\"\":[]}",
  };

  private static final byte[] TELLING =
      "{}[]\",:\\/-+.0123456789eEutfn \n\u0000é\ufeff".getBytes(UTF_8);

  @Test
  void read_mutatedDocuments_givesAValueOrAJsonException() {
    Random random = new Random(20_261_122);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] document = Mutations.of(CORPUS[i % CORPUS.length].getBytes(UTF_8), TELLING, random);
      boolean good = readsCleanly(document);
      if (good) {
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
    JsonWriter json = new JsonWriter();
    for (int i = 0; i < ROUND_TRIPS; i++) {
      Object value = randomValue(random, 4);
      byte[] document = json.reset().value(value).toByteArray();
      JsonReader reader = new JsonReader(document);
      Object back = reader.readValue();
      reader.end();
      if (value == null ? back != null : !value.equals(back)) {
        assertThat(back).isEqualTo(value);
      }
    }
  }

  /** Reading and skipping must agree, and a value must be the same when written and read again. */
  private static boolean readsCleanly(byte[] document) {
    String refusal = null;
    Object value = null;
    try {
      JsonReader json = new JsonReader(document);
      value = json.readValue();
      json.end();
    } catch (JsonException e) {
      refusal = e.getMessage();
      assertThat(e.offset()).isBetween(0, document.length);
    } catch (RuntimeException | Error e) {
      fail("unclean: " + HexFormat.of().formatHex(document), e);
    }
    String refusalToSkip = null;
    try {
      JsonReader json = new JsonReader(document);
      json.skipValue();
      json.end();
    } catch (JsonException e) {
      refusalToSkip = e.getMessage();
    }
    assertThat(refusalToSkip).isEqualTo(refusal);
    if (refusal == null) {
      try {
        byte[] written = new JsonWriter().value(value).toByteArray();
        assertThat(new JsonReader(written).readValue()).isEqualTo(value);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageEndingWith("Infinity");
      }
    }
    return refusal == null;
  }

  private static void typedReadsAreClean(byte[] document, Random random) {
    JsonReader json = new JsonReader(document);
    try {
      switch (random.nextInt(9)) {
        case 0 -> json.readBase64();
        case 1 -> json.readInt();
        case 2 -> json.readLong();
        case 3 -> json.readDouble();
        case 4 -> json.readBigDecimal();
        case 5 -> json.readNumberText();
        case 6 -> json.readString();
        case 7 -> {
          json.beginObject();
          while (json.hasNextMember()) {
            assertThat(json.nameEquals(json.name().getBytes(UTF_8)) || json.nameEscaped()).isTrue();
            json.skipValue();
          }
        }
        default -> {
          json.beginArray();
          while (json.hasNextElement()) {
            json.readDouble();
          }
        }
      }
    } catch (JsonException e) {
      assertThat(e.offset()).isBetween(0, document.length);
    } catch (RuntimeException | Error e) {
      fail("unclean: " + HexFormat.of().formatHex(document), e);
    }
  }

  private static Object randomValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextInt() >> random.nextInt(32);
      case 3 -> Integer.MAX_VALUE + 1L + (random.nextLong() >>> (2 + random.nextInt(60)));
      case 4 -> randomDouble(random);
      case 5 ->
          BigInteger.ONE.shiftLeft(63 + random.nextInt(500)).negate().subtract(BigInteger.ONE);
      case 6 -> randomText(random);
      case 7 -> {
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

  private static double randomDouble(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? value : random.nextDouble();
  }

  /** Returns any UTF-16, including lone surrogates. */
  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append((char) (random.nextInt(0x10000) >> random.nextInt(16)));
    }
    return text.toString();
  }
}
