package io.boto4j.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named members, in the model's order; a union is a structure of which exactly one member is set.
 *
 * <p>A value of this shape is kept by the index of its members, so finding an index is what every
 * codec does all day; it is a hash look-up without allocation.
 */
public final class StructureShape extends Shape {
  private final Member[] members;
  private final int[] required;
  private final boolean union;

  /** Built when first asked; threads that race build equal ones. */
  private @Nullable NameIndex byName;

  private @Nullable NameIndex byWireName;

  StructureShape(String name, Traits traits, Member[] members, int[] required) {
    super(name, ShapeType.STRUCTURE, traits);
    this.members = members;
    this.required = required;
    this.union = traits.flag("union");
  }

  /**
   * All members, in the model's order.
   *
   * @return an unmodifiable list
   */
  public List<Member> members() {
    return Collections.unmodifiableList(Arrays.asList(members));
  }

  /**
   * How many members there are.
   *
   * @return the count
   */
  public int size() {
    return members.length;
  }

  /**
   * The member at an index.
   *
   * @param index 0 to {@link #size()} − 1
   * @return the member
   */
  public Member member(int index) {
    return members[index];
  }

  /**
   * The member of a name.
   *
   * @param name the name users write
   * @return the member, or null if there is none
   */
  public @Nullable Member member(String name) {
    int index = indexOf(name);
    return index < 0 ? null : members[index];
  }

  /**
   * The index of a member.
   *
   * @param name the name users write
   * @return 0 to {@link #size()} − 1, or −1 if there is none
   */
  public int indexOf(String name) {
    NameIndex index = byName;
    if (index == null) {
      String[] names = new String[members.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = members[i].name();
      }
      index = new NameIndex(names);
      byName = index;
    }
    return index.find(name);
  }

  /**
   * The index of the member with a wire name, straight from the bytes of an answer.
   *
   * @param utf8 bytes that hold the name
   * @param start where it begins
   * @param end where it ends, exclusive
   * @param guess the index it probably has (answers mostly keep an order); any value will do
   * @return 0 to {@link #size()} − 1, or −1 if there is none
   */
  public int indexOfWireName(byte[] utf8, int start, int end, int guess) {
    NameIndex index = wireNames();
    if (guess >= 0 && guess < members.length && index.matches(guess, utf8, start, end)) {
      return guess;
    }
    return index.find(utf8, start, end);
  }

  /**
   * The index of the member with a wire name.
   *
   * @param wireName the name on the wire
   * @return 0 to {@link #size()} − 1, or −1 if there is none
   */
  public int indexOfWireName(String wireName) {
    return wireNames().find(wireName);
  }

  /**
   * How many members must be set.
   *
   * @return the count
   */
  public int requiredCount() {
    return required.length;
  }

  /**
   * A member that must be set, in the order the model lists them.
   *
   * @param position 0 to {@link #requiredCount()} − 1
   * @return the member's index
   */
  public int requiredIndex(int position) {
    return required[position];
  }

  /**
   * Whether exactly one member is set in each value.
   *
   * @return true for a union
   */
  public boolean isUnion() {
    return union;
  }

  /**
   * Whether the shape is an error a service answers with.
   *
   * @return true for an error
   */
  public boolean isError() {
    return traits().flag("exception") || traits().flag("error");
  }

  /**
   * The code a service sends for this error: the trait {@code error.code}, else the shape's name.
   *
   * @return the code
   */
  public String errorCode() {
    return traits().map("error").get("code") instanceof String code ? code : name();
  }

  private NameIndex wireNames() {
    NameIndex index = byWireName;
    if (index == null) {
      String[] names = new String[members.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = members[i].wireName();
      }
      index = new NameIndex(names);
      byWireName = index;
    }
    return index;
  }
}
