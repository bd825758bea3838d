package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of {@link XmlWriter}: those of Python's ElementTree, except line ends in text. */
final class XmlWriterTest {
  private static String written(XmlWriter xml) {
    return new String(xml.toByteArray(), UTF_8);
  }

  private static String text(String text) {
    return written(new XmlWriter().begin("a").text(text).end());
  }

  private static String attribute(String value) {
    return written(new XmlWriter().begin("a").attribute("b", value).end());
  }

  @Test
  void elements_nested_areWrittenWithoutBlanksBetween() {
    XmlWriter xml =
        new XmlWriter()
            .begin("Delete")
            .namespace(null, "http://s3.amazonaws.com/doc/2006-03-01/")
            .begin("Object")
            .begin("Key")
            .text("k")
            .end()
            .begin("VersionId")
            .end()
            .end()
            .end();

    assertThat(written(xml))
        .isEqualTo(
            "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>k</Key>"
                + "<VersionId /></Object></Delete>");
    assertThat(new String(xml.buffer(), 0, xml.length(), UTF_8)).isEqualTo(written(xml));
  }

  @Test
  void namespace_withPrefix_standsBeforeTheAttributesThatUseIt() {
    XmlWriter xml =
        new XmlWriter().begin("Grantee").namespace("xsi", "u").attribute("xsi:type", "Group").end();

    assertThat(written(xml)).isEqualTo("<Grantee xmlns:xsi=\"u\" xsi:type=\"Group\" />");
  }

  @Test
  void text_markup_isEscapedAndQuotesAreNot() {
    assertThat(text("<a href=\"x\" b='y'>&amp; ]]>"))
        .isEqualTo("<a>&lt;a href=\"x\" b='y'&gt;&amp;amp; ]]&gt;</a>");
  }

  @Test
  void text_lineEnds_areReferencesSoThatReadersKeepThem() {
    assertThat(text("a\rb\nc\r\nd\te")).isEqualTo("<a>a&#xD;b&#xA;c&#xD;&#xA;d\te</a>");
  }

  @Test
  void text_beyondAscii_isUtf8() {
    String odd = "\u007f\u0080\u0085\u07ff\u0800\u2028\ud7ff\ue000\ufffd\ud800\udc00\udbff\udfff";

    assertThat(text(odd)).isEqualTo("<a>" + odd + "</a>");
  }

  @Test
  void text_empty_leavesNoTrace() {
    assertThat(text("")).isEqualTo("<a />");
    assertThat(written(new XmlWriter().begin("a").base64(new byte[3], 1, 0).end()))
        .isEqualTo("<a />");
    assertThat(text(" ")).isEqualTo("<a> </a>");
  }

  @Test
  void attribute_quotesAndBlanks_areEscaped() {
    assertThat(attribute("\"'<>&\t\n\r \u00fc\ud83d\ude00"))
        .isEqualTo("<a b=\"&quot;'&lt;&gt;&amp;&#09;&#10;&#13; \u00fc\ud83d\ude00\" />");
    assertThat(attribute("")).isEqualTo("<a b=\"\" />");
  }

  @Test
  void base64_slice_isPadded() {
    byte[] bytes = {9, 0, (byte) 0xff, 9};

    assertThat(written(new XmlWriter().begin("a").base64(bytes, 1, 2).end()))
        .isEqualTo("<a>AP8=</a>");
    assertThatThrownBy(() -> new XmlWriter().begin("a").base64(bytes, 3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 11, 12, 0x1f, 0xd800, 0xdfff, 0xfffe, 0xffff})
  void character_xmlDoesNotHave_isRefusedWithItsPlace(int c) {
    XmlWriter xml = new XmlWriter().begin("Delete").begin("Key").text("secret");

    XmlException e =
        catchThrowableOfType(XmlException.class, () -> xml.text("secret" + (char) c + "b"));

    assertThat(e)
        .hasMessageMatching("XML has no character U\\+[0-9A-F]{4}, which is in Delete/Key");
    assertThat(e).hasMessageContaining(Integer.toHexString(c).toUpperCase(Locale.ROOT));
    assertThat(e.offset()).isEqualTo("<Delete><Key>secretsecret".length());
  }

  @Test
  void character_inAttribute_isRefusedWithItsName() {
    assertThatThrownBy(() -> attribute("\u0001"))
        .isInstanceOf(XmlException.class)
        .hasMessage("XML has no character U+0001, which is in a@b");
  }

  @Test
  void surrogates_swapped_areRefused() {
    assertThatThrownBy(() -> text("\udc00\ud800")).isInstanceOf(XmlException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "1a", "-a", "a>", "a/", "a\"", "\u00fc", "a\n", "a=\"1\" b"})
  void name_thatIsNone_isRefused(String name) {
    assertThatThrownBy(() -> new XmlWriter().begin(name)).isInstanceOf(XmlException.class);
    assertThatThrownBy(() -> new XmlWriter().begin("a").attribute(name, ""))
        .isInstanceOf(XmlException.class);
    assertThatThrownBy(() -> new XmlWriter().begin("a").begin(name))
        .isInstanceOf(XmlException.class)
        .hasMessageEndingWith("in a");
  }

  @Test
  void depth_beyondTheBound_isRefused() {
    XmlWriter xml = new XmlWriter(0);
    for (int i = 0; i < XmlWriter.MAX_DEPTH; i++) {
      xml.begin("a");
    }

    assertThatThrownBy(() -> xml.begin("a")).isInstanceOf(XmlException.class);
  }

  @Test
  void depth_atTheBound_canBeReadAgain() {
    XmlWriter xml = new XmlWriter(0);
    for (int i = 0; i < XmlWriter.MAX_DEPTH; i++) {
      xml.begin("a");
    }
    for (int i = 0; i < XmlWriter.MAX_DEPTH; i++) {
      xml.end();
    }
    XmlReader reader = new XmlReader(xml.toByteArray());

    reader.beginRoot();
    reader.skipElement();
    reader.end();
  }

  @Test
  void misuse_isAnIllegalState() {
    XmlWriter closed = new XmlWriter().begin("a").end();

    assertThatThrownBy(() -> closed.begin("b")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> closed.text("b")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(closed::end).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> closed.base64(new byte[1], 0, 1))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new XmlWriter().begin("a").text("t").attribute("b", "c"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new XmlWriter().begin("a").begin("b").toByteArray())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Still open: a/b");
  }

  @Test
  void buffer_ofAnySize_grows() {
    char[] letters = new char[100_000];
    Arrays.fill(letters, '\u00fc');
    String text = new String(letters) + "&\ud83d\ude00".repeat(1000);

    String expected = "<a>" + text.replace("&", "&amp;") + "</a>";
    for (int capacity = 0; capacity < 20; capacity++) {
      assertThat(written(new XmlWriter(capacity).begin("a").text(text).end())).isEqualTo(expected);
      assertThat(
              written(
                  new XmlWriter(capacity).begin("a").attribute("b", "\"\"").begin("c").end().end()))
          .isEqualTo("<a b=\"&quot;&quot;\"><c /></a>");
    }
  }
}
