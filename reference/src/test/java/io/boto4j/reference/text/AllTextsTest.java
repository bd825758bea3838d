package io.boto4j.reference.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.model.ModelLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text of every model: 274,000 of them. */
final class AllTextsTest {
  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.of(
          "a", Set.of("href", "class", "rel"),
          "aside", Set.of("class"),
          "p", Set.of("class"));

  private static final Set<String> TAGS =
      Set.of(
          "html", "head", "body", "p", "ul", "ol", "li", "dl", "dt", "dd", "aside", "pre", "code",
          "b", "strong", "i", "em", "u", "a", "h3", "h4", "h5", "h6", "br");

  private static final Map<String, Set<String>> PARENTS =
      Map.of(
          "li", Set.of("ul", "ol"),
          "dt", Set.of("dl"),
          "dd", Set.of("dl"),
          "p", Set.of("body", "li", "dd", "aside", "dt"),
          "ul", Set.of("body", "li", "dd", "aside", "dt"),
          "aside", Set.of("body", "li", "dd", "aside"));

  static List<String> services() {
    return ModelLoader.builtIn().services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void texts_ofEveryService_keepTheirWordsInAllowedElements(String service) {
    Map<String, Object> all = ModelLoader.builtIn().find(service).documentation().asMap();
    all.forEach(
        (part, texts) -> {
          if (!part.equals("examples")) {
            check(texts);
          }
        });
  }

  private static void check(Object texts) {
    if (texts instanceof Map<?, ?> map) {
      map.values().forEach(AllTextsTest::check);
    } else {
      checkText((String) texts);
    }
  }

  private static void checkText(String text) {
    SafeHtml html = AwsHtml.of(text, name -> "../" + name + ".html");
    Element body = Jsoup.parse(html.markup()).body();
    for (Element element : body.getAllElements()) {
      checkElement(element, text);
    }
    String before = letters(Jsoup.parse(text).body());
    String after = letters(body);
    if (!before.equals(after)) {
      // Tags that nobody knows become text, and escaped paragraphs become paragraphs.
      assertThat(before + after).as(text).contains("<");
      String words = before.replaceAll("<[^<>]*>", "");
      assertThat(isSubsequence(words, after)).as(text + "\n" + html).isTrue();
    }
    String summary = Summary.of(text);
    assertThat(summary.length()).as(summary).isLessThanOrEqualTo(160);
    assertThat(summary.isEmpty()).as(text).isEqualTo(after.isEmpty());
  }

  private static void checkElement(Element element, String text) {
    String tag = element.tagName();
    assertThat(TAGS).as(text).contains(tag);
    for (Attribute attribute : element.attributes()) {
      assertThat(ATTRIBUTES.getOrDefault(tag, Set.of())).as(text).contains(attribute.getKey());
    }
    Element parent = element.parent();
    if (parent != null && PARENTS.containsKey(tag)) {
      assertThat(PARENTS.get(tag)).as(tag + " of " + text).contains(parent.tagName());
    }
    if (tag.equals("a")) {
      assertThat(element.attr("href")).as(text).matches("https?://.*|\\.\\./\\w+\\.html");
    }
    if (!tag.equals("body") && !tag.equals("br")) {
      assertThat(element.childNodeSize()).as(tag + " of " + text).isPositive();
    }
  }

  private static String letters(Element body) {
    return body.text().replaceAll("[\\s\\p{Z}]", "");
  }

  private static boolean isSubsequence(String part, String whole) {
    int found = 0;
    for (int i = 0; i < whole.length() && found < part.length(); i++) {
      if (whole.charAt(i) == part.charAt(found)) {
        found++;
      }
    }
    return found == part.length();
  }
}
