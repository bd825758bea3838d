package io.boto4j.resource;

import io.boto4j.Client;
import io.boto4j.Paginator;
import io.boto4j.Response;
import io.boto4j.Structure;
import io.boto4j.error.BatchActionException;
import io.boto4j.model.resource.ResourceCall;
import io.boto4j.model.resource.ResourceResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A collection of resources, such as the objects of a bucket. Nothing is sent until it is iterated;
 * each page is requested when its first resource is reached, and each iteration starts again.
 *
 * <pre>{@code
 * for (Resource object : bucket.collection("objects").filter(Params.of("Prefix", "a/")).limit(10)) {
 *   object.action("delete");
 * }
 * bucket.collection("object_versions").batch("delete");
 * }</pre>
 *
 * <p>Immutable and safe for use by multiple threads: the methods that set a filter or limit return
 * a new collection.
 */
public final class ResourceCollection implements Iterable<Resource> {
  private final Resource owner;
  private final ResourceCall call;
  private final ResourceResult result;
  private final TypeModel elements;
  private final Map<String, Object> parameters;

  /** The largest number of resources; negative for all. */
  private final int limit;

  /** The largest number of resources per call; 0 for the service's default. */
  private final int pageSize;

  private ResourceCollection(
      Resource owner,
      ResourceCall call,
      ResourceResult result,
      TypeModel elements,
      Map<String, Object> parameters,
      int limit,
      int pageSize) {
    this.owner = owner;
    this.call = call;
    this.result = result;
    this.elements = elements;
    this.parameters = parameters;
    this.limit = limit;
    this.pageSize = pageSize;
  }

  static ResourceCollection of(
      Resource owner, ResourceCall call, ResourceResult result, TypeModel elements) {
    return new ResourceCollection(owner, call, result, elements, Map.of(), -1, 0);
  }

  /**
   * Returns the same collection, for those who are used to boto3's {@code all()}.
   *
   * @return this collection
   */
  public ResourceCollection all() {
    return this;
  }

  /**
   * Returns this collection with further parameters of the operation.
   *
   * @param more the parameters; lists are appended to those given before, maps are merged, and
   *     other values replaced
   * @return a new collection
   */
  public ResourceCollection filter(Map<String, ?> more) {
    return new ResourceCollection(
        owner, call, result, elements, Merge.appendLists(parameters, more), limit, pageSize);
  }

