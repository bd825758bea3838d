package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged and random documents. Seed and count are fixed: every run is the same on any machine. */
final class XmlFuzzTest {
  private static final int MUTATIONS = 200_000;

  private static final String[] CORPUS = {
    "<a/>",
    "<a></a>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>text</a>\n",
    "\ufeff<!-- c --><a><?p i?></a><!-- d -->",
    "<a>&lt;&gt;&amp;&quot;&apos;&#233;&#x1F600;</a>",
    "<a>Größe 日本語 😀</a>",
    "<a>1<![CDATA[<b>&amp;]]>2]]&gt;</a>",
    "<a>\r\n\r\t</a>",
    "<x:a xmlns:x='u' x:b=\"1&amp;2\" c = '&#65;'><x:d/></x:a>",
    "<R xmlns='u'><Result><L><member>a</member><member/></L></Result><M><Id>1</Id></M></R>",
    "<M><entry><key>k</key><value>5</value></entry></M>",
    "<a><b><c><d><e><f>-5</f></e></d></c></b></a>",
    "<N>-123</N>",
    "<N>1.5e3</N>",
    "<B>AP8+Pw==</B>",
    "<ErrorResponse><Error><Code>C</Code><Message>m</Message></Error></ErrorResponse>",
    "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
  };

  private static final byte[] TELLING =
      "<></!?-[]CDATA&#x;:='\" \n\r\u0000é\ufeffab".getBytes(UTF_8);

  @Test
  void read_mutatedDocuments_givesAnElementOrAnXmlException() {
    Random random = new Random(20_261_122);
    int read = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] document = Mutations.of(CORPUS[i % CORPUS.length].getBytes(UTF_8), TELLING, random);
      String byLeaf = outcome(document, 0);
      read += byLeaf.isEmpty() ? 1 : 0;
      // Reading, skipping and looking for children must agree on what is well-formed.
      for (int way = 1; way < 4; way++) {
        String other = outcome(document, way);
        if (!other.equals(byLeaf)) {
          assertThat(other).as(HexFormat.of().formatHex(document)).isEqualTo(byLeaf);
        }
      }
      typedReadsAreClean(document, random);
    }
    // Both outcomes must be common, or the mutations test nothing.
    assertThat(read).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
  }

  /** Returns an empty text if the document can be read, else the message of the exception. */
  private static String outcome(byte[] document, int way) {
    try {
      XmlReader xml = new XmlReader(document);
      xml.beginRoot();
      switch (way) {
        case 0 -> leaves(xml);
        case 1 -> xml.skipElement();
        case 2 -> xml.readText();
        default -> children(xml);
      }
      xml.end();
      return "";
    } catch (XmlException e) {
      assertThat(e.offset()).isBetween(0, document.length);
      return String.valueOf(e.getMessage());
    } catch (RuntimeException | Error e) {
      return fail("unclean: " + HexFormat.of().formatHex(document), e);
    }
  }

  private static void leaves(XmlReader xml) {
    if (xml.readLeaf() == null) {
      do {
        assertThat(xml.nameEnd()).isGreaterThanOrEqualTo(xml.nameStart());
        leaves(xml);
      } while (xml.hasNextChild());
    }
  }

  private static void children(XmlReader xml) {
    while (xml.hasNextChild()) {
      if (xml.hasAttributes()) {
        assertThat(xml.attribute("nowhere")).isNull();
      }
      children(xml);
    }
  }

  private static void typedReadsAreClean(byte[] document, Random random) {
    try {
      XmlReader xml = new XmlReader(document);
      xml.beginRoot();
      String attribute = xml.attribute(random.nextBoolean() ? "c" : "x:b");
      assertThat(attribute == null || !attribute.contains("\n")).isTrue();
      switch (random.nextInt(6)) {
        case 0 -> xml.readBase64();
        case 1 -> xml.readInt();
        case 2 -> xml.readLong();
        case 3 -> xml.readDouble();
        case 4 -> xml.readBigDecimal();
        default -> xml.readBoolean();
      }
    } catch (XmlException e) {
      assertThat(e.offset()).isBetween(0, document.length);
    } catch (RuntimeException | Error e) {
      fail("unclean: " + HexFormat.of().formatHex(document), e);
    }
  }
}
