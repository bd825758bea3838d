package io.boto4j.typed.shape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Java type, as far as it matters for the shapes of a model: seen by reflection at run time, or
 * by the compiler. Both answer the same questions, so that both check alike.
 */
public interface JavaType {
  /**
   * Returns the class, without type arguments.
   *
   * @return the qualified name of a class such as {@code java.util.List}, the keyword of a
   *     primitive type such as {@code int} or {@code void}, or the name of the element type and
   *     {@code []} for an array; empty if the type is not known
   */
  String name();

  /**
   * Returns the type as a user writes it, for messages.
   *
   * @return the text, such as {@code List<String>}
   */
  String text();

  /**
   * Returns the type arguments, with the bounds of wildcards: the lower one if there is one.
   *
   * @return the arguments, or the element type of an array; empty if there are none
   */
  List<JavaType> arguments();

  /**
   * Whether values of this type can be values of a class or interface.
   *
   * @param className the qualified name of the other type
   * @return true if this type is the other, or a subtype of it
   */
  boolean is(String className);

  /**
   * Whether no other class can extend this one, so that its values are not also of an unrelated
   * interface.
   *
   * @return true for primitive types, arrays, final classes, records and enums
   */
  boolean isFinal();

  /**
   * Whether values of any other class may be of this type, if their class implements it.
   *
   * @return true for interfaces
   */
  boolean isInterface();

  /**
   * Returns the components of a record.
   *
   * @return the components in order, or null if the type is not a record
   */
  @Nullable List<Component> components();

  /**
   * Returns the constants of an enum.
   *
   * @return the names in order, or null if the type is not an enum
   */
  @Nullable List<String> constants();

  /**
   * A component of a record.
   *
   * @param name its name
   * @param given the name in {@code @Name}, or null
   * @param type its type
   * @param nullable whether it carries an annotation named {@code Nullable}
   */
  record Component(String name, @Nullable String given, JavaType type, boolean nullable) {}
}
