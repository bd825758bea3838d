package io.boto4j.benchmarks.codec;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.boto4j.benchmarks.run.Documents;
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

/** XML: reading a page of ListObjectsV2 with 1,000 keys, whose elements are known by name. */
@State(Scope.Benchmark)
public class XmlCodec {
  private static final int MEMBERS = 7;

  private final InputFactoryImpl aalto = aalto();
  private final byte[] page = Documents.listObjects();

  private static InputFactoryImpl aalto() {
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Measures our reader. */
  @Benchmark
  public Object readPageBoto4j() {
    List<String[]> keys = new ArrayList<>();
    XmlReader xml = new XmlReader(page);
    xml.beginRoot();
    while (xml.hasNextChild()) {
      if (xml.nameEquals("Contents")) {
        keys.add(contents(xml));
      } else {
        xml.skipElement();
      }
    }
    xml.end();
    return keys;
  }

  private static String[] contents(XmlReader xml) {
    String[] members = new String[MEMBERS];
    while (xml.hasNextChild()) {
      if (xml.nameEquals("Key")) {
        members[0] = xml.readText();
      } else if (xml.nameEquals("LastModified")) {
        members[1] = xml.readText();
      } else if (xml.nameEquals("ETag")) {
        members[2] = xml.readText();
      } else if (xml.nameEquals("ChecksumAlgorithm")) {
        members[3] = xml.readText();
      } else if (xml.nameEquals("Size")) {
        members[4] = xml.readText();
      } else if (xml.nameEquals("StorageClass")) {
        members[5] = xml.readText();
      } else {
        xml.skipElement();
      }
    }
    return members;
  }

  /** Measures aalto-xml. */
  @Benchmark
  public Object readPageAalto() throws XMLStreamException {
    List<String[]> keys = new ArrayList<>();
    XMLStreamReader xml = aalto.createXMLStreamReader(new ByteArrayInputStream(page), "UTF-8");
    try {
      while (xml.next() != XMLStreamConstants.START_ELEMENT) {
        // the prolog, before the root element
      }
      while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
        if (xml.getLocalName().equals("Contents")) {
          keys.add(contents(xml));
        } else {
          skip(xml);
        }
      }
      return keys;
    } finally {
      xml.close();
    }
  }

  private static String[] contents(XMLStreamReader xml) throws XMLStreamException {
    String[] members = new String[MEMBERS];
    while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "Key" -> members[0] = xml.getElementText();
        case "LastModified" -> members[1] = xml.getElementText();
        case "ETag" -> members[2] = xml.getElementText();
        case "ChecksumAlgorithm" -> members[3] = xml.getElementText();
        case "Size" -> members[4] = xml.getElementText();
        case "StorageClass" -> members[5] = xml.getElementText();
        default -> skip(xml);
      }
    }
    return members;
  }

  private static void skip(XMLStreamReader xml) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }
}
