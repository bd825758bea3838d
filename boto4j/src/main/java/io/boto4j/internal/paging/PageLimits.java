package io.boto4j.internal.paging;

import io.boto4j.error.PaginationException;
import io.boto4j.internal.text.NearNames;
import io.boto4j.internal.text.Printable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a user wants, and from where: boto3's {@code PaginationConfig}.
 *
 * @param maxItems how many items in all, or null for all there are
 * @param pageSize how many items the service is to put on a page, or null for as many as it likes
 * @param startingToken where to resume, or null for the beginning
 */
public record PageLimits(
    @Nullable Integer maxItems, @Nullable Integer pageSize, @Nullable String startingToken) {
  /** The parameter boto3 has for this. */
  public static final String PARAMETER = "PaginationConfig";

  /** All there is. */
  public static final PageLimits NONE = new PageLimits(null, null, null);

  private static final List<String> NAMES = List.of("MaxItems", "PageSize", "StartingToken");

  /**
   * Checks the numbers.
   *
   * @param maxItems how many items in all, or null
   * @param pageSize how many items on a page, or null
   * @param startingToken where to resume, or null
   * @throws IllegalArgumentException if a number is negative, or a page is to hold nothing
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
   * These limits, and those of boto3's parameter over them.
   *
   * @param config the value of the parameter
   * @return the limits
   * @throws IllegalArgumentException if it holds anything but limits
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

  /** A number, or one that is written as text, as boto3 takes it. */
  private static @Nullable Integer number(String name, @Nullable Object value) {
    try {
      return value == null ? null : Integer.valueOf(value.toString());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + " is " + Printable.of(value.toString()) + ", and must be a whole number", e);
    }
  }

  /** The value of an operation's own parameter for the size of a page. */
  Object pageSizeFor(Paging paging, int size) {
    if (paging.limitKey() == null) {
      throw new PaginationException(
          "Error during pagination: PageSize parameter is not supported for the pagination"
              + " interface for this operation.");
    }
    return paging.limitIsText() ? Integer.toString(size) : (Object) size;
  }
}
