package io.boto4j.reference.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/** The names and attributes of elements: those that mean the same get the same name. */
final class Elements {
  /** Headings fit under those of the page. */
  private static final Map<String, String> RENAMED =
      Map.of("h1", "h3", "h2", "h3", "h3", "h4", "h4", "h5", "h5", "h6", "tt", "code");

  private static final Set<String> CLASSES =
      Set.of("note", "important", "caution", "warning", "tip", "fullname", "title");

  private static final Set<String> KEPT = Set.of("href", "colspan", "rowspan");

  private Elements() {}

  static void normalize(Element body) {
    for (Element element : List.copyOf(body.getAllElements())) {
      String name = RENAMED.get(element.normalName());
      if (name != null) {
        element.tag(Tag.valueOf(name));
      }
      String kept = keptClass(element);
      for (Attribute attribute : List.copyOf(element.attributes().asList())) {
        if (!KEPT.contains(attribute.getKey()) || isSpanWithoutNumber(attribute)) {
          element.removeAttr(attribute.getKey());
        }
      }
      if (kept != null) {
        element.attr("class", kept);
      }
    }
  }

  private static @Nullable String keptClass(Element element) {
    String name = element.attr("class");
    boolean mayHave = element.nameIs("aside") || element.nameIs("p");
    if (mayHave && CLASSES.contains(name)) {
      return name;
    }
    return element.nameIs("aside") ? "note" : null;
  }

  private static boolean isSpanWithoutNumber(Attribute attribute) {
    return attribute.getKey().endsWith("span") && !attribute.getValue().matches("[1-9][0-9]?");
  }
}
