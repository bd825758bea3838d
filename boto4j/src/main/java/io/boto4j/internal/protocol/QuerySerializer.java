package io.boto4j.internal.protocol;

import io.boto4j.model.ListShape;
import io.boto4j.model.MapShape;
import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A serializer that writes input as a form, in the caller's order. The key is the path to the
 * value, such as {@code Filters.member.1.Name}.
 *
 * <p>EC2 uses other names ({@code queryName}, capital letters), numbers every list directly after
 * its name, and omits empty lists. If validation is off, input may not fit the model. That causes
 * an IllegalArgumentException; nothing is silently dropped.
 */
final class QuerySerializer {
  private final FormWriter form;
  private final boolean ec2;

  QuerySerializer(FormWriter form, boolean ec2) {
    this.form = form;
    this.ec2 = ec2;
  }

  void structure(StructureShape shape, Map<?, ?> value) {
    int key = form.keyLength();
    for (Map.Entry<?, ?> entry : value.entrySet()) {
      String name = String.valueOf(entry.getKey());
      Member member = shape.member(name);
      if (member == null) {
        throw InputValues.unknownMember(shape);
      }
      form.addKey(wireName(member, name));
      value(member, entry.getValue());
      form.cutKey(key);
    }
  }

  /** The name of a member in the form, which its shape may set, or a default. */
  private String wireName(Member member, String otherwise) {
    String queryName = ec2 ? member.textTrait("queryName") : null;
    if (queryName != null) {
      return queryName;
    }
    String name = member.textTrait("locationName");
    if (name == null || name.isEmpty()) {
      return otherwise;
    }
    char first = name.charAt(0);
    return ec2 && first >= 'a' && first <= 'z' ? (char) (first - 32) + name.substring(1) : name;
  }

  private void value(Member member, @Nullable Object value) {
    Shape shape = member.shape();
    if (value == null) {
      throw new IllegalArgumentException("A null cannot be sent as " + shape);
    }
    switch (shape.type()) {
      case STRUCTURE ->
          structure((StructureShape) shape, InputValues.fit(value, InputValues.map(value), shape));
      case LIST ->
          list(member, (ListShape) shape, InputValues.fit(value, InputValues.list(value), shape));
      case MAP ->
          map(member, (MapShape) shape, InputValues.fit(value, InputValues.map(value), shape));
      case STRING -> form.value(JsonDocument.text(member, value));
      case BOOLEAN ->
          form.value(InputValues.fit(value, InputValues.bool(value), shape) ? "true" : "false");
      case INTEGER, LONG, BIG_INTEGER ->
          form.value(InputValues.fit(value, InputValues.whole(value), shape).toString());
      case FLOAT, DOUBLE, BIG_DECIMAL ->
          form.value(HttpText.text(InputValues.fit(value, InputValues.number(value), shape)));
      case TIMESTAMP -> form.value(HttpText.of(member, value, HttpText.ISO_8601));
      case BLOB -> blob(value);
      case DOCUMENT -> InputValues.fit(value, null, shape);
    }
  }

  private void list(Member member, ListShape shape, Collection<?> elements) {
    Member element = shape.element();
    int key = form.keyLength();
    if (elements.isEmpty() && !ec2) {
      form.value("");
    } else if (!ec2 && !XmlParser.isFlattened(member)) {
      form.addKey(wireName(element, "member"));
    } else if (!ec2 && element.textTrait("locationName") != null) {
      form.replaceLastKey(wireName(element, ""));
    }
    int listKey = form.keyLength();
    int index = 0;
    for (Object each : elements) {
      form.addKey(Integer.toString(++index));
      value(element, each);
      form.cutKey(listKey);
    }
    form.cutKey(key);
  }

  private void map(Member member, MapShape shape, Map<?, ?> map) {
    int key = form.keyLength();
    if (!XmlParser.isFlattened(member)) {
      form.addKey("entry");
    }
    int mapKey = form.keyLength();
    String keyName = wireName(shape.key(), "key");
    String valueName = wireName(shape.value(), "value");
    int index = 0;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      form.addKey(Integer.toString(++index));
      int entryKey = form.keyLength();
      form.addKey(keyName);
      value(shape.key(), entry.getKey());
      form.cutKey(entryKey);
      form.addKey(valueName);
      value(shape.value(), entry.getValue());
      form.cutKey(mapKey);
    }
    form.cutKey(key);
  }

  private void blob(Object value) {
    byte[] text = Base64.getEncoder().encode(InputValues.bytes(value));
    form.value(text, text.length);
  }
}
