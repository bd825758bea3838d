package io.boto4j.internal.protocol;

import io.boto4j.internal.text.Timestamps;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.XmlWriter;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A serializer that writes input as XML, in the caller's order.
 *
 * <p>If validation is off, input may not fit the model. That causes an IllegalArgumentException;
 * nothing is silently dropped, with one exception: as in boto3, a member that is null ends its
 * structure.
 */
final class XmlSerializer {
  private final XmlWriter xml;

  /** Whether a response of a service is written, and not a request. */
  private final boolean ofService;

  XmlSerializer(XmlWriter xml) {
    this(xml, /* ofService= */ false);
  }

  private XmlSerializer(XmlWriter xml, boolean ofService) {
    this.xml = xml;
    this.ofService = ofService;
  }

  /** Creates a serializer of one response of a service. */
  static XmlSerializer ofService(XmlWriter xml) {
    return new XmlSerializer(xml, /* ofService= */ true);
  }

  /** Writes a value as one element, or a flattened list or map as several. */
  void value(Member member, String name, @Nullable Object value) {
    Shape shape = member.shape();
    if (value == null) {
      throw new IllegalArgumentException("A null cannot be sent as " + shape);
    }
    switch (shape.type()) {
      case STRUCTURE ->
          structure(member, name, InputValues.fit(value, InputValues.map(value), shape));
      case LIST -> list(member, name, InputValues.fit(value, InputValues.list(value), shape));
      case MAP -> map(member, name, InputValues.fit(value, InputValues.map(value), shape));
      case BLOB -> blob(member, name, InputValues.bytes(value));
      case STRING,
          BOOLEAN,
          INTEGER,
          LONG,
          BIG_INTEGER,
          FLOAT,
          DOUBLE,
          BIG_DECIMAL,
          TIMESTAMP,
          DOCUMENT ->
          text(member, name, text(member, value));
    }
  }

  private String text(Member member, Object value) {
    String format = member.textTrait("timestampFormat");
    boolean iso8601 = format == null || format.equalsIgnoreCase(HttpText.ISO_8601);
    return ofService && iso8601 && value instanceof Instant instant
        ? Timestamps.iso8601OfServices(instant)
        : HttpText.of(member, value, HttpText.ISO_8601);
  }

  /** Writes a structure as one element. */
  void structure(Member member, String name, Map<?, ?> value) {
    begin(member, name);
    members((StructureShape) member.shape(), value);
    xml.end();
  }

  /** Writes the members of a structure whose element was just begun. */
  void members(StructureShape shape, Map<?, ?> value) {
    attributes(shape, value);
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      Member each = member(shape, entry);
      if (entry.getValue() == null) {
        break;
      }
      if (!each.traits().flag("xmlAttribute")) {
        value(each, XmlParser.nameOr(each, each.name()), entry.getValue());
      }
    }
  }

  /** Writes the attributes. They are in the start tag, so they precede all other members. */
  private void attributes(StructureShape shape, Map<?, ?> value) {
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      Member each = member(shape, entry);
      if (entry.getValue() == null) {
        return;
      }
      if (each.traits().flag("xmlAttribute")) {
        xml.attribute(each.wireName(), text(each, entry.getValue()));
      }
    }
  }

  private static Member member(StructureShape shape, Map.Entry<?, ?> entry) {
    String name = String.valueOf(entry.getKey());
    Member member = shape.member(name);
    if (member == null) {
      throw InputValues.unknownMember(shape);
    }
    return member;
  }

  /** Writes a list. The elements of a flattened list have the name of the list. */
  private void list(Member member, String name, Collection<?> elements) {
    Member element = ((ListShape) member.shape()).element();
    boolean flattened = XmlParser.isFlattened(member);
    // In responses the name of an element prevails; clients read it so, but do not write it.
    String flatName = ofService ? XmlParser.nameOr(element, name) : name;
    String elementName = flattened ? flatName : XmlParser.nameOr(element, "member");
    if (!flattened) {
      begin(member, name);
    }
    for (Object each : elements) {
      value(element, elementName, each);
    }
    if (!flattened) {
      xml.end();
    }
  }

  /** Writes a map. The entries of a flattened map have the name of the map. */
  private void map(Member member, String name, Map<?, ?> map) {
    MapShape shape = (MapShape) member.shape();
    boolean flattened = XmlParser.isFlattened(member);
    String keyName = XmlParser.nameOr(shape.key(), "key");
    String valueName = XmlParser.nameOr(shape.value(), "value");
    if (!flattened) {
      begin(member, name);
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (flattened) {
        begin(member, name);
      } else {
        xml.begin("entry");
      }
      value(shape.key(), keyName, entry.getKey());
      value(shape.value(), valueName, entry.getValue());
      xml.end();
    }
    if (!flattened) {
      xml.end();
    }
  }

  private void text(Member member, String name, String text) {
    begin(member, name);
    xml.text(text).end();
  }

  private void blob(Member member, String name, byte[] bytes) {
    begin(member, name);
    xml.base64(bytes, 0, bytes.length).end();
  }

  private void begin(Member member, String name) {
    xml.begin(name);
    Object namespace = member.trait("xmlNamespace");
    if (namespace instanceof String uri) {
      xml.namespace(null, uri);
    } else if (namespace instanceof Map<?, ?> map && map.get("uri") instanceof String uri) {
      xml.namespace(map.get("prefix") instanceof String prefix ? prefix : null, uri);
    }
  }
}
