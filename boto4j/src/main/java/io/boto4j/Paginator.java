package io.boto4j;

import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.paging.PageLimits;
import io.boto4j.internal.paging.Paging;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A description of how to request all pages of an operation's results: boto3's {@code Paginator}.
 * The token that a page ends with is passed to the call for the next page.
 *
 * <p>{@link Client#paginator(String)} creates it. Immutable and safe for use by multiple threads:
 * the methods that set limits return a new paginator.
 *
 * <pre>{@code
 * for (Response page : dynamodb.paginator("Scan").pages(Map.of("TableName", "auth-users"))) {
 *   System.out.println(page.list("Items").size());
 * }
 * s3.paginator("ListObjectsV2").maxItems(10_000).pages(Map.of("Bucket", "b"))
 *     .items(Structure.class).map(each -> each.text("Key")).forEach(System.out::println);
 * }</pre>
 */
public final class Paginator {
  private final Client client;
  private final Paging paging;
  private final PageLimits limits;

  Paginator(Client client, Paging paging) {
    this(client, paging, PageLimits.NONE);
  }

  private Paginator(Client client, Paging paging, PageLimits limits) {
    this.client = client;
    this.paging = paging;
    this.limits = limits;
  }

  /**
   * Returns the pages of an operation without parameters.
   *
   * @return the pages; nothing is sent until they are iterated
   * @throws io.boto4j.error.PaginationException if the starting token is malformed, or a page size
   *     is set and the operation does not support one
   */
  public Pages pages() {
    return pages(Map.of());
  }

  /**
   * Returns the pages of the operation for an input: boto3's {@code paginate}.
   *
   * <p>As in boto3, limits may be among the parameters: {@code "PaginationConfig",
   * Map.of("MaxItems", 100)}, with {@code MaxItems}, {@code PageSize} and {@code StartingToken}.
   * They override those of this paginator.
   *
   * @param parameters the operation's input by member name, copied
   * @return the pages; nothing is sent until they are iterated
   * @throws io.boto4j.error.PaginationException if the starting token is malformed, or a page size
   *     is set and the operation does not support one
   * @throws IllegalArgumentException if {@code PaginationConfig} is not a map, or has an unknown
   *     key or an invalid value
   */
  public Pages pages(Map<String, ?> parameters) {
    Object config = parameters.get(PageLimits.PARAMETER);
    if (config == null) {
      return new Pages(client, paging, limits, parameters);
    }
    Map<String, Object> input = new LinkedHashMap<>(parameters);
    input.remove(PageLimits.PARAMETER);
    return new Pages(client, paging, limits.with(config), input);
  }

  /**
   * Limits the number of items of the first result key: boto3's {@code MaxItems}. The page on which
   * the limit is reached is cut; {@link Pages#resumeToken()} is the token to continue with.
   *
   * @param count the maximum number of items on all pages together, at least 0
   * @return a paginator with this limit
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public Paginator maxItems(int count) {
    return with(new PageLimits(count, limits.pageSize(), limits.startingToken()));
  }

  /**
   * Sets the page size to request from the service: boto3's {@code PageSize}.
   *
   * @param count the number of items per page, at least 1; the service may return fewer
   * @return a paginator with this page size
   * @throws IllegalArgumentException if {@code count} is less than 1
   */
  public Paginator pageSize(int count) {
    return with(new PageLimits(limits.maxItems(), count, limits.startingToken()));
  }

  /**
   * Sets the token to start from: boto3's {@code StartingToken}.
   *
   * <p>Both boto3's tokens and a service's own are accepted. A token may come from an untrusted
   * source, such as a link in a web page: it sets the operation's own tokens and no other
   * parameter.
   *
   * @param token the token, from {@link Pages#resumeToken()}
   * @return a paginator that starts at the token; {@link #pages(Map)} checks it
   */
  public Paginator startingToken(String token) {
    Objects.requireNonNull(token, "token");
    return with(new PageLimits(limits.maxItems(), limits.pageSize(), token));
  }

  private Paginator with(PageLimits changed) {
    return new Paginator(client, paging, changed);
  }

  /**
   * Returns the operation's name.
   *
   * @return the name, such as {@code ListObjectsV2}
   */
  public String operation() {
    return paging.operation();
  }

  /**
   * Returns the members of the output that are split into pages: boto3's {@code result_keys}.
   *
   * @return JMESPath expressions, such as {@code Contents}; {@link #maxItems} counts the items of
   *     the first
   */
  public List<String> resultKeys() {
    List<String> keys = new ArrayList<>();
    for (JmesPath key : paging.resultKeys()) {
      keys.add(key.toString());
    }
    return Collections.unmodifiableList(keys);
  }

  /**
   * Whether the model has no paginator for the operation and this one was inferred, because the
   * input and the output have a token and the output has a single list. boto3 has no such
   * paginators.
   *
   * @return true if it was inferred
   */
  public boolean inferred() {
    return paging.inferred();
  }

  @Override
  public String toString() {
    return "Paginator["
        + client.service()
        + ", "
        + paging.operation()
        + ", of "
        + String.join(", ", resultKeys())
        + (inferred() ? ", inferred]" : "]");
  }
}
