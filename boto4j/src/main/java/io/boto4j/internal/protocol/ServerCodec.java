package io.boto4j.internal.protocol;

import io.boto4j.Structure;
import io.boto4j.http.Headers;
import io.boto4j.internal.eventstream.EventMessage;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.model.codec.CborReader;
import io.boto4j.model.codec.CborWriter;
import io.boto4j.model.codec.JsonReader;
import io.boto4j.model.codec.JsonWriter;
import io.boto4j.model.codec.XmlReader;
import io.boto4j.model.codec.XmlWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The formats of bodies and headers from the other side: a server reads what clients write, and
 * writes what they read. The shapes decide, so the same parsers and serializers do both.
 */
public final class ServerCodec {
  private ServerCodec() {}

  /**
   * Reads a JSON body.
   *
   * @param body the body, not empty
   * @param shape the shape of the input
   * @return the members
   * @throws RuntimeException if the body is not the JSON of the shape
   */
  public static Structure readJson(byte[] body, StructureShape shape) {
    return JsonParser.body(body, shape);
  }

  /**
   * Reads a payload in JSON.
   *
   * @param body the body, not empty
   * @param shape the shape of the payload
   * @return the value, or null
   * @throws RuntimeException if the body is not the JSON of the shape
   */
  public static @Nullable Object readJsonValue(byte[] body, Shape shape) {
    JsonReader json = new JsonReader(body);
    Object value = JsonParser.value(json, shape);
    json.end();
    return value;
  }

  /**
   * Reads any JSON, without a shape.
   *
   * @param document the document, not empty
   * @return the value, or null
   * @throws RuntimeException if the document is not JSON
   */
  public static @Nullable Object readDocument(byte[] document) {
    JsonReader json = new JsonReader(document);
    Object value = json.readValue();
    json.end();
    return value;
  }

  /**
   * Writes members as JSON, with timestamps of milliseconds.
   *
   * @param shape the shape of the output
   * @param members the members by name, without nulls
   * @return the document
   */
  public static byte[] writeJson(StructureShape shape, Map<?, ?> members) {
    JsonWriter json = new JsonWriter();
    JsonSerializer.ofService(json).structure(shape, members);
    return json.toByteArray();
  }

  /**
   * Writes a payload as JSON.
   *
   * @param member the member that is the payload
   * @param value its value
   * @return the document
   */
  public static byte[] writeJsonValue(Member member, Object value) {
    JsonWriter json = new JsonWriter();
    JsonSerializer.ofService(json).value(member, value);
    return json.toByteArray();
  }

  /**
   * Reads a CBOR body.
   *
   * @param body the body, not empty
   * @param shape the shape of the input
   * @return the members
   * @throws RuntimeException if the body is not the CBOR of the shape
   */
  public static Structure readCbor(byte[] body, StructureShape shape) {
    return CborParser.root(new CborReader(body), shape);
  }

  /**
   * Writes members as CBOR.
   *
   * @param shape the shape of the output
   * @param members the members by name
   * @return the document
   */
  public static byte[] writeCbor(StructureShape shape, Map<?, ?> members) {
    CborWriter cbor = new CborWriter();
    CborSerializer.structure(cbor, shape, members);
    return cbor.toByteArray();
  }

  /**
   * Reads the members of a structure in an XML body into their slots.
   *
   * @param body the body, not empty
   * @param shape the shape of the input
   * @param slots the values of the members by index
   * @throws RuntimeException if the body is not the XML of the shape
   */
  public static void readXml(byte[] body, StructureShape shape, @Nullable Object[] slots) {
    XmlReader xml = new XmlReader(body);
    xml.beginRoot();
    XmlParser.fill(xml, shape, slots);
    xml.end();
  }

  /**
   * Reads a payload in XML.
   *
   * @param body the body, not empty
   * @param shape the shape of the payload
   * @return the value, or null
   * @throws RuntimeException if the body is not the XML of the shape
   */
  public static @Nullable Object readXmlValue(byte[] body, Shape shape) {
    XmlReader xml = new XmlReader(body);
    xml.beginRoot();
    Object value = XmlParser.value(xml, shape);
    xml.end();
    return value;
  }