  /**
   * Returns this collection with at most a number of resources.
   *
   * @param count the number, at least 0
   * @return a new collection
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public ResourceCollection limit(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("limit is " + count + ", and must be at least 0");
    }
    return new ResourceCollection(owner, call, result, elements, parameters, count, pageSize);
  }

  /**
   * Returns this collection with at most a number of resources per call. Without effect if the
   * operation does not page.
   *
   * @param count the number, at least 1
   * @return a new collection
   * @throws IllegalArgumentException if {@code count} is less than 1
   */
  public ResourceCollection pageSize(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("pageSize is " + count + ", and must be at least 1");
    }
    return new ResourceCollection(owner, call, result, elements, parameters, limit, count);
  }

  /**
   * Returns the resources page by page.
   *
   * @return a list of resources per response, which may be empty; each iteration calls the service
   *     again
   */
  public Iterable<List<Resource>> pages() {
    return () -> {
      Map<String, Object> request = input();
      return new PageIterator(request, responses(request));
    };
  }

  private Map<String, Object> input() {
    Parameters filled = new Parameters();
    filled.fill(call.parameters(), owner.scope(), 0);
    return filled.appending(parameters);
  }

  private Iterator<Response> responses(Map<String, Object> request) {
    Client client = owner.client();
    if (limit == 0) {
      return Collections.emptyIterator();
    }
    if (!client.canPaginate(call.operation())) {
      return new SingleCall(client, call.operation(), request);
    }
    Paginator paginator = client.paginator(call.operation());
    return (pageSize > 0 ? paginator.pageSize(pageSize) : paginator).pages(request).iterator();
  }

  @Override
  public Iterator<Resource> iterator() {
    return new ResourceIterator(pages().iterator());
  }

  /**
   * Returns the resources as a stream, which calls the service as it is read.
   *
   * @return a sequential stream
   */
  public Stream<Resource> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(
            iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
        /* parallel= */ false);
  }

  /**
   * Requests all pages and returns their resources.
   *
   * @return the resources, unmodifiable
   */
  public List<Resource> toList() {
    List<Resource> all = new ArrayList<>();
    forEach(all::add);
    return Collections.unmodifiableList(all);
  }

  /**
   * Returns the first resource.
   *
   * @return the resource; empty if there is none
   */
  public Optional<Resource> first() {
    Iterator<Resource> all = limit(limit < 0 ? 1 : Math.min(limit, 1)).iterator();
    return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }

  /**
   * Carries out an action on all resources of this collection, with one call per page.
   *
   * @param action the batch action, such as {@code delete}
   * @return the responses, one per page that has resources
   * @throws IllegalArgumentException if the type of the resources has no such batch action
   * @throws BatchActionException if the service reports items that failed; after the last page
   * @throws io.boto4j.error.ServiceException if a call fails as a whole
   */
  public List<Response> batch(String action) {
    return batch(action, Map.of());
  }

  /**
   * Carries out an action on all resources of this collection, with one call per page.
   *
   * @param action the batch action, such as {@code delete}
   * @param more parameters of the operation, which are added to those that are filled in: maps are
   *     merged, and everything else is replaced
   * @return the responses, one per page that has resources
   * @throws IllegalArgumentException if the type of the resources has no such batch action
   * @throws BatchActionException if the service reports items that failed; after the last page
   * @throws io.boto4j.error.ServiceException if a call fails as a whole
   */
  public List<Response> batch(String action, Map<String, ?> more) {
    ResourceCall batch = elements.batchActions().get(action);
    List<Response> responses = new ArrayList<>();
    List<Structure> failures = new ArrayList<>();
    for (List<Resource> page : pages()) {
      if (!page.isEmpty()) {
        Response response = batch(batch, page, more);
        responses.add(response);
        failures.addAll(BatchFailures.of(response));
      }
    }
    if (!failures.isEmpty()) {
      throw new BatchActionException(
          BatchFailures.message(elements.label(), batch.operation(), failures),
          responses,
          failures);
    }
    return Collections.unmodifiableList(responses);
  }

  private static Response batch(ResourceCall batch, List<Resource> page, Map<String, ?> more) {
    Parameters filled = new Parameters();
    for (int i = 0; i < page.size(); i++) {
      filled.fill(batch.parameters(), page.get(i).scope(), i);
    }
    return page.get(0).client().call(batch.operation(), filled.with(more));
  }

  /**
   * Returns the names of the batch actions.
   *
   * @return the names in snake case, sorted; unmodifiable
   */
  public List<String> batchActions() {
    return elements.batchActions().names();
  }

  @Override
  public String toString() {
    return owner + "." + call.name() + ", of " + elements.label();
  }

  /** The response of an operation that does not page, requested when it is reached. */
  private static final class SingleCall implements Iterator<Response> {
    private final Client client;
    private final String operation;
    private final Map<String, Object> input;
    private boolean called;

    SingleCall(Client client, String operation, Map<String, Object> input) {
      this.client = client;
      this.operation = operation;
      this.input = input;
    }

    @Override
    public boolean hasNext() {
      return !called;
    }

    @Override
    public Response next() {
      if (called) {
        throw new NoSuchElementException();
      }
      called = true;
      return client.call(operation, input);
    }
  }

  /** The resources of each response, up to the limit; no page is requested beyond it. */
  private final class PageIterator implements Iterator<List<Resource>> {
    private final Map<String, Object> request;
    private final Iterator<Response> responses;
    private int seen;

    PageIterator(Map<String, Object> request, Iterator<Response> responses) {
      this.request = request;
      this.responses = responses;
    }

    @Override
    public boolean hasNext() {
      return (limit < 0 || seen < limit) && responses.hasNext();
    }

    @Override
    public List<Resource> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<Resource> page = owner.resources(result, request, responses.next());
      if (limit >= 0 && page.size() > limit - seen) {
        page = page.subList(0, limit - seen);
      }
      seen += page.size();
      return page;
    }
  }

  private static final class ResourceIterator implements Iterator<Resource> {
    private final Iterator<List<Resource>> pages;
    private @Nullable Iterator<Resource> page;

    ResourceIterator(Iterator<List<Resource>> pages) {
      this.pages = pages;
    }

    @Override
    public boolean hasNext() {
      while ((page == null || !page.hasNext()) && pages.hasNext()) {
        page = pages.next().iterator();
      }
      return page != null && page.hasNext();
    }

    @Override
    public Resource next() {
      if (!hasNext() || page == null) {
        throw new NoSuchElementException();
      }
      return page.next();
    }
  }
}
