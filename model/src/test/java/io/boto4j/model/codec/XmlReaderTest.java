package io.boto4j.model.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class XmlReaderTest {
  private static XmlReader root(String document) {
    XmlReader xml = new XmlReader(document.getBytes(UTF_8));
    xml.beginRoot();
    return xml;
  }

  private static String textOf(String document) {
    XmlReader xml = root(document);
    String text = xml.readText();
    xml.end();
    return text;
  }

  private static XmlException refusal(String document) {
    return refusal(document.getBytes(UTF_8));
  }

  private static XmlException refusal(byte[] document) {
    XmlException read = catchThrowableOfType(XmlException.class, () -> readAll(document));
    XmlException skipped =
        catchThrowableOfType(
            XmlException.class,
            () -> {
              XmlReader xml = new XmlReader(document);
              xml.beginRoot();
              xml.skipElement();
              xml.end();
            });
    assertThat(read).isNotNull();
    assertThat(skipped).hasMessage(read.getMessage());
    return read;
  }

  private static void readAll(byte[] document) {
    XmlReader xml = new XmlReader(document);
    xml.beginRoot();
    readElement(xml);
    xml.end();
  }

  private static void readElement(XmlReader xml) {
    if (xml.readLeaf() == null) {
      do {
        readElement(xml);
      } while (xml.hasNextChild());
    }
  }

  @Test
  void children_several_comeInOrder() {
    XmlReader xml = root("<a> x <b>1</b><c/>y<d><e/></d> </a>");
    List<String> names = new ArrayList<>();
    while (xml.hasNextChild()) {
      names.add(xml.name());
      xml.skipElement();
    }
    xml.end();

    assertThat(names).containsExactly("b", "c", "d");
  }

  @Test
  void children_ofEmptyElement_areNone() {
    for (String document : List.of("<a/>", "<a></a>", "<a />", "<a> </a >", "<a b='c'/>")) {
      XmlReader xml = root(document);
      assertThat(xml.hasNextChild()).isFalse();
      xml.end();
    }
  }

  @Test
  void name_withPrefix_isTheLocalOne() {
    XmlReader xml = root("<n:outer xmlns:n='u'/>");

    assertThat(xml.name()).isEqualTo("outer");
    assertThat(xml.nameEquals("outer")).isTrue();
    assertThat(xml.nameEquals("oute")).isFalse();
    assertThat(new String(xml.bytes(), xml.nameStart(), 5, UTF_8)).isEqualTo("outer");
    assertThat(xml.nameEnd() - xml.nameStart()).isEqualTo(5);
  }

  @Test
  void name_beyondAscii_isRead() {
    assertThat(root("<größe/>").name()).isEqualTo("größe");
  }

  @Test
  void text_references_areResolved() {
    assertThat(textOf("<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;&#x0000E9;&#10;</a>"))
        .isEqualTo("<>&\"'A😀é\n");
  }

  @Test
  void text_cdataCommentsInstructions_areOneText() {
    assertThat(textOf("<a>1<!-- 2 -->3<![CDATA[<4>&amp;]]>5<?six 6?>7</a>"))
        .isEqualTo("13<4>&amp;57");
  }

  @Test
  void text_lineEnds_areLineFeeds() {
    assertThat(textOf("<a>1\r\n2\r3\n4<![CDATA[\r\n5\r]]>&#13;</a>"))
        .isEqualTo("1\n2\n3\n4\n5\n\r");
  }

  @Test
  void text_blanks_stay() {
    assertThat(textOf("<a>  \t</a>")).isEqualTo("  \t");
  }

  @Test
  void text_beforeChild_isAllThatIsRead() {
    XmlReader xml = root("<a><b>one<c>two</c>three</b><d>four</d></a>");

    assertThat(xml.hasNextChild()).isTrue();
    assertThat(xml.readText()).isEqualTo("one");
    assertThat(xml.hasNextChild()).isTrue();
    assertThat(xml.readText()).isEqualTo("four");
    assertThat(xml.hasNextChild()).isFalse();
    xml.end();
  }

  @Test
  void text_bracketsAlone_areText() {
    assertThat(textOf("<a>] ]] > ]x]></a>".replace("]x]>", "]x] >"))).isEqualTo("] ]] > ]x] >");
  }

  @Test
  void leaf_withChildren_entersTheFirst() {
    XmlReader xml = root("<a>x<b>1</b></a>");

    assertThat(xml.readLeaf()).isNull();
    assertThat(xml.name()).isEqualTo("b");
    assertThat(xml.readLeaf()).isEqualTo("1");
  }

  @Test
  void attributes_all_areFoundByName() {
    XmlReader xml =
        root("<a xmlns='u' xmlns:x='v' id=\"1&amp;&#xe9;\" x:type = 'T\t\r\n\n' empty=''/>");

    assertThat(xml.hasAttributes()).isTrue();
    assertThat(xml.attribute("id")).isEqualTo("1&é");
    assertThat(xml.attribute("xsi:type")).as("whatever its prefix").isEqualTo("T   ");
    assertThat(xml.attribute("type")).isNull();
    assertThat(xml.attribute("xsi:id")).isNull();
    assertThat(xml.attribute("empty")).isEmpty();
    assertThat(xml.attribute("xmlns")).isNull();
    assertThat(xml.attribute("q:x")).isNull();
  }

  @Test
  void attributes_onlyDeclarations_areNone() {
    assertThat(root("<a xmlns='u' xmlns:x='v'/>").hasAttributes()).isFalse();
    assertThat(root("<a xmlnsx='u'/>").hasAttributes()).isTrue();
  }

  @Test
  void attributes_ofNextElement_areItsOwn() {
    XmlReader xml = root("<a id='1'><b/></a>");
    assertThat(xml.hasNextChild()).isTrue();

    assertThat(xml.attribute("id")).isNull();
    assertThat(xml.hasAttributes()).isFalse();
  }

  @Test
  void prolog_declarationAndComments_arePassedOver() {
    assertThat(
            textOf(
                "\ufeff<?xml version='1.0' encoding='latin1'?>\n<!-- - --><?p?><a>é</a> <!---->\n"))
        .isEqualTo("é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" ", "\r\n\t ", "\ufeff", "\ufeff \n", " \n\ufeff", "\ufeff\ufeff", " \ufeff "})
  void prolog_afterBlanksAndMarks_isPassedOver(String before) {
    assertThat(textOf(before + "<?xml version='1.0'?><a>b</a>")).isEqualTo("b");
    assertThat(textOf(before.repeat(50_000) + "<a>b</a>")).isEqualTo("b");
    refusal(before);
    refusal(before + "<?xml version='1.0'?> <?xml version='1.0'?><a/>");
  }

  @Test
  void slice_ofArray_isReadAlone() {
    byte[] bytes = "junk<a>1</a>junk".getBytes(UTF_8);
    XmlReader xml = new XmlReader(bytes, 4, bytes.length - 8, 1);
    xml.beginRoot();

    assertThat(xml.readInt()).isEqualTo(1);
    xml.end();
    XmlReader broken = new XmlReader(bytes, 4, 4, 1);
    broken.beginRoot();
    assertThatExceptionOfType(XmlException.class)
        .isThrownBy(broken::readText)
        .withMessage(
            "Expected the end tag of the innermost element at byte 4, where the input ends");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
        "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://x/'><a/>",
        "<a><!DOCTYPE a></a>",
        "<a/><!DOCTYPE a>",
        "<!doctype html><html/>"
      })
  void doctype_any_isRefused(String document) {
    assertThat(refusal(document)).hasMessageContaining("Expected no document type declaration");
  }

  /** XML 1.0 has no such characters, but the keys of objects do, and stores send them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a>\u0001b\u001f</a>",
        "<a>&#1;b&#x1F;</a>",
        "<a><![CDATA[\u0001b]]>\u001f</a>",
        "<a x='\u0002'><!--\u0003--><?p \u0004?>\u0001b\u001f</a>"
      })
  void controlCharacters_areRead(String document) {
    XmlReader xml = new XmlReader(document.getBytes(StandardCharsets.UTF_8));
    xml.beginRoot();
    assertThat(xml.readText()).isEqualTo("\u0001b\u001f");
    xml.end();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\ufeff",
        "text",
        "<",
        "<a",
        "<a ",
        "<a>",
        "<a/",
        "<a></",
        "<a></a",
        "<a></b>",
        "<a></aa>",
        "<aa></a>",
        "<x:a></a>",
        "<a></a b>",
        "</a>",
        "<a><b></a></b>",
        "<a/>x",
        "<a/><b/>",
        "<a/></a>",
        "<a/>&#32;",
        "<1/>",
        "< a/>",
        "<a / >",
        "<a b/>",
        "<a b=c/>",
        "<a b='c/>",
        "<a b='1'c='2'/>",
        "<a b='1' b='2'/>",
        "<a b='<'/>",
        "<a b='&x;'/>",
        "<a b='&'/>",
        "<a 'b'/>",
        "<a>&nbsp;</a>",
        "<a>&amp</a>",
        "<a>&;</a>",
        "<a>&#;</a>",
        "<a>&#x;</a>",
        "<a>&#X41;</a>",
        "<a>&#a;</a>",
        "<a>&#0;</a>",
        "<a>&#xd800;</a>",
        "<a>&#xffff;</a>",
        "<a>&#x110000;</a>",
        "<a>&#99999999999999999999;</a>",
        "<a>&</a>",
        "<a>]]></a>",
        "<a><![CDATA[</a>",
        "<a><![CDATA[]]</a>",
        "<a><![cdata[]]></a>",
        "<![CDATA[]]><a/>",
        "<a><!-- -- --></a>",
        "<a><!-- --->x</a>",
        "<a><!-- ",
        "<a><!x></a>",
        "<a><?x</a>",
        "<a><?></a>",
        "<a><?xml version='1.0'?></a>",
        "<?xml version='1.0'?><?XML?><a/>",
        "<a>\u0000</a>",
        "<a>\uffff</a>",
        "<a b='\u0000'/>",
        "<a><!--\u0000--></a>",
        "<a><![CDATA[\u0000]]></a>",
        "<a><?p \u0000?></a>",
        "<a\u0001/>"
      })
  void document_malformed_isRefused(String document) {
    assertThat(refusal(document)).hasMessageStartingWith("Expected ");
  }

  @Test
  void utf8_malformed_isRefused() {
    for (String bad :
        List.of(
            "\u0080",
            "\u00c3",
            "\u00c0\u0080",
            "\u00e0\u0080\u0080",
            "\u00ed\u00a0\u0080",
            "\u00f4\u0090\u0080\u0080",
            "\u00f0\u0080\u0080\u0080",
            "\u00ff",
            "\u00e2\u0082",
            "\u00ef\u00bf\u00be")) {
      for (String around : List.of("<a>%</a>", "<a b='%'/>", "<a%/>", "<a><!--%--></a>")) {
        refusal(around.replace("%", bad).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  @Test
  void message_malformed_quotesNothing() {
    XmlException e = refusal("<a><secret>secret</secrets></a>");

    assertThat(e).hasMessage("Expected the end tag of the innermost element at byte 17");
    assertThat(e.offset()).isEqualTo(17);
  }

  @Test
  void depth_beyondTheBound_isRefused() {
    String deep = "<a>".repeat(256) + "</a>".repeat(256);
    XmlReader xml = root(deep);
    xml.skipElement();
    xml.end();

    assertThat(refusal("<a>" + deep + "</a>"))
        .hasMessage("Expected at most 256 levels of elements at byte 768");
    assertThatIllegalArgumentException().isThrownBy(() -> new XmlReader(new byte[0], 0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new XmlReader(new byte[0], 0, 0, 1001));
  }

  @Test
  void attributes_beyondTheBounds_areRefused() {
    StringBuilder many = new StringBuilder("<a");
    for (int i = 0; i < 64; i++) {
      many.append(" b").append(i).append("='").append(i).append('\'');
    }
    assertThat(root(many + "/>").attribute("b63")).isEqualTo("63");
    assertThat(refusal(many + " more=''/>")).hasMessageContaining("at most 64 attributes");

    String longest = "x".repeat(65_536);
    assertThat(root("<a b='" + longest + "'/>").attribute("b")).isEqualTo(longest);
    assertThat(refusal("<a b='" + longest + "x'/>")).hasMessageContaining("at most 65536 bytes");
  }

  @Test
  void numbers_good_areRead() {
    assertThat(root("<a> -2147483648\n</a>").readInt()).isEqualTo(Integer.MIN_VALUE);
    assertThat(root("<a>+007</a>").readInt()).isEqualTo(7);
    assertThat(root("<a>&#53;</a>").readInt()).isEqualTo(5);
    assertThat(root("<a>-9223372036854775808</a>").readLong()).isEqualTo(Long.MIN_VALUE);
    assertThat(root("<a>9223372036854775807</a>").readLong()).isEqualTo(Long.MAX_VALUE);
    assertThat(root("<a>1e-7</a>").readDouble()).isEqualTo(1e-7);
    assertThat(root("<a>NaN</a>").readDouble()).isNaN();
    assertThat(root("<a>-Infinity</a>").readDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(root("<a>92233720368547758070</a>").readBigInteger())
        .isEqualTo(new BigInteger("92233720368547758070"));
    assertThat(root("<a>1.50</a>").readBigDecimal()).isEqualTo(new BigDecimal("1.50"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        " ",
        "1.5",
        "1e3",
        "0x1",
        "many",
        "1 2",
        "--1",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999",
        "١"
      })
  void whole_unfit_isNullAndLeavesTheText(String text) {
    XmlReader xml = root("<r><a>" + text + "</a><b>1</b></r>");

    assertThat(xml.hasNextChild()).isTrue();
    assertThat(xml.readLong()).isNull();
    assertThat(xml.lastText()).isEqualTo(text);
    assertThat(xml.hasNextChild()).isTrue();
    assertThat(xml.readInt()).isEqualTo(1);
  }

  @Test
  void numbers_unfit_areNull() {
    assertThat(root("<a>2147483648</a>").readInt()).isEqualTo(2147483648L);
    for (String text : List.of("", "1d", "1F", "0x1p3", "nan", "1.5.", "9".repeat(1001))) {
      XmlReader xml = root("<a>" + text + "</a>");
      assertThat(xml.readDouble()).isNull();
      assertThat(xml.lastText()).isEqualTo(text);
    }
    assertThat(root("<a>1.5</a>").readBigInteger()).isNull();
    assertThat(root("<a>x</a>").readBigDecimal()).isNull();
  }

  @Test
  void boolean_any_isReadOrNull() {
    for (String text : List.of("true", "True", "1", " true")) {
      assertThat(root("<a>" + text + "</a>").readBoolean()).isTrue();
    }
    for (String text : List.of("false", "FALSE", "0", "false\n")) {
      assertThat(root("<a>" + text + "</a>").readBoolean()).isFalse();
    }
    for (String text : List.of("", "truely", "yes", "2")) {
      XmlReader xml = root("<a>" + text + "</a>");
      assertThat(xml.readBoolean()).isNull();
      assertThat(xml.lastText()).isEqualTo(text);
    }
  }

  @Test
  void base64_withLineEnds_isRead() {
    assertThat(root("<a>AP8=</a>").readBase64()).containsExactly(0, -1);
    assertThat(root("<a>\r\n AP8\n=\t</a>").readBase64()).containsExactly(0, -1);
    assertThat(root("<a/>").readBase64()).isEmpty();
    XmlReader xml = root("<a>AP8</a>");
    assertThat(xml.readBase64()).isNull();
    assertThat(xml.lastText()).isEqualTo("AP8");
  }

  @Test
  void calls_outOfPlace_areMisuse() {
    XmlReader fresh = new XmlReader("<a/>".getBytes(UTF_8));
    assertThatIllegalStateException().isThrownBy(fresh::hasNextChild);
    assertThatIllegalStateException().isThrownBy(fresh::readText);
    assertThatIllegalStateException().isThrownBy(fresh::end);
    fresh.beginRoot();
    assertThatIllegalStateException().isThrownBy(fresh::beginRoot);
    assertThatIllegalStateException().isThrownBy(fresh::end);
    fresh.skipElement();
    assertThatIllegalStateException().isThrownBy(fresh::skipElement);
    fresh.end();
  }
}
