package io.boto4j.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that try to bring more into a page than text. */
final class HostileTextTest {
  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "body", "p", "ul", "ol", "li", "dl", "dt", "dd", "aside", "pre", "code",
          "b", "i", "a", "table", "tbody", "tr", "td", "h3", "br");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>x",
        "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<script>alert(1)",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick=\"alert(1)\" style=\"background:url(javascript:alert(1))\" id=x>a</p>",
        "<a href=\"javascript:alert(1)\">a</a>",
        "<a href=\"JaVaScRiPt:alert(1)\">a</a>",
        "<a href=\"java\tscript:alert(1)\">a</a>",
        "<a href=\" \u0001javascript:alert(1)\">a</a>",
        "<a href=\"&#106;avascript&colon;alert(1)\">a</a>",
        "<a href=\"javascript&#58;alert(1)\">a</a>",
        "<a href=\"java&NewLine;script:alert(1)\">a</a>",
        "<a href='data:text/html,<script>alert(1)</script>'>a</a>",
        "<a href=\"vbscript:x\">a</a>",
        "<a href=\"javascript:alert(1)//docs.aws.amazon.com/API_PutItem.html\">PutItem</a>",
        "<link href=\"javascript:alert(1)\" rel=stylesheet>a</link>",
        "<ulink href=\"javascript:alert(1)\">a</ulink>",
        "<style>p { color: red }</style>",
        "<iframe src=\"https://evil.example\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\">",
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=alert(1)><a xlink:href=\"javascript:alert(1)\"><text>a</text></a></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table>",
        "<form action=x><input autofocus onfocus=alert(1)><button formaction=javascript:x>a</form>",
        "<object data=x></object><embed src=x><base href=//evil.example/><meta http-equiv=refresh>",
        "<!--<img src=x onerror=alert(1)>-->a<!-- --!><img src=x onerror=alert(1)>",
        "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<?xml version=\"1.0\"?><script>alert(1)</script>",
        "<note class=\"x\" onclick=\"alert(1)\"><p class=\"evil\">a</p></note>",
        "<note onclick=alert(1)>a</note>",
        "<title><img src=x onerror=alert(1)></title>",
        "<textarea></textarea><script>alert(1)</script>",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
        "<template><script>alert(1)</script></template>",
        "<a href=\"https://x.example/&quot; onclick=&quot;alert(1)\">a</a>",
        "<xyz onclick=alert(1)>a</xyz><x-y:z/><body onload=alert(1)><html onclick=x>",
        "<p>a<b>b<ul><li>c<table><tr><td>d</i></p></b>",
        "<",
        "<a",
        "<a href=",
        "&",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\u0000<p>\u0000"
      })
  void markup_ofHostileText_isHarmless(String text) {
    assertHarmless(AwsHtml.of(text, LinkResolver.NONE));
    assertThat(Summary.of(text)).hasSizeLessThanOrEqualTo(160);
  }

  private static void assertHarmless(SafeHtml html) {
    for (Element element : Jsoup.parse(html.markup()).getAllElements()) {
      assertThat(TAGS).as(html.markup()).contains(element.tagName().replace("#root", "html"));
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(html.markup()).isIn("href", "class", "rel");
        if (attribute.getKey().equals("href")) {
          assertThat(attribute.getValue()).as(html.markup()).startsWith("https://");
        } else if (attribute.getKey().equals("class")) {
          assertThat(attribute.getValue()).isIn("note", "title", "external");
        }
      }
    }
  }

  @Test
  void script_isLeftOutWithItsContent() {
    assertThat(AwsHtml.of("a<script>alert(1)</script>b", LinkResolver.NONE).markup())
        .isEqualTo("<p>ab</p>");
  }

  @Test
  void escapedScript_staysText() {
    assertThat(AwsHtml.of("&lt;script&gt;", LinkResolver.NONE).markup())
        .isEqualTo("<p>&lt;script&gt;</p>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "<ul><li>", "<note>", "<div>", "<a>", "<code>", "<table><tr><td>"})
  void nesting_ofTenThousandElements_keepsTheText(String tag) {
    SafeHtml html = AwsHtml.of(tag.repeat(10_000) + "deep", LinkResolver.NONE);
    assertThat(html.markup()).contains("deep");
    assertHarmless(html);
  }

  @Test
  void text_ofOneMegabyte_isConverted() {
    String text = "<p>Some <code>code</code> and <a>Name</a>.</p><note>N</note>".repeat(17_000);
    SafeHtml html = AwsHtml.of(text, LinkResolver.NONE);
    assertThat(html.markup()).hasSizeGreaterThan(1_000_000);
    assertThat(AwsHtml.of("x".repeat(1_000_000), LinkResolver.NONE).markup()).hasSize(1_000_007);
    assertThat(AwsHtml.of("<b>x</b> ".repeat(100_000), LinkResolver.NONE).markup())
        .hasSizeGreaterThan(800_000);
    assertThat(AwsHtml.of("<".repeat(1_000_000), LinkResolver.NONE).markup()).contains("&lt;");
    assertThat(AwsHtml.of("<li>x".repeat(100_000), LinkResolver.NONE).markup()).contains("<ul>");
  }
}
