package io.boto4j.reference.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The white space of a text: one space between words, none around blocks, no empty elements. */
final class Whitespace {
  /** Elements that mean something without content. */
  private static final Set<String> MAY_BE_EMPTY = Set.of("br", "hr", "td", "th", "body");

  /** HTML does not treat them as white space. */
  private static final Pattern LINE_SEPARATORS = Pattern.compile("[\\u2028\\u2029]+");

  private Whitespace() {}

  static void tidy(Element body) {
    List<Node> nodes = new ArrayList<>();
    body.nodeStream().forEach(nodes::add);
    for (Node node : nodes) {
      if (node instanceof Comment) {
        node.remove();
      } else if (node instanceof TextNode text && !isPreformatted(text)) {
        text.text(LINE_SEPARATORS.matcher(text.text()).replaceAll(" "));
      }
    }
    // From the inside to the outside: the content of an element is tidied before the element.
    Collections.reverse(nodes);
    for (Node node : nodes) {
      if (node instanceof Element element && !MAY_BE_EMPTY.contains(element.normalName())) {
        removeIfEmpty(element);
      }
    }
    for (Element element : List.copyOf(body.getAllElements())) {
      if (!TextTags.isInline(element) && !element.nameIs("pre")) {
        trim(element);
      }
    }
  }

  private static boolean isPreformatted(TextNode text) {
    Node parent = text.parent();
    while (parent != null) {
      if (parent.nameIs("pre")) {
        return true;
      }
      parent = parent.parent();
    }
    return false;
  }

  private static void removeIfEmpty(Element element) {
    for (Node child : element.childNodes()) {
      if (!(child instanceof TextNode text && text.isBlank())) {
        return;
      }
    }
    if (TextTags.isInline(element) && element.childNodeSize() > 0) {
      element.replaceWith(new TextNode(" "));
    } else {
      element.remove();
    }
  }

  /** Removes the space at both ends of a block, and beside the blocks in it. */
  private static void trim(Element block) {
    for (Node child : List.copyOf(block.childNodes())) {
      if (child instanceof TextNode text) {
        String content = text.getWholeText();
        if (isEdge(text.previousSibling())) {
          content = content.stripLeading();
        }
        if (isEdge(text.nextSibling())) {
          content = content.stripTrailing();
        }
        if (content.isEmpty()) {
          text.remove();
        } else {
          text.text(content);
        }
      }
    }
  }

  private static boolean isEdge(@Nullable Node sibling) {
    return !(sibling instanceof TextNode)
        && !(sibling instanceof Element element && TextTags.isInline(element));
  }
}
