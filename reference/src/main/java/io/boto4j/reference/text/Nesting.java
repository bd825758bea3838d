package io.boto4j.reference.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** The nesting of elements, repaired: blocks in blocks, items in lists, and text in paragraphs. */
final class Nesting {
  /** Elements in which text is in paragraphs. */
  private static final Set<String> FLOW = Set.of("body", "aside", "blockquote");

  /** Elements of which only the content is kept. */
  private static final Set<String> DISSOLVED =
      Set.of("div", "section", "article", "main", "center", "figure", "header", "footer");

  private Nesting() {}

  static void repair(Element body) {
    unwrapAroundBlocks(body);
    List<Element> all = List.copyOf(body.getAllElements());
    for (Element element : all) {
      if (element.nameIs("ul") || element.nameIs("ol")) {
        wrapRuns(element, Set.of("li"), "li");
      } else if (element.nameIs("dl")) {
        wrapRuns(element, Set.of("dt", "dd"), "dd");
      } else if (!element.nameIs("p")) {
        collect(element, Set.of("li"), "ul");
        collect(element, Set.of("dt", "dd"), "dl");
      }
    }
    // From the inside to the outside: what an element is dissolved into is put in order after it.
    List<Element> inner = new ArrayList<>(body.getAllElements());
    Collections.reverse(inner);
    for (Element element : inner) {
      if (DISSOLVED.contains(element.normalName()) || (isTextBlock(element) && hasBlock(element))) {
        wrapText(element);
        element.unwrap();
      } else if (FLOW.contains(element.normalName())) {
        wrapText(element);
      }
    }
  }

  private static boolean isTextBlock(Element element) {
    return element.nameIs("p") || TextTags.isHeading(element);
  }

  /** Removes the inline elements that have blocks in them, and keeps their content. */
  private static void unwrapAroundBlocks(Element body) {
    for (Element block : List.copyOf(body.getAllElements())) {
      if (TextTags.isBlock(block)) {
        Element parent = block.parent();
        while (parent != null && TextTags.isInline(parent)) {
          parent.unwrap();
          parent = block.parent();
        }
      }
    }
  }

  /** Puts what is not an item of a list into items: another list into the item before it. */
  private static void wrapRuns(Element list, Set<String> items, String item) {
    Element last = null;
    boolean open = false;
    for (Node child : List.copyOf(list.childNodes())) {
      if (child instanceof Element element && items.contains(element.normalName())) {
        last = element;
        open = false;
      } else if (!isBlank(child)) {
        boolean isList = child instanceof Element element && TextTags.isBlock(element);
        if (last == null || (!isList && !open)) {
          last = new Element(item);
          child.before(last);
          open = true;
        }
        last.appendChild(child);
      }
    }
  }

  /** Puts items outside of a list into lists. */
  private static void collect(Element parent, Set<String> items, String list) {
    Element run = null;
    for (Node child : List.copyOf(parent.childNodes())) {
      if (child instanceof Element element && items.contains(element.normalName())) {
        if (run == null) {
          run = new Element(list);
          child.before(run);
        }
        run.appendChild(child);
      } else if (!isBlank(child)) {
        run = null;
      }
    }
  }

  /** Puts text between blocks into paragraphs. */
  private static void wrapText(Element parent) {
    Element run = null;
    for (Node child : List.copyOf(parent.childNodes())) {
      if (child instanceof Element element && TextTags.isBlock(element)) {
        run = null;
      } else if (run != null || !isBlank(child)) {
        if (run == null) {
          run = new Element("p");
          child.before(run);
        }
        run.appendChild(child);
      }
    }
  }

  private static boolean hasBlock(Element element) {
    for (Element child : element.children()) {
      if (TextTags.isBlock(child)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(Node node) {
    return node instanceof TextNode text ? text.isBlank() : !(node instanceof Element);
  }
}
