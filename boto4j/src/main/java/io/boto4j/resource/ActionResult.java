package io.boto4j.resource;

import io.boto4j.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of an action: a resource, a list of resources, a response, or another value.
 *
 * <p>{@link Resource#run(String)} returns it. Immutable.
 */
public final class ActionResult {
  private final @Nullable Object value;

  private ActionResult(@Nullable Object value) {
    this.value = value;
  }

  static ActionResult of(@Nullable Object value) {
    return new ActionResult(value);
  }

  /**
   * Returns the result: a {@code Resource}, a {@code List<Resource>}, a {@code Response}, or what
   * the definition of the action selects from the response.
   *
   * @return the result; null if the response does not identify the resource
   */
  public @Nullable Object value() {
    return value;
  }

  /**
   * Returns the result of an action that leads to one resource.
   *
   * @return the resource
   * @throws IllegalStateException if the result is not one resource
   */
  public Resource resource() {
    return as(Resource.class);
  }

  /**
   * Returns the result of an action that leads to any number of resources.
   *
   * @return the resources, unmodifiable; one for an action that leads to one resource
   * @throws IllegalStateException if the result is not made of resources
   */
  @SuppressWarnings("unchecked") // checked element by element
  public List<Resource> resources() {
    if (value instanceof Resource resource) {
      return List.of(resource);
    }
    if (value instanceof List<?> list && list.stream().allMatch(Resource.class::isInstance)) {
      return (List<Resource>) list;
    }
    throw unexpected("resources");
  }

  /**
   * Returns the result of an action that leads to no resource.
   *
   * @return the response
   * @throws IllegalStateException if the result is not a response
   */
  public Response response() {
    return as(Response.class);
  }

  /**
   * Returns the result as an object of a type.
   *
   * @param type the type, such as {@code BatchWriter.class}
   * @param <T> the type
   * @return the result
   * @throws IllegalStateException if the result has another type
   */
  public <T> T as(Class<T> type) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw unexpected("a " + type.getSimpleName());
  }

  private IllegalStateException unexpected(String expected) {
    return new IllegalStateException(
        "The result of the action is " + description() + ", not " + expected);
  }

  private String description() {
    Object seen = value;
    if (seen == null) {
      return "nothing";
    }
    if (seen instanceof Response) {
      return "a response";
    }
    return seen instanceof List<?> ? "a list" : "a " + seen.getClass().getSimpleName();
  }

  @Override
  public String toString() {
    return Objects.toString(value);
  }
}
