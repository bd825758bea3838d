package io.boto4j.model.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of resource, such as an S3 bucket, or the service itself, which has no identifiers.
 *
 * @param name the name, such as {@code Bucket}; {@code ServiceResource} for the service
 * @param identifiers the identifiers, in order
 * @param shape the shape in the service's model with the members of the data; null if the data has
 *     no shape
 * @param load the call that gets the data; null if there is none
 * @param actions the actions
 * @param batchActions the actions on a page of resources at once
 * @param links the sub-resources and references
 * @param collections the collections
 * @param waiters the waiters
 * @param reason why the type was derived from the service's model; null if it was not derived
 */
public record ResourceType(
    String name,
    List<Identifier> identifiers,
    @Nullable String shape,
    @Nullable ResourceCall load,
    List<ResourceCall> actions,
    List<ResourceCall> batchActions,
    List<ResourceLink> links,
    List<ResourceCall> collections,
    List<ResourceCall> waiters,
    @Nullable String reason) {
  /** The name of the type that is the service itself. */
  public static final String SERVICE = "ServiceResource";

  /**
   * Creates a type, with copies of the collections.
   *
   * @param name the name, such as {@code Bucket}; {@code ServiceResource} for the service
   * @param identifiers the identifiers, in order
   * @param shape the shape in the service's model with the members of the data; null if the data
   *     has no shape
   * @param load the call that gets the data; null if there is none
   * @param actions the actions
   * @param batchActions the actions on a page of resources at once
   * @param links the sub-resources and references
   * @param collections the collections
   * @param waiters the waiters
   * @param reason why the type was derived from the service's model; null if it was not derived
   */
  public ResourceType {
    identifiers = List.copyOf(identifiers);
    actions = List.copyOf(actions);
    batchActions = List.copyOf(batchActions);
    links = List.copyOf(links);
    collections = List.copyOf(collections);
    waiters = List.copyOf(waiters);
  }

  /**
   * Tells whether the type was derived from the service's model.
   *
   * @return false for the types of boto3 and of users' files
   */
  public boolean isDerived() {
    return reason != null;
  }

  /** Returns the type as definitions write it, in several lines. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("type ");
    text.append(name).append(Notation.list(identifiers));
    text.append(shape == null ? "" : " : " + shape);
    text.append(Notation.reason(reason)).append('\n');
    return text.append(members()).toString();
  }

  /** Returns the lines below the name of the type. */
  String members() {
    StringBuilder text = new StringBuilder();
    lines(text, "load", load == null ? List.of() : List.of(load));
    lines(text, "do", actions);
    lines(text, "batch", batchActions);
    lines(text, "has", links);
    lines(text, "many", collections);
    lines(text, "wait", waiters);
    return text.toString();
  }

  private static void lines(StringBuilder text, String keyword, List<?> definitions) {
    for (Object each : definitions) {
      text.append("  ").append(keyword).append(' ').append(each).append('\n');
    }
  }
}
