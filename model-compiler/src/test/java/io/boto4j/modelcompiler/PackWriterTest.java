package io.boto4j.modelcompiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelException;
import io.boto4j.model.ModelPart;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import io.boto4j.model.pack.Pack;
import io.boto4j.model.pack.PackFormat;
import io.boto4j.model.pack.PackOutput;
import io.boto4j.model.pack.PackStorage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that are written, then read again, whole or damaged. */
final class PackWriterTest {
  private static final String ENDPOINTS =
      """
      {"partitions": [
        {"partition": "aws", "services": {"small": {"partitionEndpoint": "aws-global",
          "endpoints": {"eu-west-1": {"credentialScope": {"region": "eu-west-1"}}}}}},
        {"partition": "aws-cn", "services": {"small": {"endpoints": {"cn-north-1": {}}}}}]}
      """;

  @TempDir Path folder;
  private ServiceModel json;
  private byte[] pack;

  @BeforeEach
  void write() {
    json = SmallService.fromJson(folder, SmallService.JSON);
    pack = write(json);
  }

  @Test
  void pack_ofAService_saysWhatItsJsonSays() {
    ServiceModel packed = SmallService.fromPack(pack);

    assertThat(SmallService.describe(packed)).isEqualTo(SmallService.describe(json));
    assertThat(packed.shapeNames()).containsExactlyInAnyOrderElementsOf(json.shapeNames());
    assertThat(packed.operationNames()).containsExactly("Do", "Rest");
    assertThat(packed.errorShape("WorseCode").name()).isEqualTo("Same");
    assertThat(packed.errorShape("Worse")).isNull();
    assertThat(packed.findShape("All")).isSameAs(packed.findShape("All"));
    assertThat(packed.operation("do").input().member("Self").shape())
        .isSameAs(packed.findShape("All"));
    assertThat(packed.metadata().get("list")).isEqualTo(json.metadata().get("list"));
  }

  @Test
  void pack_ofTheSameModel_isTheSameBytes() {
    assertThat(write(SmallService.fromJson(folder, SmallService.JSON))).isEqualTo(pack);
    assertThat(write(SmallService.fromPack(pack))).isEqualTo(pack);
  }

  @Test
  void pack_ofParts_holdsThem() {
    SmallService.write(
        folder, "small/2026-01-01/paginators-1.json", "{\"pagination\": {\"Do\": {\"a\": 1}}}");
    SmallService.write(
        folder, "small/2026-01-01/waiters-2.json", "{\"version\": 2, \"waiters\": {\"W\": {}}}");
    SmallService.write(folder, "small/2026-01-01/endpoint-rule-set-1.json", "{\"rules\": []}");
    SmallService.write(folder, "endpoints.json", ENDPOINTS);

    ServiceModel packed =
        SmallService.fromPack(write(SmallService.fromJson(folder, SmallService.JSON)));

    assertThat(packed.part(ModelPart.PAGINATORS)).isEqualTo(Map.of("Do", Map.of("a", 1)));
    assertThat(packed.part(ModelPart.WAITERS)).isEqualTo(Map.of("W", Map.of()));
    assertThat(packed.endpointRules()).isNotNull();
    assertThat(packed.signingRegions())
        .isEqualTo(Map.of("aws", Map.of("partitionEndpoint", "aws-global")));
    ServiceModel without = SmallService.fromPack(pack);
    assertThat(without.endpointRules()).isNull();
    assertThat(without.part(ModelPart.WAITERS)).isEmpty();
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
        SmallService.fromJson(
            folder,
            SmallService.JSON
                .replace(", \"Rest\"", operations + ", \"Rest\"")
                .replace(
                    "\"Rest\": {\"name\": \"Rest\"}", "\"Rest\": {\"name\": \"Rest\"}" + operations)
                .replace(
                    "\"Alone\": {\"type\": \"double\"}",
                    "\"Alone\": {\"type\": \"double\"}" + shapes));
    assertThat(large.shapeNames()).hasSizeGreaterThan(3000);

    ServiceModel packed = SmallService.fromPack(write(large));

    assertThat(SmallService.describe(packed)).isEqualTo(SmallService.describe(large));
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
        SmallService.fromJson(
            folder,
            SmallService.JSON.replace(
                "\"Leaf\": {\"type\": \"structure\", \"members\": {}}",
                "\"Leaf\": {\"type\": \"structure\", \"members\": {" + members + "}}"));

    ServiceModel packed = SmallService.fromPack(write(odd));

    StructureShape leaf = (StructureShape) packed.findShape("Leaf");
    assertThat(leaf.size()).isEqualTo(names.length);
    for (int i = 0; i < leaf.size(); i++) {
      String name = leaf.member(i).name();
      assertThat(name).isEqualTo(((StructureShape) odd.findShape("Leaf")).member(i).name());
      assertThat(leaf.indexOf(name)).isEqualTo(i);
      byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
      for (int guess : new int[] {-1, 0, i, leaf.size()}) {
        assertThat(leaf.indexOfWireName(utf8, 0, utf8.length, guess)).isEqualTo(i);
      }
    }
    assertThat(leaf.indexOf("absent")).isEqualTo(-1);
    assertThat(leaf.indexOf("\u00e4")).isEqualTo(-1);
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

  /** Damage within the compressed data, which a checksum would not find either. */
  @Test
  void pack_anySectionChanged_isAModelExceptionOrReads() {
    Random random = new Random(5);
    Pack good = Pack.open(new Memory(pack));
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

  private static byte[] write(ServiceModel model) {
    return PackWriter.service(model, null).bytes(Dictionary.NONE);
  }

  private static void assertReadsOrRefuses(byte[] bytes) {
    try {
      ServiceModel packed = SmallService.fromPack(bytes);
      // Without its first section, the pack is not that of a service.
      if (packed != null) {
        SmallService.describe(packed);
      }
    } catch (ModelException expected) {
      assertThat(expected).hasMessageContaining("model pack");
    }
  }

  private static final class Memory implements PackStorage {
    private final byte[] bytes;

    Memory(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public byte[] read(long offset, int length) {
      int from = (int) Math.min(offset, bytes.length);
      int to = (int) Math.min(offset + length, bytes.length);
      return Arrays.copyOfRange(bytes, from, to);
    }

    @Override
    public String name() {
      return "a pack in memory";
    }
  }

  /** Writes a pack from sections that may be malformed. */
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
      file.raw(PackFormat.MAGIC.getBytes(StandardCharsets.US_ASCII));
      file.u8(PackFormat.VERSION);
      file.varint(0);
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
