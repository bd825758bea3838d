package io.boto4j.reference.site;

import io.boto4j.model.Member;
import io.boto4j.model.Shape;
import io.boto4j.model.StructureShape;
import io.boto4j.reference.view.Mark;
import java.util.ArrayList;
import java.util.List;

/** The marks of a member: required, deprecated, sensitive, its place in the HTTP message … */
final class MemberMarks {
  private MemberMarks() {}

  static List<Mark> of(StructureShape structure, Member member, boolean required) {
    List<Mark> marks = new ArrayList<>();
    Shape shape = member.shape();
    if (required) {
      marks.add(new Mark("required", "required", ""));
    }
    if (isSet(member, "deprecated")) {
      marks.add(new Mark("deprecated", "deprecated", ""));
    }
    if (member.traits().flag("idempotencyToken")) {
      marks.add(
          new Mark("idempotency token", "plain", "boto4j fills in a new UUID if it is left out"));
    }
    if (shape.traits().flag("eventstream")) {
      marks.add(new Mark("stream of events", "stream", ""));
    } else if (isSet(member, "streaming")) {
      marks.add(new Mark("stream", "stream", "The bytes need not be in memory"));
    }
    if (shape.sensitive()) {
      marks.add(new Mark("sensitive", "sensitive", "boto4j never logs the value"));
    }
    if (member.traits().flag("jsonvalue")) {
      marks.add(new Mark("JSON", "plain", "The text is a JSON document"));
    }
    place(structure, member, marks);
    return marks;
  }

  private static boolean isSet(Member member, String trait) {
    Object value = member.trait(trait);
    return value != null && !Boolean.FALSE.equals(value);
  }

  private static void place(StructureShape structure, Member member, List<Mark> marks) {
    String location = member.traits().text("location");
    if (location == null) {
      if (member.name().equals(structure.traits().text("payload"))) {
        marks.add(Mark.plain("body"));
      }
      return;
    }
    switch (location) {
      case "header" -> marks.add(Mark.plain("header " + member.wireName()));
      case "headers" -> marks.add(Mark.plain("headers " + member.wireName() + "*"));
      case "uri" -> marks.add(Mark.plain("path"));
      case "querystring" -> marks.add(Mark.plain("query"));
      case "statusCode" -> marks.add(Mark.plain("HTTP status"));
      default -> marks.add(Mark.plain(location));
    }
  }
}
