package io.boto4j.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random documents that are written and read again. The seed and the count are fixed, so every run
 * is the same on any machine.
 */
final class XmlRoundTripTest {
  private static final int DOCUMENTS = 20_000;

  private static final String[] NAMES = {"a", "Key", "x:y", "_", "A-b.c_9", "ListBucketResult"};

  /** Characters at the limits of those that are escaped, encoded differently, or rejected. */
  private static final int[] TELLING = {
    '<', '>', '&', '"', '\'', '\r', '\n', '\t', ' ', ']', 0x7f, 0x80, 0x85, 0x7ff, 0x800, 0x2028,
    0xd7ff, 0xe000, 0xfffd, 0x10000, 0x1f600, 0x10ffff
  };

  /** An element: a name, values of attributes, and children or text. */
  private record Element(
      String name, List<String> attributes, List<Element> children, String text) {}

  @Test
  void read_whatWasWritten_isTheSame() {
    Random random = new Random(20_261_123);
    int texts = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      Element root = element(random, 5);
      XmlWriter xml = new XmlWriter(random.nextInt(64));
      write(xml, root);
      byte[] document = xml.toByteArray();
      XmlReader reader = new XmlReader(document);
      reader.beginRoot();
      Element read = read(reader);
      reader.end();
      if (!read.equals(withLocalNames(root))) {
        assertThat(read).as(HexFormat.of().formatHex(document)).isEqualTo(withLocalNames(root));
      }
      texts += root.text.isEmpty() ? 0 : 1;
    }
    // Leaves and branches must both be common.
    assertThat(texts).isBetween(DOCUMENTS / 20, DOCUMENTS * 19 / 20);
  }

  @Test
  void write_anyText_isWrittenOrRefused() {
    Random random = new Random(20_261_124);
    int refused = 0;
    for (int i = 0; i < DOCUMENTS; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(6); j >= 0; j--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x40 : 0x10000));
      }
      try {
        XmlReader reader =
            new XmlReader(new XmlWriter().begin("a").text(text.toString()).end().toByteArray());
        reader.beginRoot();
        assertThat(reader.readText()).isEqualTo(text.toString());
      } catch (XmlException e) {
        assertThat(e).hasMessageStartingWith("XML has no character U+");
        refused++;
      }
    }
    assertThat(refused).isBetween(DOCUMENTS / 20, DOCUMENTS * 19 / 20);
  }

  private static Element element(Random random, int depth) {
    List<String> attributes = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      attributes.add(text(random));
    }
    List<Element> children = new ArrayList<>();
    for (int i = depth == 0 ? 0 : random.nextInt(4); i > 0; i--) {
      children.add(element(random, depth - 1));
    }
    String name = NAMES[random.nextInt(NAMES.length)];
    return new Element(name, attributes, children, children.isEmpty() ? text(random) : "");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.appendCodePoint(
          random.nextBoolean()
              ? 'a' + random.nextInt(26)
              : TELLING[random.nextInt(TELLING.length)]);
    }
    return text.toString();
  }

  private static void write(XmlWriter xml, Element element) {
    xml.begin(element.name);
    for (int i = 0; i < element.attributes.size(); i++) {
      xml.attribute("n" + i, element.attributes.get(i));
    }
    for (Element child : element.children) {
      write(xml, child);
    }
    xml.text(element.text).end();
  }

  private static Element read(XmlReader xml) {
    String name = xml.name();
    List<String> attributes = new ArrayList<>();
    String value = xml.attribute("n0");
    while (value != null) {
      attributes.add(value);
      value = xml.attribute("n" + attributes.size());
    }
    String text = xml.readLeaf();
    List<Element> children = new ArrayList<>();
    if (text == null) {
      do {
        children.add(read(xml));
      } while (xml.hasNextChild());
    }
    return new Element(name, attributes, children, text == null ? "" : text);
  }

  private static Element withLocalNames(Element element) {
    List<Element> children = new ArrayList<>();
    element.children.forEach(child -> children.add(withLocalNames(child)));
    String name = element.name.substring(element.name.indexOf(':') + 1);
    return new Element(name, element.attributes, children, element.text);
  }
}
