package io.boto4j.dynamodb;

import io.boto4j.Params;
import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transaction of up to 100 reads, which see one state of all items: {@code TransactGetItems}.
 * {@link Table#transactionGet()} creates it; nothing is sent until {@link #run()}.
 *
 * <pre>{@code
 * List<Optional<Structure>> found =
 *     users.transactionGet().get("user_id", id).on(orders).get("order_id", 7).run();
 * }</pre>
 *
 * <p>Mutable, and not safe for use by multiple threads.
 */
public final class TransactionGet {
  private static final int MOST_ACTIONS = 100;

  private final TableCalls first;
  private TableCalls calls;
  private final List<Map<String, Object>> actions = new ArrayList<>();

  TransactionGet(TableCalls calls) {
    this.first = calls;
    this.calls = calls;
  }

  /**
   * Makes the following reads apply to another table.
   *
   * @param table the table, of the same account and region
   * @return this
   */
  public TransactionGet on(Table table) {
    calls = table.calls();
    return this;
  }

  /**
   * Adds an item to read, of a table without a sort key.
   *
   * @param name the name of the partition key
   * @param value its value
   * @return this
   * @throws IllegalArgumentException if the key is invalid, or there are more than 100 reads
   */
  public TransactionGet get(String name, Object value) {
    return get(Params.of(name, value));
  }

  /**
   * Adds an item to read.
   *
   * @param key the key in plain values
   * @return this
   * @throws IllegalArgumentException if the key is invalid, or there are more than 100 reads
   */
  public TransactionGet get(Map<String, ?> key) {
    return get(key, options -> {});
  }

  /**
   * Adds an item to read, with options.
   *
   * @param key the key in plain values
   * @param options a function that sets the attributes to return; transactions are always
   *     consistent
   * @return this
   * @throws IllegalArgumentException if the key is invalid, or there are more than 100 reads
   */
  public TransactionGet get(Map<String, ?> key, Consumer<? super ReadOptions> options) {
    if (actions.size() == MOST_ACTIONS) {
      throw new IllegalArgumentException("A transaction has at most 100 reads");
    }
    RawRequest request = calls.request().with("Key", KeyValues.write(key));
    ReadOptions made = new ReadOptions();
    options.accept(made);
    Reads.projection(request, made);
    actions.add(Map.of("Get", request));
    return this;
  }

  /**
   * Sends the transaction.
   *
   * @return the items in the order of the reads, each empty if it does not exist
   * @throws IllegalStateException if it has no reads
   * @throws io.boto4j.error.ServiceException if DynamoDB cancels the transaction or refuses it
   */
  public List<Optional<Structure>> run() {
    if (actions.isEmpty()) {
      throw new IllegalStateException("The transaction has no reads");
    }
    RawRequest request = new RawRequest().with("TransactItems", new ArrayList<>(actions));
    Response response = first.call("TransactGetItems", request);
    List<Optional<Structure>> items = new ArrayList<>();
    if (response.get("Responses") instanceof Collection<?> responses) {
      for (Object each : responses) {
        Object item = each instanceof Map<?, ?> map ? map.get("Item") : null;
        items.add(
            item instanceof Map<?, ?> found
                ? Optional.of(TableCalls.plain(found))
                : Optional.empty());
      }
    }
    return items;
  }

  /**
   * Returns the number of reads, without their keys, which may be secret.
   *
   * @return a text such as {@code TransactionGet[3 reads]}
   */
  @Override
  public String toString() {
    return "TransactionGet[" + actions.size() + " reads]";
  }
}
