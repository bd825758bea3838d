package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.internal.text.Timestamps;
import io.boto4j.internal.value.AbstractStructure;
import io.boto4j.internal.value.MapStructure;
import io.boto4j.internal.value.SlotStructure;
import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.ShapeType;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.DocumentReader;
import io.boto4j.model.codec.XmlReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parser that reads the members of one structure directly from the bytes of XML, child by child.
 *
 * <p>As in boto3, namespaces are ignored, and members that the model does not have are skipped. A
 * missing list is absent, a list without elements is empty, and an empty element is an empty text.
 * If an element that must occur once is repeated, the first is used. For a value of another kind
 * than the model specifies (a text for a number) see {@link PlainValues}.
 */
final class XmlParser {
  private final XmlReader xml;
  private final StructureShape shape;
  private final @Nullable Object[] slots;

  /** The flattened lists and maps, to which each child of the structure can add one element. */
  private @Nullable Object @Nullable [] growing;

  private int guess;
  private int membersSet;
  private @Nullable String unknown;

  /** Creates a parser of the structure whose element was just entered. */
  XmlParser(XmlReader xml, StructureShape shape) {
    this(xml, shape, slots(xml, shape));
  }

  private XmlParser(XmlReader xml, StructureShape shape, @Nullable Object[] slots) {
    this.xml = xml;
    this.shape = shape;
    this.slots = slots;
    if (xml.hasAttributes()) {
      readAttributes();
    }
  }

  private static Object[] slots(XmlReader xml, StructureShape shape) {
    xml.charge(DocumentReader.STRUCTURE_SIZE + (long) DocumentReader.SLOT_SIZE * shape.size());
    return new Object[shape.size()];
  }

  /** Reads a structure whose element was just entered, to its end. */
  static Structure structure(XmlReader xml, StructureShape shape) {
    XmlParser members = new XmlParser(xml, shape);
    members.readChildren();
    return members.structure();
  }

  /** Reads the members of the structure whose element was just entered into their slots. */
  static void fill(XmlReader xml, StructureShape shape, @Nullable Object[] slots) {
    new XmlParser(xml, shape, slots).readChildren();
  }

  private void readChildren() {
    while (xml.hasNextChild()) {
      if (!readChild()) {
        xml.skipElement();
      }
    }
  }

  /** Reads the child element just entered if it is a member, else reads nothing. */
  boolean readChild() {
    int index = indexOf();
    if (index < 0) {
      if (shape.isUnion() && !xml.nameEquals("__type") && !xml.name().equals(unknown)) {
        unknown = xml.name();
        membersSet++;
      }
      return false;
    }
    Member member = shape.member(index);
    guess = index + 1;
    if (isFlattened(member)) {
      // The next child is probably an element of the same list.
      guess = index;
      grow(index, member.shape());
    } else if (slots[index] != null) {
      xml.skipElement();
    } else {
      set(index, value(xml, member.shape()));
    }
    return true;
  }

  /** Returns the structure, after its last child has been read. */
  Structure structure() {
    if (shape.isUnion() && membersSet != 1) {
      throw xml.unfit("one and only one member of the union " + shape.name());
    }
    return unknown == null
        ? new SlotStructure(shape, slots)
        : MapStructure.ofUnknownMember(unknown);
  }

  /** Sets a member that occurs in the document, even if its value is absent. */
  private void set(int index, @Nullable Object value) {
    slots[index] = value;
    membersSet++;
  }

  private void readAttributes() {
    for (int i = 0; i < slots.length; i++) {
      Member member = shape.member(i);
      String value = member.traits().flag("xmlAttribute") ? xml.attribute(member.wireName()) : null;
      if (value != null) {
        set(i, value);
      }
    }
  }

