package io.boto4j.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AwsHtmlTest {
  private static final Set<String> PAGES = Set.of("PutItem", "AttributeValue");
  private static final LinkResolver LINKS =
      name -> PAGES.contains(name) ? "../pages/" + name + ".html" : null;

  private static String html(String text) {
    return AwsHtml.of(text, LINKS).markup();
  }

  @Test
  void text_empty_isEmpty() {
    assertThat(AwsHtml.of(null, LINKS)).isSameAs(SafeHtml.EMPTY);
    assertThat(AwsHtml.of("  \n", LINKS)).isSameAs(SafeHtml.EMPTY);
    assertThat(AwsHtml.of("<p> </p><ul><li/></ul>", LINKS)).isSameAs(SafeHtml.EMPTY);
  }

  @Test
  void text_withoutTags_isParagraph() {
    assertThat(html("  One <b>bold</b>\n  word. ")).isEqualTo("<p>One <b>bold</b> word.</p>");
  }

  @Test
  void note_withinParagraph_isAsideAfterIt() {
    assertThat(html("<p>Before <note><p>Inside</p></note> after</p>"))
        .isEqualTo("<p>Before</p><aside class=\"note\"><p>Inside</p></aside><p>after</p>");
  }

  @ParameterizedTest
  @CsvSource({"note", "important", "caution", "warning", "tip"})
  void block_ofAws_isAsideOfItsClass(String tag) {
    assertThat(html("<" + tag + ">Careful.</" + tag + ">"))
        .isEqualTo("<aside class=\"" + tag + "\"><p>Careful.</p></aside>");
  }

  @Test
  void fullname_isParagraphOfItsClass() {
    assertThat(html("<fullname>Amazon X</fullname> <p>It is.</p>"))
        .isEqualTo("<p class=\"fullname\">Amazon X</p><p>It is.</p>");
  }

  @Test
  void title_ofAws_keepsItsText() {
    assertThat(html("<para><title>T</title>Some <function>f</function></para>"))
        .isEqualTo("<p class=\"title\">T</p><p>Some <code>f</code></p>");
  }

  @Test
  void headings_areDemoted() {
    assertThat(html("<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5>"))
        .isEqualTo("<h3>A</h3><h3>B</h3><h4>C</h4><h6>D</h6>");
  }

  @Test
  void tag_thatNobodyKnows_isText() {
    assertThat(html("<p>arn:aws:x:<region>:<account-id>:y</p>"))
        .isEqualTo("<p>arn:aws:x:&lt;region&gt;:&lt;account-id&gt;:y</p>");
  }

  @Test
  void name_ofPage_isLinked() {
    assertThat(html("<p>See <a>PutItem</a> and <code>AttributeValue</code>.</p>"))
        .isEqualTo(
            "<p>See <a href=\"../pages/PutItem.html\">PutItem</a> and"
                + " <a href=\"../pages/AttributeValue.html\"><code>AttributeValue</code></a>.</p>");
  }

  @Test
  void name_ofNoPage_isCode() {
    assertThat(html("<p><a>GetNothing</a> or <code>Nothing</code></p>"))
        .isEqualTo("<p><code>GetNothing</code> or <code>Nothing</code></p>");
  }

  @Test
  void name_inDocBookLink_isLinked() {
    assertThat(html("<p>Use <link  linkend=\"x\">PutItem</link> now.</p>"))
        .isEqualTo("<p>Use <a href=\"../pages/PutItem.html\">PutItem</a> now.</p>");
  }

  @Test
  void linkToAwsReference_ofSameName_isLinkedHere() {
    String page = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutItem.html";
    assertThat(html("<a href=\"" + page + "\">PutItem</a>"))
        .isEqualTo("<p><a href=\"../pages/PutItem.html\">PutItem</a></p>");
    assertThat(html("<a href=\"" + page + "\">Writing</a>")).contains("href=\"" + page + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://aws.amazon.com/x?a=b#c, https://aws.amazon.com/x?a=b#c",
    "http://docs.aws.amazon.com/x, https://docs.aws.amazon.com/x",
    "' https://aws.amazon.com/a b', https://aws.amazon.com/a%20b",
    "//aws.amazon.com/x, https://aws.amazon.com/x",
    "/console/x.html#y, https://docs.aws.amazon.com/console/x.html#y",
    "privateca/latest/x.html, https://docs.aws.amazon.com/privateca/latest/x.html",
  })
  void link_toOtherSite_isExternal(String href, String expected) {
    assertThat(html("<a target=\"_blank\" href=\"" + href + "\">there is</a>"))
        .isEqualTo(
            "<p><a href=\""
                + expected
                + "\" class=\"external\" rel=\"noopener noreferrer\">there is</a></p>");
  }

  @ParameterizedTest
  @CsvSource({"#x", "''", "mailto:a@b.c", "ftp://a/b", "x.html", "https://"})
  void link_toNowhere_isText(String href) {
    assertThat(html("<a href=\"" + href + "\">the text</a>")).isEqualTo("<p>the text</p>");
  }

  @Test
  void list_inList_isInItem() {
    assertThat(html("<ul><li>A</li><ul><li>B</li></ul></ul>"))
        .isEqualTo("<ul><li>A<ul><li>B</li></ul></li></ul>");
  }

  @Test
  void item_withoutList_getsOne() {
    assertThat(html("<p>Either</p><li>A</li> <li>B</li><p>or</p>"))
        .isEqualTo("<p>Either</p><ul><li>A</li><li>B</li></ul><p>or</p>");
    assertThat(html("<dt>A</dt><dd>B</dd>")).isEqualTo("<dl><dt>A</dt><dd>B</dd></dl>");
  }

  @Test
  void text_inList_isItem() {
    assertThat(html("<ul>loose <b>text</b><li>A</li><p>B</p></ul>"))
        .isEqualTo("<ul><li>loose <b>text</b></li><li>A<p>B</p></li></ul>");
  }

  @Test
  void inlineElement_aroundBlocks_isDissolved() {
    assertThat(html("<b><p>A</p><ul><li>B</li></ul></b>")).isEqualTo("<p>A</p><ul><li>B</li></ul>");
    assertThat(html("<div>A<p>B</p>C</div>")).isEqualTo("<p>A</p><p>B</p><p>C</p>");
  }

  @Test
  void emptyElements_areLeftOut() {
    assertThat(html("<p>A</p></p><p><code></code> </p><ul></ul>one<b> </b>two"))
        .isEqualTo("<p>A</p><p>one two</p>");
  }

  @Test
  void preformattedText_keepsItsLines() {
    assertThat(html("<pre><code>a\n  b</code></pre>")).isEqualTo("<pre><code>a\n  b</code></pre>");
  }

  @Test
  void escapedParagraphs_areParagraphs() {
    assertThat(html("<pre><code> &lt;p&gt;A &lt;code&gt;b&lt;/code&gt;&lt;/p&gt; </code></pre>"))
        .isEqualTo("<p>A <code>b</code></p>");
    assertThat(html("<pre><code>&lt;tag&gt;</code></pre>"))
        .isEqualTo("<pre><code>&lt;tag&gt;</code></pre>");
  }

  @Test
  void table_keepsItsSpansOnly() {
    assertThat(html("<table width=9><tr><th colspan=2 rowspan=x>A</th></tr></table>"))
        .isEqualTo("<table><tbody><tr><th colspan=\"2\">A</th></tr></tbody></table>");
  }
}
