package io.boto4j.reference.view;

/**
 * The place of the members below a member.
 *
 * @param kind the kind of place
 * @param title the text to open them with, such as {@code 4 members of Tag}
 * @param href the members in the page of their shape, relative to the page; or empty
 * @param at the anchor that the anchors of the members begin with
 */
public record Below(Kind kind, String title, String href, String at) {
  /** The place for a member without members below. */
  public static final Below NOTHING = new Below(Kind.NOTHING, "", "", "");

  /** The kinds of places. */
  public enum Kind {
    /** Nothing is below. */
    NOTHING,
    /** They are in the page. */
    HERE,
    /** They are in the page of their shape. */
    ELSEWHERE,
    /** They are those of a shape that is around the member, and so in the page already. */
    RECURSIVE
  }
}
