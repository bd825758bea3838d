package io.boto4j.internal.paging;

import io.boto4j.Response;
import io.boto4j.error.PaginationException;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.value.EditedStructure;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over pages. A page is requested by {@link #next()} and not before; {@link #hasNext()}
 * sends no request.
 *
 * <p>If a call fails, the position does not change, and {@link #next()} requests the same page
 * again. Used by one thread.
 */
public final class PageIterator implements Iterator<Response> {
  /**
   * The most pages in a row with the same token, of an operation that may repeat it: a service that
   * never ends must not keep the caller for ever.
   */
  private static final int MOST_REPEATS = 100;

  private static final PageTokens.Start BEGINNING = new PageTokens.Start(Map.of(), 0, false);

  private final Paging paging;
  private final Function<Map<String, ?>, Response> call;
  private final Map<String, Object> parameters;
  private final PageTokens.Start start;
  private final @Nullable Integer maxItems;

  /** The tokens of the next page or, at the end, of the last one. */
  private Map<String, @Nullable Object> tokens;

  private boolean first = true;
  private boolean done;
  private int total;
  private @Nullable PaginationException failure;
  private @Nullable Response firstPage;
  private @Nullable String previous;

  /** A token of the past, for Brent's cycle detection; replaced at distances that double. */
  private @Nullable String landmark;

  /** The number of tokens since the landmark, and the number at which it is replaced. */
  private int distance;

  private int limit = 1;

  /** The number of times in a row that the previous token was received again. */
  private int repeats;

  private @Nullable String resumeToken;

  /**
   * Creates an iterator. No page is requested yet.
   *
   * @param paging the paging of the operation
   * @param call calls the operation
   * @param parameters the input of the operation, copied
   * @param limits the limits and the starting token
   * @throws PaginationException if the starting token is invalid, or a page size is set and the
   *     operation has no parameter for it
   */
  public PageIterator(
      Paging paging,
      Function<Map<String, ?>, Response> call,
      Map<String, ?> parameters,
      PageLimits limits) {
    this.paging = paging;
    this.call = call;
    this.parameters = new LinkedHashMap<>(parameters);
    this.maxItems = limits.maxItems();
    String token = limits.startingToken();
    this.start = token == null ? BEGINNING : PageTokens.decode(token, paging.inputTokens());
    this.tokens = new LinkedHashMap<>(start.tokens());
    if (token == null) {
      for (String name : paging.inputTokens()) {
        tokens.put(name, null);
      }
    } else {
      inject(tokens);
    }
    Integer pageSize = limits.pageSize();
    if (pageSize != null) {
      Object size = limits.pageSizeFor(paging, pageSize);
      this.parameters.put(Objects.requireNonNull(paging.limitKey()), size);
    }
  }

  @Override
  public boolean hasNext() {
    return !done;
  }

  @Override
  public Response next() {
    if (done) {
      throw new NoSuchElementException();
    }
    if (failure != null) {
      done = true;
      throw failure;
    }
    Response page = call.apply(parameters);
    int skip = 0;
    if (first) {
      skip = start.skip();
      page = start.cut() ? withoutGiven(page, skip) : page;
      firstPage = page;
      first = false;
    }
    JmesPath primary = paging.resultKeys().get(0);
    Object items = primary.search(page);
    int count = PageItems.count(items);
    if (maxItems != null && total + (long) count > maxItems) {
      int keep = maxItems - total;
      resumeToken = PageTokens.encode(tokens, keep + skip);
      done = true;
      return EditedStructure.of(page, primary.toString(), PageItems.cut(items, 0, keep));
    }
    total += count;
    advance(page);
    return page;
  }

  /** Returns the first page without the items that the resumed iteration already returned. */
  private Response withoutGiven(Response page, int skip) {
    Response edited = page;
    for (int i = 0; i < paging.resultKeys().size(); i++) {
      JmesPath key = paging.resultKeys().get(i);
      Object value = key.search(page);
      Object rest =
          i == 0 ? PageItems.cut(value, skip, Integer.MAX_VALUE) : PageItems.emptied(value);
      if (rest != value) {
        edited = EditedStructure.of(edited, key.toString(), rest);
      }
    }
    return edited;
  }

  private void advance(Response page) {
    Map<String, @Nullable Object> next = nextTokens(page);
    if (next == null) {
      done = true;
      return;
    }
    String encoded = PageTokens.encode(next, -1);
    if (maxItems != null && total == maxItems) {
      resumeToken = encoded;
      done = true;
    } else if (isCycle(encoded)) {
      failure =
          new PaginationException(
              "Error during pagination: The same next token was received twice: "
                  + PythonText.of(next));
    } else {
      inject(next);
      previous = encoded;
      tokens = next;
    }
  }

  /**
   * Whether the pages would never end: the token was received before, directly before as in boto3,
   * or further back. Not every repetition is found at once, but each cycle is, with a single token
   * kept: at the latest after three times the pages before its first repetition.
   */
  private boolean isCycle(String token) {
    if (token.equals(previous)) {
      return !paging.mayRepeatTokens() || ++repeats > MOST_REPEATS;
    }
    repeats = 0;
    if (token.equals(landmark)) {
      return true;
    }
    distance++;
    if (distance == limit) {
      landmark = token;
      distance = 0;
      limit *= 2;
    }
    return false;
  }

  /** Returns the tokens of the next page, or null if this is the last one. */
  private @Nullable Map<String, @Nullable Object> nextTokens(Response page) {
    JmesPath moreResults = paging.moreResults();
    if (moreResults != null && isNothing(moreResults.search(page))) {
      return null;
    }
    boolean some = false;
    Map<String, @Nullable Object> next = new LinkedHashMap<>();
    for (int i = 0; i < paging.inputTokens().size(); i++) {
      Object token = paging.outputTokens().get(i).search(page);
      boolean nothing = isNothing(token);
      next.put(paging.inputTokens().get(i), nothing ? null : token);
      some |= !nothing;
    }
    return some ? next : null;
  }

  /** Whether a token is absent: any value that Python treats as false. */
  private static boolean isNothing(@Nullable Object value) {
    return value == null
        || Boolean.FALSE.equals(value)
        || (value instanceof CharSequence text && text.length() == 0)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof byte[] bytes && bytes.length == 0);
  }

  private void inject(Map<String, @Nullable Object> next) {
    for (Map.Entry<String, @Nullable Object> entry : next.entrySet()) {
      Object token = entry.getValue();
      if (token == null || token.equals("None")) {
        parameters.remove(entry.getKey());
      } else {
        parameters.put(entry.getKey(), token);
      }
    }
  }

  /**
   * Returns the token with which another iterator can resume.
   *
   * @return the token; null unless {@code maxItems} ended the iteration before the last page
   */
  public @Nullable String resumeToken() {
    return resumeToken;
  }

  /** Returns the first page, which has the members that are the same on every page. */
  @Nullable Response firstPage() {
    return firstPage;
  }

  /** Returns the paging of the operation. */
  Paging paging() {
    return paging;
  }

  /**
   * Returns the items of one page.
   *
   * @param key a result key
   * @param page the page
   * @return the elements of a list, the entries of a map, or else the value itself
   */
  public static Collection<?> items(JmesPath key, Response page) {
    return PageItems.of(key.search(page));
  }
}
