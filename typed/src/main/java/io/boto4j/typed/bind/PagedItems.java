package io.boto4j.typed.bind;

import io.boto4j.Pages;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The items of all pages. Each iteration begins with the first page.
 *
 * @param operation the name of the operation
 * @param result converts the items
 * @param pages the pages
 */
record PagedItems(String operation, ResultPlan result, Pages pages)
    implements Iterable<@Nullable Object> {
  @Override
  public Iterator<@Nullable Object> iterator() {
    return result.items(pages).iterator();
  }

  @Override
  public String toString() {
    return "Items[" + operation + "]";
  }
}