  /**
   * Returns the index of the member for the element just entered, or −1. A flattened list may have
   * the name of its elements, and a member that of its shape. Both are rare, so they are tried
   * last.
   */
  private int indexOf() {
    int index = shape.indexOfWireName(xml.bytes(), xml.nameStart(), xml.nameEnd(), guess);
    if (index >= 0 && xmlName(shape.member(index)) == null) {
      return index;
    }
    for (int i = 0; i < slots.length; i++) {
      String name = xmlName(shape.member(i));
      if (name != null && xml.nameEquals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the name of a member in XML if it is not the wire name, else null. */
  private static @Nullable String xmlName(Member member) {
    Shape target = member.shape();
    if (target instanceof ListShape list && isFlattened(member)) {
      String name = list.element().textTrait("locationName");
      if (name != null) {
        return name;
      }
    }
    return target.traits().size() == 0 || member.traits().text("locationName") != null
        ? null
        : target.traits().text("locationName");
  }

  static boolean isFlattened(Member member) {
    ShapeType type = member.shape().type();
    if (type != ShapeType.LIST && type != ShapeType.MAP) {
      return false;
    }
    Object flattened = member.trait("flattened");
    return flattened != null && !Boolean.FALSE.equals(flattened);
  }

  @SuppressWarnings("unchecked") // each object has the type of its member's shape
  private void grow(int index, Shape target) {
    Object[] all = growing == null ? slots(xml, shape) : growing;
    growing = all;
    if (target instanceof ListShape list) {
      List<@Nullable Object> elements = (List<@Nullable Object>) all[index];
      xml.charge(DocumentReader.ELEMENT_SIZE);
      if (elements == null) {
        xml.charge(DocumentReader.LIST_SIZE);
        elements = new ArrayList<>();
        all[index] = elements;
        set(index, Collections.unmodifiableList(elements));
      }
      elements.add(value(xml, list.element().shape()));
    } else if (target instanceof MapShape map) {
      Map<String, Object> entries = (Map<String, Object>) all[index];
      if (entries == null) {
        xml.charge(DocumentReader.MAP_SIZE);
        entries = new LinkedHashMap<>();
        all[index] = entries;
        set(index, AbstractStructure.of(entries));
      }
      readEntry(xml, map, entries);
    }
  }

  /**
   * Reads a value whose element was just entered, to its end. Null if it is absent: the element of
   * a number, boolean or timestamp is empty.
   */
  static @Nullable Object value(XmlReader xml, Shape shape) {
    Object value =
        switch (shape.type()) {
          case STRUCTURE -> structure(xml, (StructureShape) shape);
          case LIST -> list(xml, (ListShape) shape);
          case MAP -> map(xml, (MapShape) shape);
          case STRING, DOCUMENT -> xml.readText();
          case BOOLEAN -> xml.readBoolean();
          case INTEGER -> xml.readInt();
          case LONG -> xml.readLong();
          case BIG_INTEGER -> xml.readBigInteger();
          case FLOAT -> single(xml);
          case DOUBLE -> xml.readDouble();
          case BIG_DECIMAL -> xml.readBigDecimal();
          case TIMESTAMP -> timestamp(xml);
          case BLOB -> xml.readBase64();
        };
    return value == null ? PlainValues.of(shape, xml.lastText()) : value;
  }

  /**
   * As in boto3, accepts any format, not only the one in the model: number, ISO 8601 or RFC 822.
   */
  private static @Nullable Instant timestamp(XmlReader xml) {
    String text = xml.readText();
    try {
      return Timestamps.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Number single(XmlReader xml) {
    Double value = xml.readDouble();
    return value == null ? null : PlainValues.single(value);
  }

  /**
   * Reads a list. All child elements are elements of the list, regardless of their names. An absent
   * value is null, so that the positions of the others stay.
   */
  private static List<@Nullable Object> list(XmlReader xml, ListShape shape) {
    xml.charge(DocumentReader.LIST_SIZE);
    List<@Nullable Object> list = new ArrayList<>();
    Shape element = shape.element().shape();
    while (xml.hasNextChild()) {
      xml.charge(DocumentReader.ELEMENT_SIZE);
      list.add(value(xml, element));
    }
    return Collections.unmodifiableList(list);
  }

  private static Map<String, Object> map(XmlReader xml, MapShape shape) {
    xml.charge(DocumentReader.MAP_SIZE);
    Map<String, Object> map = new LinkedHashMap<>();
    while (xml.hasNextChild()) {
      readEntry(xml, shape, map);
    }
    return AbstractStructure.of(map);
  }

  /** Reads an entry of a map. It is omitted if its key or value is absent. */
  private static void readEntry(XmlReader xml, MapShape shape, Map<String, Object> to) {
    String keyName = nameOr(shape.key(), "key");
    String valueName = nameOr(shape.value(), "value");
    String key = null;
    Object value = null;
    while (xml.hasNextChild()) {
      if (xml.nameEquals(keyName)) {
        key = xml.readText();
      } else if (xml.nameEquals(valueName)) {
        value = value(xml, shape.value().shape());
      } else {
        xml.skipElement();
      }
    }
    if (key != null && value != null) {
      xml.charge(DocumentReader.ENTRY_SIZE);
      to.put(key, value);
    }
  }

  /** The name of a member in XML: its location name, which its shape may set, or a default. */
  static String nameOr(Member member, String otherwise) {
    String name = member.textTrait("locationName");
    return name == null ? otherwise : name;
  }
}
