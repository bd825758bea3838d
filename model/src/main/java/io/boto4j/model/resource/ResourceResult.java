package io.boto4j.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The resource that a call or a link leads to.
 *
 * @param type the name of its type
 * @param identifiers the sources of its identifiers
 * @param path the JMESPath expression of its data in the response of the call, or in the data of
 *     the resource that has the link; null if it starts without data
 */
public record ResourceResult(String type, List<Binding> identifiers, @Nullable String path) {
  /**
   * Creates a result, with copies of the collections.
   *
   * @param type the name of its type
   * @param identifiers the sources of its identifiers
   * @param path the JMESPath expression of its data in the response of the call, or in the data of
   *     the resource that has the link; null if it starts without data
   */
  public ResourceResult {
    identifiers = List.copyOf(identifiers);
  }

  /**
   * Tells whether any identifier comes from a kind of source.
   *
   * @param kind the kind
   * @return whether one does
   */
  public boolean uses(Source.Kind kind) {
    for (Binding each : identifiers) {
      if (each.source().kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** Returns the result as definitions write it. */
  @Override
  public String toString() {
    return type + Notation.list(identifiers) + Notation.path(path);
  }
}
