package io.boto4j.model.resource;

import org.jspecify.annotations.Nullable;

/**
 * A way from one resource to another without a call: a sub-resource, whose identifiers the caller
 * completes, or a reference, whose identifiers are in the data of the resource.
 *
 * @param name the name, such as {@code Object} or {@code Vpc}
 * @param result the resource that the link leads to
 * @param reason why the link was derived from the service's model; null if it was not derived
 */
public record ResourceLink(String name, ResourceResult result, @Nullable String reason) {
  /**
   * Tells whether the link is a reference: whether any identifier comes from the resource's data.
   *
   * @return whether it is a reference
   */
  public boolean isReference() {
    return result.uses(Source.Kind.DATA);
  }

  /** Returns the link as definitions write it. */
  @Override
  public String toString() {
    return name + " -> " + result + Notation.reason(reason);
  }
}
