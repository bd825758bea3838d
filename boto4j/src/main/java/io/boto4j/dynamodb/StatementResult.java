package io.boto4j.dynamodb;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The items that a PartiQL statement returns; {@link Table#execute} creates it. The first page has
 * been received; the others are requested when they are needed, each time the items are iterated.
 */
public final class StatementResult implements Iterable<Structure> {
  private final TableCalls calls;
  private final RawRequest request;
  private final Response first;

  private StatementResult(TableCalls calls, RawRequest request, Response first) {
    this.calls = calls;
    this.request = request;
    this.first = first;
  }

  static StatementResult of(TableCalls calls, String statement, @Nullable Object... values) {
    RawRequest request = new RawRequest().with("Statement", statement);
    if (values.length > 0) {
      List<Object> parameters = new ArrayList<>(values.length);
      for (Object value : values) {
        try {
          parameters.add(ValueSerializer.value(value));
        } catch (BadValueException e) {
          throw e.at(parameters.size()).in("values").report();
        }
      }
      request.put("Parameters", parameters);
    }
    return new StatementResult(calls, request, calls.call("ExecuteStatement", request));
  }

  /**
   * Returns an iterator over the items of all pages, from the first.
   *
   * @return an iterator whose {@code hasNext} requests the next page when it is needed, and throws
   *     what the call throws
   */
  @Override
  public Iterator<Structure> iterator() {
    return new Walk();
  }

  /**
   * Returns a stream of the items of all pages.
   *
   * @return a sequential stream
   */
  public Stream<Structure> stream() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED),
        /* parallel= */ false);
  }

  /**
   * Requests all pages and returns their items.
   *
   * @return the items; unmodifiable
   */
  public List<Structure> list() {
    List<Structure> all = new ArrayList<>();
    forEach(all::add);
    return Collections.unmodifiableList(all);
  }

  private final class Walk implements Iterator<Structure> {
    private Response page = first;
    private Iterator<?> items = items(first);

    private static Iterator<?> items(Response page) {
      return page.get("Items") instanceof Collection<?> items
          ? items.iterator()
          : Collections.emptyIterator();
    }

    @Override
    public boolean hasNext() {
      while (!items.hasNext()) {
        Object token = page.get("NextToken");
        if (token == null) {
          return false;
        }
        page = calls.call("ExecuteStatement", new RawRequest(request).with("NextToken", token));
        items = items(page);
      }
      return true;
    }

    @Override
    public Structure next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return TableCalls.plain((Map<?, ?>) items.next());
    }
  }
}
