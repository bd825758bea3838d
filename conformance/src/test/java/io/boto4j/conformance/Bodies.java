package io.boto4j.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Compares bodies by their meaning, according to their media type. */
final class Bodies {
  private Bodies() {}

  /** Returns the bytes of a case's body; CBOR is given in base64. */
  static byte[] bytes(String body, @Nullable String mediaType) {
    return "application/cbor".equals(mediaType)
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the problem of a body; null if there is none. */
  static @Nullable String difference(byte[] expected, byte[] actual, @Nullable String mediaType) {
    if (expected.length == 0 || actual.length == 0) {
      return expected.length == actual.length ? null : say(utf8(expected), utf8(actual));
    }
    return switch (mediaType == null ? "" : mediaType) {
      case "application/json" -> trees(json(expected), json(actual));
      case "application/cbor" -> trees(CborTree.read(expected), CborTree.read(actual));
      case "application/xml" -> texts(xml(expected), xml(actual));
      case "application/x-www-form-urlencoded" -> texts(form(expected), form(actual));
      default -> texts(utf8(expected), utf8(actual));
    };
  }

  private static @Nullable String trees(@Nullable Object expected, @Nullable Object actual) {
    return Trees.same(expected, actual) ? null : say(Trees.text(expected), Trees.text(actual));
  }

  private static @Nullable String texts(String expected, String actual) {
    return expected.equals(actual) ? null : say(expected, actual);
  }

  private static String say(String expected, String actual) {
    return "expected the body\n" + expected + "\nbut it is\n" + actual;
  }

  private static @Nullable Object json(byte[] body) {
    return Trees.of(software.amazon.smithy.model.node.Node.parse(utf8(body)));
  }

  private static String utf8(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }

  private static String form(byte[] body) {
    List<String> pairs = new ArrayList<>();
    for (String pair : utf8(body).split("&", -1)) {
      pairs.add(URLDecoder.decode(pair.strip(), StandardCharsets.UTF_8));
    }
    pairs.sort(Comparator.naturalOrder());
    return String.join("\n", pairs);
  }

  /**
   * Returns a canonical form of XML: elements with different names, and attributes, may be in any
   * order.
   */
  private static String xml(byte[] body) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setCoalescing(true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The default handler prints to the console.
      builder.setErrorHandler(null);
      StringBuilder out = new StringBuilder();
      element(builder.parse(new ByteArrayInputStream(body)).getDocumentElement(), out, "");
      return out.toString();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      return "no XML (" + e.getMessage() + "): " + utf8(body);
    }
  }

  private static void element(Element element, StringBuilder out, String indent) {
    out.append(indent).append('<').append(element.getTagName()).append(attributes(element));
    List<Element> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      } else {
        text.append(node.getTextContent());
      }
    }
    children.sort(Comparator.comparing(Element::getTagName));
    out.append('>').append(children.isEmpty() ? text : text.toString().strip()).append('\n');
    for (Element child : children) {
      element(child, out, indent + "  ");
    }
  }

  private static String attributes(Element element) {
    TreeMap<String, String> sorted = new TreeMap<>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      sorted.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
    }
    return sorted.isEmpty() ? "" : " " + sorted;
  }
}
