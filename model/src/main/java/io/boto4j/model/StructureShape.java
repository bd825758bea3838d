package io.boto4j.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shape with named members, in the model's order. A union is a structure of which exactly one
 * member is set.
 *
 * <p>A value of this shape is stored by the index of its members, so every parser and serializer
 * looks for indexes all the time. Finding one is a hash look-up without allocation.
 */
public final class StructureShape extends Shape {
  private final Member[] members;
  private final int[] required;
  private final boolean union;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable NameIndex byName;

  /** Created on first use; threads that race may each create one. */
  private volatile @Nullable NameIndex byWireName;

  StructureShape(String name, Traits traits, Member[] members, int[] required) {
    super(name, ShapeType.STRUCTURE, traits);
    this.members = members;
    this.required = required;
    this.union = traits.flag("union");
  }

  /**
   * Returns all members, in the model's order.
   *
   * @return an unmodifiable list
   */
  public List<Member> members() {
    return Collections.unmodifiableList(Arrays.asList(members));
  }

  /**
   * Returns the names of the members.
   *
   * @return the names, in the order of the model; unmodifiable
   */
  public List<String> memberNames() {
    List<String> names = new ArrayList<>(size());
    for (int i = 0; i < size(); i++) {
      names.add(member(i).name());
    }
    return Collections.unmodifiableList(names);
  }

  /**
   * Returns the number of members.
   *
   * @return the count
   */
  public int size() {
    return members.length;
  }

  /**
   * Returns the member at an index.
   *
   * @param index 0 to {@link #size()} − 1
   * @return the member
   */
  public Member member(int index) {
    return members[index];
  }

  /**
   * Returns the member with a name.
   *
   * @param name the name that users write
   * @return the member, or null if no member has the name
   */
  public @Nullable Member member(String name) {
    int index = indexOf(name);
    return index < 0 ? null : members[index];
  }

  /**
   * Returns the index of a member.
   *
   * @param name the name that users write
   * @return 0 to {@link #size()} − 1, or −1 if no member has the name
   */
  public int indexOf(String name) {
    NameIndex created = byName;
    if (created == null) {
      String[] names = new String[members.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = members[i].name();
      }
      created = new NameIndex(names);
      byName = created;
    }
    return created.find(name);
  }

  /**
   * Returns the index of the member with a wire name, straight from the bytes of a response.
   *
   * @param utf8 an array that holds the name, in UTF-8
   * @param start the index of its first byte
   * @param end the index after its last byte
   * @param guess the index that the member probably has, since responses usually keep an order; any
   *     value is allowed
   * @return 0 to {@link #size()} − 1, or −1 if no member has the name
   */
  public int indexOfWireName(byte[] utf8, int start, int end, int guess) {
    NameIndex index = wireNames();
    if (guess >= 0 && guess < members.length && index.matches(guess, utf8, start, end)) {
      return guess;
    }
    return index.find(utf8, start, end);
  }

  /**
   * Returns the index of the member with a wire name.
   *
   * @param wireName the name on the wire
   * @return 0 to {@link #size()} − 1, or −1 if no member has the name
   */
  public int indexOfWireName(String wireName) {
    return wireNames().find(wireName);
  }

  /**
   * Returns the number of required members.
   *
   * @return the count
   */
  public int requiredCount() {
    return required.length;
  }

  /**
   * Returns a required member, in the order in which the model lists them.
   *
   * @param position 0 to {@link #requiredCount()} − 1
   * @return the member's index
   */
  public int requiredIndex(int position) {
    return required[position];
  }

  /**
   * Whether the structure is a union: exactly one member is set in each value.
   *
   * @return true for a union
   */
  public boolean isUnion() {
    return union;
  }

  /**
   * Whether the shape is an error that a service sends.
   *
   * @return true for an error
   */
  public boolean isError() {
    return traits().flag("exception") || traits().flag("error");
  }

  /**
   * Returns the code that a service sends for this error: the trait {@code error.code}, else the
   * name of the shape.
   *
   * @return the code
   */
  public String errorCode() {
    return traits().map("error").get("code") instanceof String code ? code : name();
  }

  private NameIndex wireNames() {
    NameIndex created = byWireName;
    if (created == null) {
      String[] names = new String[members.length];
      for (int i = 0; i < names.length; i++) {
        names[i] = members[i].wireName();
      }
      created = new NameIndex(names);
      byWireName = created;
    }
    return created;
  }
}
