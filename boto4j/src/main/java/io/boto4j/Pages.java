package io.boto4j;

import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.paging.FullResult;
import io.boto4j.internal.paging.PageIterator;
import io.boto4j.internal.paging.PageLimits;
import io.boto4j.internal.paging.Paging;
import io.boto4j.internal.paging.ResultKeyIterators;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one operation with one input, asked for one after the other as they are wanted:
 * boto3's {@code PageIterator}.
 *
 * <p>Made by {@link Paginator#pages(Map)}. Each iteration and each stream begins anew. Whether
 * there is a further page is known without asking for it. Safe to share between threads, as long as
 * each has its own iterator.
 */
public final class Pages implements Iterable<Response> {
  private final Client client;
  private final Paging paging;
  private final PageLimits limits;
  private final Map<String, Object> parameters;

  private volatile @Nullable String resumeToken;

  Pages(Client client, Paging paging, PageLimits limits, Map<String, ?> parameters) {
    this.client = client;
    this.paging = paging;
    this.limits = limits;
    this.parameters = new LinkedHashMap<>(parameters);
    // A wrong token or limit is told of here, and not where the loop begins.
    walk();
  }

  /**
   * Begins a walk.
   *
   * @return an iterator; its {@code next} makes a call, and throws what the call throws. A call
   *     that failed may be tried again. It throws {@link io.boto4j.error.PaginationException} if
   *     the service gives the same token twice, which would go on for ever
   */
  @Override
  public Iterator<Response> iterator() {
    return new Walk(walk());
  }

  /**
   * The pages as a stream, each asked for when the stream comes to it.
   *
   * @return a sequential stream
   */
  public Stream<Response> stream() {
    return streamOf(iterator());
  }

  /**
   * The pages, asked for on another thread as a subscriber asks for them: none ahead of its demand.
   * Each subscriber begins anew.
   *
   * @return a publisher; it tells a subscriber of what a call throws, and calls it on the session's
   *     executor, one thread at a time
   */
  public Flow.Publisher<Response> publisher() {
    return new PagePublisher(this, client.executor());
  }

  /**
   * What is on the pages, item by item: the first result key, as {@code Contents} of {@code
   * ListObjectsV2}. A page is asked for when the stream comes to it.
   *
   * @return the elements of a list, the entries of a map, else what a page has, page by page
   */
  public Stream<Object> items() {
    JmesPath key = paging.resultKeys().get(0);
    return stream().flatMap(page -> PageIterator.items(key, page).stream());
  }

  /**
   * What is on the pages, item by item, by its type.
   *
   * @param <T> the type
   * @param type as {@code Structure.class} or {@code String.class}
   * @return the items of the first result key
   */
  public <T> Stream<T> items(Class<T> type) {
    return items().map(type::cast);
  }

  /**
   * Looks into each page with a JMESPath expression.
   *
   * @param expression as <code>Contents[?Size > `100`].Key</code>
   * @return what was found, lists element by element; pages with nothing to find are left out,
   *     where boto3 gives None
   * @throws io.boto4j.error.JmesPathException if the expression is malformed
   */
  public Stream<Object> search(String expression) {
    JmesPath compiled = JmesPath.compile(expression);
    return stream().flatMap(page -> parts(compiled.search(page)));
  }

  @SuppressWarnings("unchecked") // a list holds what it likes
  private static Stream<Object> parts(@Nullable Object found) {
    return found instanceof List<?> list
        ? ((List<Object>) list).stream()
        : Stream.ofNullable(found);
  }

  /**
   * An iterator for each result key over one and the same walk: boto3's {@code result_key_iters}. A
   * page that one has come to is kept until all have.
   *
   * @return the iterators, in the order of {@link Paginator#resultKeys()}; for one thread
   */
  public List<Iterator<Object>> resultKeyIterators() {
    return ResultKeyIterators.of(walk());
  }

  /**
   * Walks to the end, and makes one answer of all pages: lists joined, numbers added up, text
   * strung together. What is the same on each page comes from the first.
   *
   * @return the whole; {@code NextToken} is the token to resume with where {@link
   *     Paginator#maxItems} ended the walk
   * @throws io.boto4j.error.PaginationException if the service gives the same token twice
   * @throws io.boto4j.error.Boto4jException as {@link Client#call(String, Map)}
   */
  public Structure buildFullResult() {
    PageIterator walk = walk();
    Structure result = FullResult.of(walk);
    resumeToken = walk.resumeToken();
    return result;
  }

  /**
   * Where to resume, after an iteration that {@link Paginator#maxItems} ended.
   *
   * @return the token of the last such iteration, for {@link Paginator#startingToken}; null if
   *     there was none
   */
  public @Nullable String resumeToken() {
    return resumeToken;
  }

  private PageIterator walk() {
    return new PageIterator(paging, new Call(client, paging.operation()), parameters, limits);
  }

  private static <T> Stream<T> streamOf(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED | Spliterator.NONNULL),
        /* parallel= */ false);
  }

  /**
   * The pages and the operation they are of.
   *
   * @return the operation's name; no parameters, which may be secret
   */
  @Override
  public String toString() {
    return "Pages[" + client.service() + ", " + paging.operation() + "]";
  }

  private record Call(Client client, String operation)
      implements Function<Map<String, ?>, Response> {
    @Override
    public Response apply(Map<String, ?> parameters) {
      return client.call(operation, parameters);
    }
  }

  /** Tells the pages where the walk can be resumed. */
  private final class Walk implements Iterator<Response> {
    private final PageIterator pages;

    Walk(PageIterator pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      return pages.hasNext();
    }

    @Override
    public Response next() {
      if (!pages.hasNext()) {
        throw new NoSuchElementException();
      }
      Response page = pages.next();
      resumeToken = pages.resumeToken();
      return page;
    }
  }
}
