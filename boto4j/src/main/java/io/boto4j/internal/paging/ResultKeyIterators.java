package io.boto4j.internal.paging;

import io.boto4j.Response;
import io.boto4j.internal.jmespath.JmesPath;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The iterators over the result keys of one iteration. A page is requested once, and its items are
 * kept for the iterators that have not reached it. Used by one thread.
 */
public final class ResultKeyIterators {
  private final PageIterator pages;

  /**
   * The items that each iterator has not returned yet. This object replaces null, which a deque
   * rejects.
   */
  private final List<Deque<Object>> waiting = new ArrayList<>();

  private ResultKeyIterators(PageIterator pages) {
    this.pages = pages;
    for (int i = 0; i < pages.paging().resultKeys().size(); i++) {
      waiting.add(new ArrayDeque<>());
    }
  }

  /**
   * Splits an iteration.
   *
   * @param pages an iterator that has not been started
   * @return one iterator per result key, in order
   */
  public static List<Iterator<Object>> of(PageIterator pages) {
    ResultKeyIterators shared = new ResultKeyIterators(pages);
    List<Iterator<Object>> iterators = new ArrayList<>();
    for (Deque<Object> each : shared.waiting) {
      iterators.add(shared.new Items(each));
    }
    return Collections.unmodifiableList(iterators);
  }

  private boolean fill(Deque<Object> wanted) {
    while (wanted.isEmpty() && pages.hasNext()) {
      Response page = pages.next();
      List<JmesPath> keys = pages.paging().resultKeys();
      for (int i = 0; i < keys.size(); i++) {
        for (Object item : PageIterator.items(keys.get(i), page)) {
          waiting.get(i).add(item == null ? this : item);
        }
      }
    }
    return !wanted.isEmpty();
  }

  private @Nullable Object unmasked(Object item) {
    return item == this ? null : item;
  }

  private final class Items implements Iterator<Object> {
    private final Deque<Object> items;

    Items(Deque<Object> items) {
      this.items = items;
    }

    @Override
    public boolean hasNext() {
      return fill(items);
    }

    @Override
    @SuppressWarnings("NullAway") // a page may have null in a list
    public Object next() {
      if (!fill(items)) {
        throw new NoSuchElementException();
      }
      return unmasked(items.remove());
    }
  }
}
