package io.boto4j.examples.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A pom.xml of this repository, as written. */
record Pom(Path folder, Element project) {
  static final Path ROOT = Path.of("..");

  static Pom root() {
    return read(ROOT);
  }

  static Pom read(Path folder) {
    try {
      Element project =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(folder.resolve("pom.xml").toFile())
              .getDocumentElement();
      return new Pom(folder, project);
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException("Cannot read the pom of " + folder, e);
    }
  }

  /** The modules that a release publishes. */
  static List<Pom> published() {
    List<Pom> published = new ArrayList<>();
    for (Element module : root().elements("module")) {
      Pom pom = read(ROOT.resolve(module.getTextContent()));
      if (pom.elements("maven.deploy.skip").isEmpty()) {
        published.add(pom);
      }
    }
    return published;
  }

  String artifactId() {
    return text(project, "artifactId");
  }

  /** The text of an element directly below the project, or empty. */
  String text(String name) {
    return text(project, name);
  }

  /** All elements of a name, at any depth. */
  List<Element> elements(String name) {
    return elements(project, name);
  }

  static List<Element> elements(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static String text(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }
}
