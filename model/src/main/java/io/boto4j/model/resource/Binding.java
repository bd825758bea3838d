package io.boto4j.model.resource;

/**
 * The assignment of a source to a parameter of a call or to an identifier of a resource.
 *
 * @param target the name of the identifier, or the path of the parameter: {@code A.B} is a member
 *     of a member, {@code A[0]} an element, {@code A[]} a new element, and {@code A[*]} the element
 *     with the number of the resource in a batch
 * @param source the source of the value
 */
public record Binding(String target, Source source) {
  /** Returns the assignment as definitions write it. */
  @Override
  public String toString() {
    return target + "=" + source;
  }
}
