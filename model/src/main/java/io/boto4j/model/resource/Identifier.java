package io.boto4j.model.resource;

import org.jspecify.annotations.Nullable;

/**
 * An identifier of a resource.
 *
 * @param name the name, such as {@code Name}
 * @param member the member of the resource's data with the same value, such as {@code TableName};
 *     null if there is none
 */
public record Identifier(String name, @Nullable String member) {
  /** Returns the identifier as definitions write it. */
  @Override
  public String toString() {
    return member == null ? name : name + "~" + member;
  }
}
