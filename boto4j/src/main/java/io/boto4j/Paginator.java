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
 * Calls an operation page by page, and hands the token of each page to the next call.
 *
 * <p>Made by {@link Client#paginator(String)}. Immutable and safe to share between threads: what
 * limits it makes a new one.
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
   * The pages of an operation that needs no parameters.
   *
   * @return the pages; nothing is asked for before they are iterated
   * @throws io.boto4j.error.PaginationException as {@link #pages(Map)}
   */
  public Pages pages() {
    return pages(Map.of());
  }

  /**
   * The pages of an operation.
   *
   * <p>As in boto3, the limits may stand among the parameters: {@code "PaginationConfig",
   * Map.of("MaxItems", 100)}, with {@code MaxItems}, {@code PageSize} and {@code StartingToken}.
   *
   * @param parameters the operation's input, copied
   * @return the pages; nothing is asked for before they are iterated
   * @throws io.boto4j.error.PaginationException if the starting token is none, or the operation has
   *     no parameter for the size of a page
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
   * Ends a walk after so many items of the first result key: boto3's {@code MaxItems}.
   *
   * @param count how many items in all; the page they end on is cut
   * @return a paginator with that limit
   * @throws IllegalArgumentException if it is negative
   */
  public Paginator maxItems(int count) {
    return with(new PageLimits(count, limits.pageSize(), limits.startingToken()));
  }

  /**
   * Asks the service for pages of a size: boto3's {@code PageSize}.
   *
   * @param count how many items on a page; the service may give fewer
   * @return a paginator that asks so
   * @throws IllegalArgumentException if it is not positive
   */
  public Paginator pageSize(int count) {
    return with(new PageLimits(limits.maxItems(), count, limits.startingToken()));
  }

  /**
   * Resumes a walk that {@link #maxItems} ended: boto3's {@code StartingToken}.
   *
   * <p>boto3's tokens are understood, and a service's own too. The token may come from outside: it
   * can say where in the list to go on, and change no other parameter.
   *
   * @param token what {@link Pages#resumeToken()} gave
   * @return a paginator that starts there
   */
  public Paginator startingToken(String token) {
    Objects.requireNonNull(token, "token");
    return with(new PageLimits(limits.maxItems(), limits.pageSize(), token));
  }

  private Paginator with(PageLimits changed) {
    return new Paginator(client, paging, changed);
  }

  /**
   * The operation.
   *
   * @return as {@code ListObjectsV2}
   */
  public String operation() {
    return paging.operation();
  }

  /**
   * Where an answer holds what is paged.
   *
   * @return JMESPath expressions, as {@code Contents}; items are counted by the first
   */
  public List<String> resultKeys() {
    List<String> keys = new ArrayList<>();
    for (JmesPath key : paging.resultKeys()) {
      keys.add(key.toString());
    }
    return Collections.unmodifiableList(keys);
  }

  /**
   * Whether the model has no paginator for the operation, and this one was guessed: from a token
   * that goes in and comes out, and the one list in the answer. boto3 has no such paginator.
   *
   * @return true if it was guessed
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