  /**
   * Writes a value as an XML document.
   *
   * @param member the member; the root has its name, or else that of its shape
   * @param value the value
   * @param namespace the namespace of the root, or null
   * @return the document
   */
  public static byte[] writeXml(Member member, Object value, @Nullable String namespace) {
    XmlWriter xml = new XmlWriter();
    String name = XmlParser.nameOr(member, member.shape().name());
    if (member.shape() instanceof StructureShape shape && namespace != null) {
      xml.begin(name).namespace(null, namespace);
      XmlSerializer.ofService(xml).members(shape, (Map<?, ?>) value);
      xml.end();
    } else {
      XmlSerializer.ofService(xml).value(member, name, value);
    }
    return xml.toByteArray();
  }

  /**
   * Writes the members of a structure into an element that was begun.
   *
   * @param xml the writer
   * @param shape the shape of the structure
   * @param members the members by name, without nulls
   */
  public static void writeXmlMembers(XmlWriter xml, StructureShape shape, Map<?, ?> members) {
    XmlSerializer.ofService(xml).members(shape, members);
  }

  /**
   * Reads an event whose payload is JSON.
   *
   * @param message the message
   * @param union the shape of the event stream
   * @return the event, or null if the model does not have it
   * @throws RuntimeException if the message is not an event
   */
  public static @Nullable Structure readJsonEvent(EventMessage message, StructureShape union) {
    return new EventParser(union, JsonEventBodies.INSTANCE).event(message);
  }

  /**
   * Reads an event whose payload is CBOR.
   *
   * @param message the message
   * @param union the shape of the event stream
   * @return the event, or null if the model does not have it
   * @throws RuntimeException if the message is not an event
   */
  public static @Nullable Structure readCborEvent(EventMessage message, StructureShape union) {
    return new EventParser(union, CborEventBodies.INSTANCE).event(message);
  }

  /**
   * Reads a value from a path, a query or a form.
   *
   * @param shape the shape of the value, not a list, map or structure
   * @param text the text
   * @return the value, in another type if the text does not fit
   */
  public static @Nullable Object readText(Shape shape, String text) {
    return HttpText.parse(shape, text);
  }

  /**
   * Reads a member from its header.
   *
   * @param member the member
   * @param headers the headers of the request
   * @return the value, or null if the header is absent
   */
  public static @Nullable Object readHeader(Member member, Headers headers) {
    return ResponseBindings.header(member, ResponseBindings.joined(headers, member.wireName()));
  }

  /**
   * Reads the headers that begin with a prefix.
   *
   * @param prefix the prefix
   * @param headers the headers of the request
   * @return the values by the rest of the names
   */
  public static Map<String, Object> readHeaders(String prefix, Headers headers) {
    return ResponseBindings.prefixed(headers, prefix);
  }

  /**
   * Writes a value for a header.
   *
   * @param member the member, not a list, map or structure
   * @param value the value
   * @return the text
   */
  public static String headerText(Member member, Object value) {
    return HttpText.of(member, value, HttpText.RFC_822);
  }

  /**
   * Returns the name of a member in a form or a document.
   *
   * @param member the member
   * @param otherwise the name if the model gives no other
   * @return the name
   */
  public static String nameOr(Member member, String otherwise) {
    return XmlParser.nameOr(member, otherwise);
  }

  /**
   * Whether the elements of a list or map are not within an element of their own.
   *
   * @param member the member
   * @return true for a list or map that the model marks as flattened
   */
  public static boolean isFlattened(Member member) {
    return XmlParser.isFlattened(member);
  }

  /**
   * Whether a structure has members that are not bound to the head of a message.
   *
   * @param shape the shape
   * @return true if some are in the body
   */
  public static boolean hasBodyMembers(StructureShape shape) {
    return ResponseBindings.hasBodyMembers(shape);
  }
}
