package io.boto4j.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HighlighterTest {
  private static String of(String source, Grammar grammar) {
    return Highlighter.of(source, grammar)
        .markup()
        .replace("<span class=", "<")
        .replace("span", "");
  }

  @Test
  void java_isColoured() {
    assertThat(of("var n = f(\"a\\\"b\", 1.5); // x", Grammar.JAVA))
        .isEqualTo(
            "<\"k\">var</> n = <\"f\">f</>(<\"s\">&quot;a\\&quot;b&quot;</>, <\"n\">1.5</>);"
                + " <\"c\">// x</>");
    assertThat(of("a1 /* b\n */ c", Grammar.JAVA)).isEqualTo("a1 <\"c\">/* b\n */</> c");
  }

  @Test
  void python_isColoured() {
    assertThat(of("for x in '''a\n'b''': # c", Grammar.PYTHON))
        .isEqualTo(
            "<\"k\">for</> x <\"k\">in</> <\"s\">&#39;&#39;&#39;a\n&#39;b&#39;&#39;&#39;</>:"
                + " <\"c\"># c</>");
  }

  @Test
  void shell_isColoured() {
    assertThat(of("aws s3api get-it --key-id 'a\\' --n 5 s3://b/#c", Grammar.SHELL))
        .isEqualTo(
            "aws s3api get-it <\"k\">--key-id</> <\"s\">&#39;a\\&#39;</> <\"k\">--n</> <\"n\">5</>"
                + " s3://b/#c");
  }

  @Test
  void json_isColoured() {
    assertThat(of("{\"a\": [true, -1]}", Grammar.JSON))
        .isEqualTo("{<\"s\">&quot;a&quot;</>: [<\"k\">true</>, -<\"n\">1</>]}");
  }

  @Test
  void source_unfinished_isColouredToItsEnd() {
    assertThat(of("\"a\\", Grammar.JAVA)).isEqualTo("<\"s\">&quot;a\\</>");
    assertThat(of("/* a", Grammar.JAVA)).isEqualTo("<\"c\">/* a</>");
    assertThat(of("'a\nb", Grammar.JAVA)).isEqualTo("<\"s\">&#39;a</>\nb");
  }

  @ParameterizedTest
  @EnumSource
  void anySource_isEscapedAndComplete(Grammar grammar) {
    String alphabet = "ab1 \n\"'\\<>&/*#-.(=;$\u00e9";
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int n = random.nextInt(40); n >= 0; n--) {
        source.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String markup = Highlighter.of(source.toString(), grammar).markup();
      String withoutSpans = markup.replaceAll("<span class=\"[ksncf]\">|</span>", "");
      assertThat(withoutSpans).doesNotContain("<", ">", "\"", "'");
      assertThat(Parser.unescapeEntities(withoutSpans, false)).isEqualTo(source.toString());
      assertThat(Jsoup.parse(markup).select("span").size())
          .isEqualTo(markup.split("<span", -1).length - 1);
    }
  }
}
