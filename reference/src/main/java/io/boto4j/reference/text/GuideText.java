package io.boto4j.reference.text;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Makes the rendered Markdown of a guide safe, and its wide parts scrollable. */
public final class GuideText {
  private static final Safelist ALLOWED =
      Safelist.relaxed()
          .addTags("hr", "del")
          .addAttributes("h1", "id")
          .addAttributes("h2", "id")
          .addAttributes("h3", "id")
          .addAttributes("h4", "id")
          .addAttributes("code", "class")
          .addAttributes("pre", "tabindex")
          .addAttributes("span", "class")
          .addAttributes("div", "class", "tabindex", "role", "aria-label")
          .addAttributes("th", "align")
          .addAttributes("td", "align")
          .preserveRelativeLinks(true);

  /** Relative links are checked as if the page had this address. */
  private static final String ANYWHERE = "https://reference.invalid/guides/";

  /** The grammars, by the class that Markdown gives a block of their language. */
  private static final Map<String, Grammar> GRAMMARS =
      Map.of(
          "language-java", Grammar.JAVA,
          "language-kotlin", Grammar.KOTLIN,
          "language-python", Grammar.PYTHON,
          "language-bash", Grammar.SHELL,
          "language-sh", Grammar.SHELL,
          "language-json", Grammar.JSON);

  private GuideText() {}

  /**
   * Cleans a guide.
   *
   * @param body the element that contains it, which is changed
   * @param links turns the target of a link or an image into that of the page
   * @return the content of the element, safe to print
   */
  public static SafeHtml of(Element body, UnaryOperator<String> links) {
    for (Element element : body.select("a[href]")) {
      element.attr("href", links.apply(element.attr("href")));
    }
    for (Element image : body.select("img[src]")) {
      image.attr("src", links.apply(image.attr("src")));
    }
    for (Element wide : body.select("table")) {
      // Scrolls by itself on narrow screens; a region that scrolls must be reachable by keyboard.
      wide.wrap("<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"></div>");
    }
    for (Element block : body.select("pre")) {
      block.attr("tabindex", "0");
    }
    for (Element code : body.select("pre > code[class]")) {
      Grammar grammar = GRAMMARS.get(code.className());
      if (grammar != null) {
        code.html(Highlighter.of(code.wholeText(), grammar).markup());
      }
    }
    Document document = Document.createShell(ANYWHERE);
    document.body().append(body.html());
    Document clean = new Cleaner(ALLOWED).clean(document);
    clean.outputSettings().prettyPrint(false);
    return new SafeHtml(clean.body().html());
  }
}
