package io.boto4j.modelcompiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.model.ModelException;
import io.boto4j.model.ServiceModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes that packs have in common: how they are found, and packs that are read with them. */
final class DictionaryTest {
  @TempDir Path folder;
  private ServiceModel json;
  private PackFile sections;

  @BeforeEach
  void write() {
    json = SmallService.fromJson(folder, SmallService.JSON);
    sections = PackWriter.service(json, null);
  }

  @Test
  void pack_withDictionary_readsAsItsJsonDoesAndIsSmaller() {
    Dictionary dictionary = DictionaryBuilder.build(List.of(sections, sections, sections));

    byte[] pack = sections.bytes(dictionary);

    assertThat(pack.length).isLessThan(sections.bytes(Dictionary.NONE).length / 2);
    assertThat(SmallService.describe(read(pack, dictionary)))
        .isEqualTo(SmallService.describe(json));
  }

  @Test
  void pack_whoseDictionaryIsMissing_namesIt() {
    Dictionary dictionary = new Dictionary(new byte[] {'a', 'b', 'c'});
    byte[] pack = sections.bytes(dictionary);

    assertThatThrownBy(() -> SmallService.fromPack(pack))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("The dictionary of the model packs is missing: ")
        .hasMessageEndingWith("/dictionary-352441c2.pack");
  }

  @Test
  void pack_withDamagedDictionary_isAModelExceptionOrReads() {
    Dictionary dictionary = DictionaryBuilder.build(List.of(sections, sections, sections));
    byte[] pack = sections.bytes(dictionary);
    for (int i = 0; i < dictionary.bytes().length; i++) {
      byte[] damaged = dictionary.bytes();
      damaged[i] ^= 0x55;
      byte[] dictionaryPack = new Dictionary(damaged).pack().bytes(Dictionary.NONE);
      try {
        SmallService.describe(SmallService.fromPack(pack, dictionary.number(), dictionaryPack));
      } catch (ModelException expected) {
        assertThat(expected).hasMessageContaining("model pack");
      }
    }
  }

  @Test
  void build_samePacks_givesTheSameBytes() {
    List<PackFile> packs = randomPacks("");

    assertThat(DictionaryBuilder.build(packs).bytes())
        .isEqualTo(DictionaryBuilder.build(packs).bytes());
  }

  @Test
  void build_packsWithNothingInCommon_isNone() {
    assertThat(DictionaryBuilder.build(randomPacks("")).isEmpty()).isTrue();
    assertThat(DictionaryBuilder.build(List.of()).number()).isZero();
  }

  @Test
  void build_packsWithTextInCommon_isThatText() {
    Dictionary dictionary = DictionaryBuilder.build(randomPacks("what all of them have in common"));

    assertThat(new String(dictionary.bytes(), StandardCharsets.ISO_8859_1))
        .isEqualTo("what all of them have in common");
  }

  @Test
  void build_packsWithMoreInCommonThanFits_keepsWhatMostOfThemShareAtTheEnd() {
    Random random = new Random(3);
    byte[] few = new byte[20_000];
    random.nextBytes(few);
    byte[] many = new byte[2_000];
    random.nextBytes(many);
    List<PackFile> packs = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      packs.add(new PackFile().add(1, many));
      packs.add(new PackFile().add(1, i < 3 ? few : new byte[0]));
    }

    byte[] dictionary = DictionaryBuilder.build(packs).bytes();

    assertThat(dictionary).hasSize(16 * 1024);
    byte[] end = Arrays.copyOfRange(dictionary, dictionary.length - 64, dictionary.length);
    assertThat(new String(many, StandardCharsets.ISO_8859_1))
        .contains(new String(end, StandardCharsets.ISO_8859_1));
  }

  private static ServiceModel read(byte[] pack, Dictionary dictionary) {
    byte[] dictionaryPack = dictionary.pack().bytes(Dictionary.NONE);
    return SmallService.fromPack(pack, dictionary.number(), dictionaryPack);
  }

  /** Returns packs of random bytes that begin with the same text. */
  private static List<PackFile> randomPacks(String text) {
    Random random = new Random(7);
    List<PackFile> packs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      byte[] section = new byte[1000];
      random.nextBytes(section);
      byte[] common = text.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(common, 0, section, 0, common.length);
      packs.add(new PackFile().add(1, section));
    }
    return packs;
  }
}
