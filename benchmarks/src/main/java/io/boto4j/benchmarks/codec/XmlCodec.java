package io.boto4j.benchmarks.codec;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.boto4j.model.codec.XmlReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** XML: a page of ListObjectsV2 with 1,000 keys read. */
@State(Scope.Benchmark)
public class XmlCodec {
  private final InputFactoryImpl aalto = aalto();
  private final byte[] page = Documents.listObjects();

  /** An element: a text, or a list of elements. */
  private record Element(String name, Object content) {}

  private static InputFactoryImpl aalto() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Our reader. */
  @Benchmark
  public Object readPageBoto4j() {
    XmlReader xml = new XmlReader(page);
    xml.beginRoot();
    Object root = content(xml);
    xml.end();
    return root;
  }

  private static Object content(XmlReader xml) {
    String text = xml.readLeaf();
    if (text != null) {
      return text;
    }
    List<Element> children = new ArrayList<>();
    do {
      String name = xml.name();
      children.add(new Element(name, content(xml)));
    } while (xml.hasNextChild());
    return children;
  }

  /** aalto-xml. */
  @Benchmark
  public Object readPageAalto() throws XMLStreamException {
    XMLStreamReader xml = aalto.createXMLStreamReader(new ByteArrayInputStream(page), "UTF-8");
    try {
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        // what stands before the root
      }
      return content(xml);
    } finally {
      xml.close();
    }
  }

  private static Object content(XMLStreamReader xml) throws XMLStreamException {
    String text = "";
    List<Element> children = null;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children = children == null ? new ArrayList<>() : children;
        String name = xml.getLocalName();
        children.add(new Element(name, content(xml)));
      } else if (event == XMLStreamConstants.CHARACTERS) {
        text = xml.getText();
      }
    }
    return children == null ? text : children;
  }
}
