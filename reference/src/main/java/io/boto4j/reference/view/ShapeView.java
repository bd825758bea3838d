package io.boto4j.reference.view;

import io.boto4j.reference.text.SafeHtml;
import java.util.List;

/**
 * What the page of a shape shows.
 *
 * @param name the name, such as {@code AttributeValue}
 * @param kind the kind, such as {@code structure}
 * @param marks the marks after the name
 * @param code the code of an error if it differs from the name; else empty
 * @param text the description
 * @param members the members
 * @param values the values of an enumeration
 * @param uses where the shape is used
 */
public record ShapeView(
    String name,
    String kind,
    List<Mark> marks,
    String code,
    SafeHtml text,
    List<MemberNode> members,
    List<String> values,
    List<LinkGroup> uses) {
  /**
   * Creates a view, with copies of the lists.
   *
   * @param name the name, such as {@code AttributeValue}
   * @param kind the kind, such as {@code structure}
   * @param marks the marks after the name
   * @param code the code of an error if it differs from the name; else empty
   * @param text the description
   * @param members the members
   * @param values the values of an enumeration
   * @param uses where the shape is used
   */
  public ShapeView {
    marks = List.copyOf(marks);
    members = List.copyOf(members);
    values = List.copyOf(values);
    uses = List.copyOf(uses);
  }
}
