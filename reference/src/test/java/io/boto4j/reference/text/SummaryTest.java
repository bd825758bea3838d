package io.boto4j.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SummaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Creates a thing. Then more.</p>|Creates a thing.",
        "<p>Creates a <code>Thing</code>.</p><p>Then more.</p>|Creates a Thing.",
        "<p>Copies to Amazon S3. The rest.</p>|Copies to Amazon S3.",
        "<p>A type, e.g. a table, i.e. data. The rest.</p>|A type, e.g. a table, i.e. data.",
        "<p>A type (e.g. Foo) of it. The rest.</p>|A type (e.g. Foo) of it.",
        "<p>Since version 1.5 of it. The rest.</p>|Since version 1.5 of it.",
        "<p>Located in the U.S. East. The rest.</p>|Located in the U.S. East.",
        "<p>Reads file.txt and a.b.c. Then more.</p>|Reads file.txt and a.b.c.",
        "<p>Deprecated (see that.) Then more.</p>|Deprecated (see that.)",
        "<fullname>Amazon X</fullname><p>It is.</p>|It is.",
        "<p class=\"title\">API</p><p><b>Amazon X</b></p><p>It is.</p>|It is.",
        "<p>Amazon X API Reference</p><p>It is.</p>|It is.",
        "<p>Welcome to the X API reference. X is it. More.</p>|X is it.",
        "<p>This is the X API Reference.</p><p>X is it.</p>|X is it.",
        "<p>This is the X API Reference.</p>|This is the X API Reference.",
        "<note><p>N.</p></note><p>It is.</p>|It is.",
        "<p>No full stop</p>|No full stop",
        "<ul><li>One.</li></ul>|One.",
        "plain & simple|plain & simple",
        "<p>&lt;b&gt; is bold.</p>|<b> is bold.",
      })
  void summary_isFirstSentence(String html, String expected) {
    assertThat(Summary.of(html)).isEqualTo(expected);
  }

  @Test
  void summary_ofLongSentence_isCutAtWord() {
    String summary = Summary.of("<p>" + "abcdefg, ".repeat(30) + "</p>");
    assertThat(summary).hasSizeLessThanOrEqualTo(160).endsWith("abcdefg…");
    assertThat(Summary.of("x".repeat(500))).hasSize(160).endsWith("x…");
  }

  @Test
  void summary_ofNothing_isEmpty() {
    assertThat(Summary.of(null)).isEmpty();
    assertThat(Summary.of(" ")).isEmpty();
    assertThat(Summary.of("<p></p>")).isEmpty();
  }
}
