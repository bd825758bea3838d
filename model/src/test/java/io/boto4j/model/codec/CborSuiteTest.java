package io.boto4j.model.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** AWS's suite for CBOR decoders: documents to read, and documents to reject. */
final class CborSuiteTest {
  private static final Path SUITE =
      Path.of(System.getProperty("boto4j.shared.data", "../../shared/data")).resolve("cbor");

  @TestFactory
  Stream<DynamicTest> good() throws IOException {
    return cases("decode-success-tests.json", CborSuiteTest::read);
  }

  @TestFactory
  Stream<DynamicTest> bad() throws IOException {
    return cases("decode-error-tests.json", CborSuiteTest::refuse);
  }

  private interface Check {
    void check(byte[] document, Map<?, ?> each);
  }

  private static Stream<DynamicTest> cases(String name, Check check) throws IOException {
    Path file = SUITE.resolve(name);
    if (!Files.exists(file)) {
      System.out.println("cbor: skipped, there is no file " + file);
      return Stream.empty();
    }
    List<?> cases = (List<?>) new JsonReader(Files.readAllBytes(file)).readValue();
    assertThat(cases).isNotEmpty();
    System.out.println("cbor: " + cases.size() + " cases of " + name);
    return cases.stream()
        .map(each -> (Map<?, ?>) each)
        .map(
            each ->
                dynamicTest(
                    "cbor / " + each.get("description"),
                    () -> check.check(HexFormat.of().parseHex((String) each.get("input")), each)));
  }

  private static void read(byte[] document, Map<?, ?> each) {
    CborReader cbor = new CborReader(document);
    Object value = cbor.readValue();
    cbor.end();

    assertThat(value).isEqualTo(value((Map<?, ?>) each.get("expect")));
    CborReader skipped = new CborReader(document);
    skipped.skipValue();
    skipped.end();
  }

  private static void refuse(byte[] document, Map<?, ?> each) {
    assertThat(each.get("error")).isEqualTo(true);
    assertThatThrownBy(() -> new CborReader(document).readValue())
        .isInstanceOf(CborException.class);
    assertThatThrownBy(() -> new CborReader(document).skipValue())
        .isInstanceOf(CborException.class);
  }

  /** Converts from the notation of the suite: the kind of the value, and the value. */
  private static Object value(Map<?, ?> expected) {
    String kind = (String) expected.keySet().iterator().next();
    Object value = expected.get(kind);
    return switch (kind) {
      case "uint", "negint", "bool", "string" -> value;
      case "null" -> null;
      case "float32" -> Float.intBitsToFloat(((Number) value).intValue());
      case "float64" -> Double.longBitsToDouble(((Number) value).longValue());
      case "bytestring" -> bytes((List<?>) value);
      case "list" ->
          ((List<?>) value)
              .stream().map(each -> value((Map<?, ?>) each)).collect(Collectors.toList());
      case "map" -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((name, each) -> map.put(name, value((Map<?, ?>) each)));
        yield map;
      }
      case "tag" -> {
        Map<?, ?> tag = (Map<?, ?>) value;
        yield new CborTag(
            new BigInteger(tag.get("id").toString()).longValue(),
            value((Map<?, ?>) tag.get("value")));
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static byte[] bytes(List<?> numbers) {
    byte[] bytes = new byte[numbers.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = ((Number) numbers.get(i)).byteValue();
    }
    return bytes;
  }
}
