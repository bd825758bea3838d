package io.boto4j.reference.guide;

import io.boto4j.reference.guide.Guide.Heading;
import io.boto4j.reference.guide.GuideGroup.Entry;
import io.boto4j.reference.text.GuideText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Renders Markdown as GitHub does: tables, and an anchor per heading. Thread-safe. */
final class GuideRenderer {
  private static final List<Extension> EXTENSIONS =
      List.of(TablesExtension.create(), HeadingAnchorExtension.create());

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final HtmlRenderer renderer = HtmlRenderer.builder().extensions(EXTENSIONS).build();
  private final UnaryOperator<String> links;

  GuideRenderer(UnaryOperator<String> links) {
    this.links = links;
  }

  Guide render(Entry entry, String markdown) {
    Document document = Jsoup.parseBodyFragment(renderer.render(parser.parse(markdown)));
    Element first = document.selectFirst("h1");
    String title = first == null ? entry.label() : first.text();
    if (first != null) {
      first.remove();
    }
    List<Heading> headings = new ArrayList<>();
    for (Element heading : document.select("h2[id], h3[id]")) {
      headings.add(new Heading(heading.id(), heading.text(), heading.tagName().charAt(1) - '0'));
    }
    return new Guide(
        entry.name(), entry.label(), title, GuideText.of(document.body(), links), headings);
  }
}
