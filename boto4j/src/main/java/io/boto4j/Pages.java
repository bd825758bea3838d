package io.boto4j;

import io.boto4j.internal.client.PagePublisher;
import io.boto4j.internal.jmespath.JmesPath;
import io.boto4j.internal.paging.FullResult;
import io.boto4j.internal.paging.PageIterator;
import io.boto4j.internal.paging.PageLimits;
import io.boto4j.internal.paging.Paging;
import io.boto4j.internal.paging.ResultKeyIterators;
import io.boto4j.internal.value.AbstractStructure;
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
 * The pages of an operation's results for one input, each of which is requested only when it is
 * needed: boto3's {@code PageIterator}.
 *
 * <p>{@link Paginator#pages(Map)} creates it, without sending anything. Every iterator, stream and
 * subscriber starts at the first page again. {@code hasNext} sends nothing: each page shows whether
 * another follows. Safe for use by multiple threads, if each uses an iterator of its own.
 *
 * <pre>{@code
 * Pages pages = s3.paginator("ListObjectsV2").pages(Map.of("Bucket", "b"));
 * for (Response page : pages) {
 *   System.out.println(page.integer("KeyCount"));
 * }
 * pages.search("Contents[?Size > `1024`].Key").forEach(System.out::println);
 * }</pre>
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
    // Fails here, and not where the loop begins, if the token or a limit is invalid.
    walk();
  }

  /**
   * Returns an iterator over the pages, from the first.
   *
   * @return an iterator whose {@code next} calls the operation and throws what the call throws;
   *     after that, {@code next} requests the same page again. It throws {@link
   *     io.boto4j.error.PaginationException} if the service returns a token again, so that the
   *     pages would never end
   */
  @Override
  public Iterator<Response> iterator() {
    return new Walk(walk());
  }

  /**
   * Returns a stream of the pages, from the first. Each is requested when the stream reaches it.
   *
   * @return a sequential stream, which throws what {@link #iterator()} throws
   */
  public Stream<Response> stream() {
    return streamOf(iterator());
  }

  /**
   * Returns a publisher of the pages, for reactive libraries.
   *
   * <p>Each subscriber receives the pages from the first. A page is requested only when the
   * subscriber has requested one, on the session's executor, by one thread at a time. An exception
   * that a call throws is passed to {@code onError}.
   *
   * @return a publisher
   */
  public Flow.Publisher<Response> publisher() {
    return new PagePublisher(this, client.executor(), client.interceptors());
  }

  /**
   * Returns a stream of the items on all pages: those of the first {@linkplain
   * Paginator#resultKeys() result key}, such as {@code Contents} of {@code ListObjectsV2}. Each
   * page is requested when the stream reaches it.
   *
   * @return the elements if the result is a list, the entries if it is a map, otherwise the value
   *     of each page
   */
  public Stream<Object> items() {
    JmesPath key = paging.resultKeys().get(0);
    return stream().flatMap(page -> PageIterator.items(key, page).stream());
  }

  /**
   * Returns a stream of the items on all pages, in a type of your choice.
   *
   * @param <T> the type of the items
   * @param type the class of the items: {@code Structure.class}, {@code String.class}, or a record,
   *     to which {@link Structure#to} converts
   * @return the items of the first result key; the stream throws {@link IllegalArgumentException}
   *     at an item that is not of the type
   */
  public <T> Stream<T> items(Class<T> type) {
    return items().map(each -> AbstractStructure.convertItem(each, type, paging.operation()));
  }

  /**
   * Returns a stream of the results of a JMESPath expression, which is applied to each page:
   * boto3's {@code search}.
   *
   * @param expression the expression, such as <code>Contents[?Size > `100`].Key</code>
   * @return the results, with lists flattened into their elements; pages without a result are
   *     skipped, for which boto3 returns None
   * @throws io.boto4j.error.JmesPathException if the expression is malformed
   */
  public Stream<Object> search(String expression) {
    JmesPath compiled = JmesPath.compile(expression);
    return stream().flatMap(page -> parts(compiled.search(page)));
  }

  /**
   * Returns a stream of the results of a JMESPath expression, in a type of your choice.
   *
   * @param <T> the type of the results
   * @param expression the expression, such as <code>Contents[?Size > `100`].Key</code>
   * @param type the class of the results, such as {@code String.class}, or a record
   * @return the results, as for {@link #search(String)}; the stream throws {@link
   *     IllegalArgumentException} at a result that is not of the type
   * @throws io.boto4j.error.JmesPathException if the expression is malformed
   */
  public <T> Stream<T> search(String expression, Class<T> type) {
    return search(expression).map(each -> AbstractStructure.convert(each, type, expression));
  }

  @SuppressWarnings("unchecked") // every list is a list of objects
  private static Stream<Object> parts(@Nullable Object found) {
    return found instanceof List<?> list
        ? ((List<Object>) list).stream()
        : Stream.ofNullable(found);
  }

  /**
   * Returns one iterator per result key, which share the same pages: boto3's {@code
   * result_key_iters}.
   *
   * <p>A page that one of them has reached is kept in memory until all have passed it.
   *
   * @return the iterators, in the order of {@link Paginator#resultKeys()}; for use by one thread
   */
  public List<Iterator<Object>> resultKeyIterators() {
    return ResultKeyIterators.of(walk());
  }

  /**
   * Requests all pages and combines them into one result: lists are concatenated, numbers are
   * added, strings are concatenated. Members that are the same on every page are those of the
   * first. boto3's {@code build_full_result}.
   *
   * @return the combined result; if {@link Paginator#maxItems} ended it, {@code NextToken} is the
   *     token to resume with
   * @throws io.boto4j.error.PaginationException if the service returns a token again, so that the
   *     pages would never end
   * @throws io.boto4j.error.ServiceException if the service returns an error
   * @throws io.boto4j.error.Boto4jException if a call fails without a usable response
   * @throws IllegalStateException if the client is closed
   */
  public Structure buildFullResult() {
    PageIterator walk = walk();
    Structure result = FullResult.of(walk);
    resumeToken = walk.resumeToken();
    return result;
  }

  /**
   * Returns the token with which another paginator continues after an iteration that {@link
   * Paginator#maxItems} ended: boto3's {@code resume_token}.
   *
   * @return the token for {@link Paginator#startingToken}, of the iteration that advanced last;
   *     null if {@code maxItems} did not end it
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
   * Returns service and operation, without the parameters, which may be secret.
   *
   * @return a text such as {@code Pages[s3, ListObjectsV2]}
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

  /** An iterator that keeps the resume token up to date. */
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
