package io.boto4j.internal.paging;

import io.boto4j.error.PaginationException;
import io.boto4j.internal.text.Printable;
import io.boto4j.model.NearNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an iteration over pages: boto3's {@code PaginationConfig}.
 *
 * @param maxItems the maximum number of items in total, or null for all
 * @param pageSize the number of items per page, or null for the default of the service
 * @param startingToken the token to resume with, or null to start at the beginning
 */
public record PageLimits(
    @Nullable Integer maxItems, @Nullable Integer pageSize, @Nullable String startingToken) {
  /** The parameter with which boto3 passes the limits. */
  public static final String PARAMETER = "PaginationConfig";

  /** No limits. */
  public static final PageLimits NONE = new PageLimits(null, null, null);

  private static final List<String> NAMES = List.of("MaxItems", "PageSize", "StartingToken");

  /**
   * Checks the numbers.
   *
   * @param maxItems the maximum number of items in total, or null
   * @param pageSize the number of items per page, or null
   * @param startingToken the token to resume with, or null
   * @throws IllegalArgumentException if {@code maxItems} is negative, or {@code pageSize} is less
   *     than 1
   */
  public PageLimits {
    if (maxItems != null && maxItems < 0) {
      throw new IllegalArgumentException("MaxItems is " + maxItems + ", and must not be negative");
    }
    if (pageSize != null && pageSize < 1) {
      throw new IllegalArgumentException("PageSize is " + pageSize + ", and must be at least 1");
    }
  }

  /**
   * Returns these limits, overridden by those in boto3's parameter.
   *
   * @param config the value of the parameter
   * @return the limits
   * @throws IllegalArgumentException if the value is not a map, or contains anything else than
   *     limits
   */
  public PageLimits with(@Nullable Object config) {
    if (!(config instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(PARAMETER + " is not a map");
    }
    for (Object key : map.keySet()) {
      String name = String.valueOf(key);
      if (!NAMES.contains(name)) {
        throw new IllegalArgumentException(
            PARAMETER
                + " has no '"
                + Printable.of(name)
                + "', only "
                + String.join(", ", NAMES)
                + "."
                + NearNames.hint(name, NAMES));
      }
    }
    Object token = map.get("StartingToken");
    Integer items = number("MaxItems", map.get("MaxItems"));
    Integer size = number("PageSize", map.get("PageSize"));
    return new PageLimits(
        items == null ? maxItems : items,
        size == null ? pageSize : size,
        token == null ? startingToken : token.toString());
  }

  /** Converts a number, which may be text, as in boto3. */
  private static @Nullable Integer number(String name, @Nullable Object value) {
    try {
      return value == null ? null : Integer.valueOf(value.toString());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " is " + Printable.of(value.toString()) + ", and must be a whole number", e);
    }
  }

  /** Returns the page size in the type of the operation's parameter. */
  Object pageSizeFor(Paging paging, int size) {
    if (paging.limitKey() == null) {
      throw new PaginationException(
          "Error during pagination: PageSize parameter is not supported for the pagination"
              + " interface for this operation.");
    }
    return paging.limitIsText() ? Integer.toString(size) : (Object) size;
  }
}
