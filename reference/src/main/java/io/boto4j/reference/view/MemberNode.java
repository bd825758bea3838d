package io.boto4j.reference.view;

import io.boto4j.reference.text.SafeHtml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A member of a request, a response or a shape, with the members below it.
 *
 * <p>The members below are in the page, or only in the page of their shape, from where a script
 * fetches them when the reader opens them.
 */
public final class MemberNode {
  private final String name;
  private final String anchor;
  private final List<Link> type;
  private final List<Mark> marks;
  private final Limits limits;
  private final SafeHtml text;
  private final List<MemberNode> children = new ArrayList<>();
  private Below below = Below.NOTHING;

  /**
   * Creates a member without members below.
   *
   * @param name the name of the member
   * @param anchor the anchor of the member in its page
   * @param type the type, in parts
   * @param marks the marks after the type
   * @param limits the limits of values
   * @param text the description
   */
  public MemberNode(
      String name, String anchor, List<Link> type, List<Mark> marks, Limits limits, SafeHtml text) {
    this.name = name;
    this.anchor = anchor;
    this.type = List.copyOf(type);
    this.marks = List.copyOf(marks);
    this.limits = limits;
    this.text = text;
  }

  /**
   * Returns the name of the member.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Returns the anchor of the member in its page.
   *
   * @return the anchor, as {@link Links#member} makes it
   */
  public String anchor() {
    return anchor;
  }

  /**
   * Returns the type, in parts of which some are links.
   *
   * @return the parts
   */
  public List<Link> type() {
    return type;
  }

  /**
   * Returns the marks after the type.
   *
   * @return the marks
   */
  public List<Mark> marks() {
    return marks;
  }

  /**
   * Returns the limits of values.
   *
   * @return the limits
   */
  public Limits limits() {
    return limits;
  }

  /**
   * Returns the description.
   *
   * @return the markup, or empty
   */
  public SafeHtml text() {
    return text;
  }

  /**
   * Returns where the members below are.
   *
   * @return the place
   */
  public Below below() {
    return below;
  }

  /**
   * Returns the members below that are in the page.
   *
   * @return an unmodifiable view
   */
  public List<MemberNode> children() {
    return Collections.unmodifiableList(children);
  }

  /**
   * Sets the place of the members below.
   *
   * @param below the place
   */
  public void setBelow(Below below) {
    this.below = below;
  }

  /**
   * Adds a member below that is in the page.
   *
   * @param child the member
   */
  public void add(MemberNode child) {
    children.add(child);
  }
}
