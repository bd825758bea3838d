package io.boto4j.typed.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JavadocTextTest {
  @Test
  void paragraphs_ofHtml_loseTheirTags() {
    assertThat(
            JavadocText.paragraphs(
                "<p>Starts a <b>DB</b> instance. See\n <a href=\"x\">this</a></p>"
                    + "<ul><li><p><code>a-b</code> - one</p></li></ul>"))
        .containsExactly("Starts a DB instance. See this.", "<code>a-b</code> - one.");
  }

  @Test
  void text_thatJavaOrJavadocWouldInterpret_isEscaped() {
    assertThat(
            JavadocText.paragraphs("a */ b \\u002a/ {@link X} @param <x y &lt;b&gt; &amp; \u00e9"))
        .containsExactly(
            "a *&#47; b &#92;u002a/ {&#64;link X} &#64;param &#60;x y &#60;b&#62; &#38;"
                + " &#233;.");
  }

  @Test
  void controlCharacters_andMarkers_areDropped() {
    assertThat(JavadocText.paragraphs("a\u0001b\u0000c&#1;d\u0007\ud800"))
        .containsExactly("abc d.");
  }

  @Test
  void longText_endsWithASentence() {
    String sentence = "This is one sentence of several. ";
    List<String> paragraphs = JavadocText.paragraphs(sentence.repeat(60));
    assertThat(paragraphs).hasSize(1);
    assertThat(paragraphs.get(0)).hasSizeBetween(500, 600).endsWith("several.");
  }

  @Test
  void longText_withoutSentences_isCutAtAWord() {
    assertThat(JavadocText.paragraphs("word ".repeat(300)).get(0))
        .hasSizeLessThan(610)
        .endsWith("word ...");
  }

  @Test
  void emptyText_hasNoParagraphs() {
    assertThat(JavadocText.paragraphs(null)).isEmpty();
    assertThat(JavadocText.paragraphs("<p> </p><code> </code>")).isEmpty();
  }

  @Test
  void code_thatIsBlankOrOpen_isNotATag() {
    assertThat(JavadocText.paragraphs("a <code> </code> or <code>b")).containsExactly("a or b.");
  }
}
