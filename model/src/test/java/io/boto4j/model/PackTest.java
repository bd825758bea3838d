package io.boto4j.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PackTest {
  @TempDir Path folder;
  private ServiceModel json;
  private byte[] pack;

  @BeforeEach
  void write() {
    json = model(Models.SERVICE);
    pack = PackWriter.service(json);
  }

  private ServiceModel model(String service) {
    Models.write(folder, "small/2026-01-01/service-2.json", service);
    return ModelLoader.of(List.of(folder)).find("small");
  }

  @Test
  void pack_ofAService_saysWhatItsJsonSays() {
    ServiceModel packed = Models.fromPack(pack);

    assertThat(Models.describe(packed)).isEqualTo(Models.describe(json));
    assertThat(packed.shapeNames()).containsExactlyInAnyOrderElementsOf(json.shapeNames());
    assertThat(packed.operationNames()).containsExactly("Do", "Rest");
    assertThat(packed.errorShape("WorseCode").name()).isEqualTo("Worse");
    assertThat(packed.errorShape("Worse")).isNull();
    assertThat(packed.findShape("All")).isSameAs(packed.findShape("All"));
    assertThat(packed.operation("do").input().member("Self").shape())
        .isSameAs(packed.findShape("All"));
    assertThat(packed.metadata().get("list")).isEqualTo(json.metadata().get("list"));
  }

  @Test
  void pack_ofTheSameModel_isTheSameBytes() {
    assertThat(PackWriter.service(model(Models.SERVICE))).isEqualTo(pack);
    assertThat(PackWriter.service(Models.fromPack(pack))).isEqualTo(pack);
  }

  @Test
  void pack_ofParts_holdsThem() {
    Models.write(
        folder, "small/2026-01-01/paginators-1.json", "{\"pagination\": {\"Do\": {\"a\": 1}}}");
    Models.write(
        folder, "small/2026-01-01/waiters-2.json", "{\"version\": 2, \"waiters\": {\"W\": {}}}");
    Models.write(folder, "small/2026-01-01/endpoint-rule-set-1.json", "{\"rules\": []}");
    Models.write(folder, "endpoints.json", Models.ENDPOINTS);

    PackServiceSource source =
        new PackServiceSource(Models.open(PackWriter.service(model(Models.SERVICE))));

    assertThat(source.part(ModelPart.PAGINATORS)).isEqualTo(Map.of("Do", Map.of("a", 1)));
    assertThat(source.part(ModelPart.WAITERS)).isEqualTo(Map.of("W", Map.of()));
    assertThat(source.endpointRules()).isNotNull();
    assertThat(source.signingRegions())
        .isEqualTo(Map.of("aws", Map.of("partitionEndpoint", "aws-global")));
    assertThat(new PackServiceSource(Models.open(pack)).endpointRules()).isNull();
    assertThat(new PackServiceSource(Models.open(pack)).part(ModelPart.WAITERS)).isEmpty();
  }

  @Test
  void pack_ofLargeService_needsMoreBlocksThanOne() {
    StringBuilder shapes = new StringBuilder();
    StringBuilder operations = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      shapes.append(", \"S").append(i).append("\": {\"type\": \"structure\", \"members\": {");
      shapes.append("\"Member").append(i).append("\": {\"shape\": \"S").append((i * 7 + 1) % 3000);
      shapes.append("\"}}}");
      operations.append(", \"Op").append(i).append("\": {\"name\": \"Op").append(i);
      operations.append("\", \"input\": {\"shape\": \"S").append(2999 - i).append("\"}}");
    }
    ServiceModel large =
        model(
            Models.SERVICE
                .replace(", \"Rest\"", operations + ", \"Rest\"")
                .replace(
                    "\"Rest\": {\"name\": \"Rest\"}", "\"Rest\": {\"name\": \"Rest\"}" + operations)
                .replace(
                    "\"Alone\": {\"type\": \"double\"}",
                    "\"Alone\": {\"type\": \"double\"}" + shapes));
    assertThat(large.shapeNames()).hasSizeGreaterThan(3000);

    ServiceModel packed = Models.fromPack(PackWriter.service(large));

    assertThat(Models.describe(packed)).isEqualTo(Models.describe(large));
  }

  @Test
  void pack_ofHostileNames_givesThemBack() {
    String[] names = {
      "",
      " ",
      "a.b/c\\\\d",
      "\\u0000",
      "\\u00fc\\ud83d\\ude00",
      "Aa",
      "BB",
      "AaAa",
      "BBBB",
      "AaBB",
      "__proto__",
      "constructor",
      "x".repeat(100_000)
    };
    StringBuilder members = new StringBuilder();
    for (String name : names) {
      members.append(members.length() == 0 ? "" : ", ");
      members.append('"').append(name).append("\": {\"shape\": \"Text\"}");
    }
    ServiceModel odd =
        model(
            Models.SERVICE.replace(
                "\"Leaf\": {\"type\": \"structure\", \"members\": {}}",
                "\"Leaf\": {\"type\": \"structure\", \"members\": {" + members + "}}"));

    ServiceModel packed = Models.fromPack(PackWriter.service(odd));

    StructureShape leaf = (StructureShape) packed.findShape("Leaf");
    assertThat(leaf.size()).isEqualTo(names.length);
    for (int i = 0; i < leaf.size(); i++) {
      String name = leaf.member(i).name();
      assertThat(name).isEqualTo(((StructureShape) odd.findShape("Leaf")).member(i).name());
      assertThat(leaf.indexOf(name)).isEqualTo(i);
      byte[] utf8 = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      for (int guess : new int[] {-1, 0, i, leaf.size()}) {
        assertThat(leaf.indexOfWireName(utf8, 0, utf8.length, guess)).isEqualTo(i);
      }
    }
    assertThat(leaf.indexOf("absent")).isEqualTo(-1);
    assertThat(leaf.indexOf("\u00e4")).isEqualTo(-1);
  }

  @Test
  void value_ofEveryKind_comesBack() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("null", null);
    value.put(
        "numbers",
        List.of(0, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE));
    value.put("big", new BigInteger("9".repeat(100)));
    value.put("doubles", List.of(0.5, -0.0, 1e300, Double.MIN_VALUE));
    value.put("decimal", new BigDecimal("0.123456789012345678901234567890"));
    value.put("texts", List.of("", "\u00fc\ud83d\ude00\0", "x".repeat(200_000)));
    value.put("flags", List.of(true, false));
    value.put("", new ArrayList<>(Arrays.asList(null, List.of(), Map.of())));

    byte[] written = PackWriter.value(value);

    assertThat(new PackInput(Models.open(written).required(PackFormat.VALUE, 0), 0).value())
        .isEqualTo(value);
  }

  @Test
  void value_ofForeignType_isRefused() {
    assertThatThrownBy(() -> PackWriter.value(Map.of("a", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.Object");
  }

  @Test
  void open_notAPack_saysSo() {
    for (byte[] bytes :
        new byte[][] {
          {},
          {'B'},
          "B4JP".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
          "<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII)
        }) {
      assertThatThrownBy(() -> Models.open(bytes))
          .isInstanceOf(ModelException.class)
          .hasMessage("Not a model pack: a pack in memory");
    }
  }

  @Test
  void open_otherFormat_saysWhichVersionsToUse() {
    byte[] newer = pack.clone();
    newer[4] = 99;

    assertThatThrownBy(() -> Models.open(newer))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("has format 99")
        .hasMessageContaining("same version");
  }

  @Test
  void pack_cutAnywhere_isAModelException() {
    for (int length = 0; length < pack.length; length++) {
      assertReadsOrRefuses(Arrays.copyOf(pack, length));
    }
  }

  @Test
  void pack_anyByteChanged_isAModelExceptionOrReads() {
    for (int i = 5; i < pack.length; i++) {
      for (int change : new int[] {1, 0x80, 0xff}) {
        byte[] damaged = pack.clone();
        damaged[i] ^= (byte) change;
        assertReadsOrRefuses(damaged);
      }
    }
  }

  /** Damage beneath the compression, which a checksum would not catch either. */
  @Test
  void pack_anySectionChanged_isAModelExceptionOrReads() {
    Random random = new Random(5);
    Pack good = Models.open(pack);
    for (int round = 0; round < 5000; round++) {
      PackBuilder damaged = new PackBuilder();
      int victim = random.nextInt(5);
      int kind = 0;
      for (int each :
          new int[] {
            PackFormat.META,
            PackFormat.OPERATION_NAMES,
            PackFormat.OPERATIONS,
            PackFormat.SHAPES,
            PackFormat.ERROR_CODES
          }) {
        byte[] section = good.required(each, 0);
        if (kind++ == victim) {
          for (int i = 0; i <= random.nextInt(3); i++) {
            section[random.nextInt(section.length)] = (byte) random.nextInt(256);
          }
        }
        damaged.add(each, section);
      }
      assertReadsOrRefuses(damaged.build());
    }
  }

  private static void assertReadsOrRefuses(byte[] bytes) {
    try {
      Models.describe(Models.fromPack(bytes));
    } catch (ModelException expected) {
      assertThat(expected).hasMessageContaining("model pack");
    }
  }

  /** Writes a pack from sections that need not make sense. */
  private static final class PackBuilder {
    private final PackOutput table = new PackOutput();
    private final PackOutput data = new PackOutput();
    private int sections;

    void add(int kind, byte[] section) {
      byte[] stored = deflate(section);
      table.u8(kind);
      table.varint(section.length);
      table.varint(stored.length);
      data.raw(stored);
      sections++;
    }

    byte[] build() {
      PackOutput head = new PackOutput();
      head.varint(sections);
      head.raw(table.toByteArray());
      PackOutput file = new PackOutput();
      file.raw(PackFormat.MAGIC);
      file.u8(PackFormat.VERSION);
      file.varint(head.length());
      file.raw(head.toByteArray());
      file.raw(data.toByteArray());
      return file.toByteArray();
    }

    private static byte[] deflate(byte[] raw) {
      java.util.zip.Deflater deflater = new java.util.zip.Deflater(1, true);
      deflater.setInput(raw);
      deflater.finish();
      byte[] out = new byte[raw.length * 2 + 64];
      int length = deflater.deflate(out);
      deflater.end();
      return Arrays.copyOf(out, length);
    }
  }
}
