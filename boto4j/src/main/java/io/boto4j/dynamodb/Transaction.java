package io.boto4j.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of up to 100 writes, of which DynamoDB carries out all or none: {@code
 * TransactWriteItems}. {@link Table#transaction()} creates it; nothing is sent until {@link
 * #run()}.
 *
 * <pre>{@code
 * accounts.transaction()
 *     .update(Params.of("id", from), u -> u.add("balance", -50).when(attr("balance").gte(50)))
 *     .update(Params.of("id", to), u -> u.add("balance", 50))
 *     .on(transfers)
 *     .put(Params.of("id", transferId, "amount", 50), attr("id").notExists())
 *     .run();
 * }</pre>
 *
 * <p>If DynamoDB cancels the transaction, {@link #run()} throws a {@link
 * io.boto4j.error.ServiceException} with the code {@code TransactionCanceledException}. Its {@code
 * response().structures("CancellationReasons")} has one element for each action, in order: {@code
 * Code} is {@code None}, or {@code ConditionalCheckFailed} with the present {@code Item} in plain
 * values, or another reason. Mutable, and not safe for use by multiple threads.
 */
public final class Transaction {
  private static final int MOST_ACTIONS = 100;

  private final TableCalls first;
  private TableCalls calls;
  private @Nullable Versions versions;
  private final List<Map<String, Object>> actions = new ArrayList<>();
  private final Map<List<Object>, Integer> positions = new HashMap<>();
  private @Nullable String token;

  Transaction(TableCalls calls, @Nullable Versions versions) {
    this.first = calls;
    this.calls = calls;
    this.versions = versions;
  }

  /**
   * Makes the following actions apply to another table.
   *
   * @param table the table, of the same account and region
   * @return this
   */
  public Transaction on(Table table) {
    calls = table.calls();
    versions = table.versions();
    return this;
  }

  /**
   * Sets the token that makes sending the transaction again within ten minutes harmless. Without
   * it, each {@link #run()} has a token of its own, which protects the attempts of one call.
   *
   * @param value 1 to 36 characters
   * @return this
   */
  public Transaction token(String value) {
    token = Objects.requireNonNull(value, "value");
    return this;
  }

  /**
   * Adds an item to put.
   *
   * @param item the item in plain values
   * @return this
   * @throws IllegalArgumentException if a value cannot be stored, the item exceeds 400 KB, another
   *     action has the same key, or there are more than 100 actions
   */
  public Transaction put(Map<String, ?> item) {
    return addPut(AttributeValues.serializeItem(item), null);
  }

  /**
   * Adds an item to put on a condition.
   *
   * @param item the item in plain values
   * @param condition the condition on the present item
   * @return this
   * @throws IllegalArgumentException if a value cannot be stored, the item exceeds 400 KB, another
   *     action has the same key, or there are more than 100 actions
   */
  public Transaction put(Map<String, ?> item, Condition condition) {
    return addPut(AttributeValues.serializeItem(item), condition);
  }

  /**
   * Adds a record to put.
   *
   * @param item the record
   * @return this
   * @throws IllegalArgumentException if a value cannot be stored, the item exceeds 400 KB, another
   *     action has the same key, or there are more than 100 actions
   */
  public Transaction put(Record item) {
    return addPut(AttributeValues.serializeItem(item), null);
  }

  /**
   * Adds a record to put on a condition.
   *
   * @param item the record
   * @param condition the condition on the present item
   * @return this
   * @throws IllegalArgumentException if a value cannot be stored, the item exceeds 400 KB, another
   *     action has the same key, or there are more than 100 actions
   */
  public Transaction put(Record item, Condition condition) {
    return addPut(AttributeValues.serializeItem(item), condition);
  }

  private Transaction addPut(Map<String, Object> item, @Nullable Condition condition) {
    Writes.requireKey(calls, item);
    Condition required = condition;
    if (versions != null) {
      Condition unchanged = versions.increment(item);
      required = condition == null ? unchanged : condition.and(unchanged);
    }
    ItemSize.check(calls.table(), item);
    TableSchema known = calls.knownSchema();
    Map<String, Object> put = calls.request().with("Item", item);
    Writes.condition(put, required);
    return add("Put", put, known == null ? null : known.keyOf(item));
  }

  /**
   * Adds an update.
   *
   * @param key the key in plain values
   * @param update a function that sets the actions and the condition
   * @return this
   * @throws IllegalArgumentException if the key is invalid, a value cannot be stored, another
   *     action has the same key, or there are more than 100 actions
   */
  public Transaction update(Map<String, ?> key, Consumer<? super Update> update) {
    Update actionsOfUpdate = new Update();
    if (versions != null) {
      versions.increment(actionsOfUpdate);
    }
    update.accept(actionsOfUpdate);
    Map<String, Object> written = KeyValues.write(key);
    Map<String, Object> request = calls.request().with("Key", written);
    ExpressionWriter writer = new ExpressionWriter();
    actionsOfUpdate.writeInto(request, writer);
    if (!request.containsKey("UpdateExpression")) {
      throw new IllegalArgumentException(
          "The update in a transaction has no actions; check(…) is a condition alone");
    }
    writer.putInto(request);
    if (actionsOfUpdate.hasCondition()) {
      request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    }
    return add("Update", request, written);
  }

  /**
   * Adds the deletion of an item.
   *
   * @param key the key in plain values
   * @return this
   * @throws IllegalArgumentException if the key is invalid, another action has the same key, or
   *     there are more than 100 actions
   */
  public Transaction delete(Map<String, ?> key) {
    Map<String, Object> written = KeyValues.write(key);
    return add("Delete", calls.request().with("Key", written), written);
  }

  /**
   * Adds the deletion of an item on a condition.
   *
   * @param key the key in plain values
   * @param condition the condition on the present item
   * @return this
   * @throws IllegalArgumentException if the key is invalid, another action has the same key, or
   *     there are more than 100 actions
   */
  public Transaction delete(Map<String, ?> key, Condition condition) {
    Map<String, Object> written = KeyValues.write(key);
    Map<String, Object> request = calls.request().with("Key", written);
    Writes.condition(request, condition);
    return add("Delete", request, written);
  }

  /**
   * Adds a condition on an item that the transaction does not change.
   *
   * @param key the key in plain values
   * @param condition the condition
   * @return this
   * @throws IllegalArgumentException if the key is invalid, another action has the same key, or
   *     there are more than 100 actions
   */
  public Transaction check(Map<String, ?> key, Condition condition) {
    Map<String, Object> written = KeyValues.write(key);
    Map<String, Object> request = calls.request().with("Key", written);
    Writes.condition(request, condition);
    return add("ConditionCheck", request, written);
  }

  private Transaction add(
      String kind, Map<String, Object> request, @Nullable Map<String, Object> key) {
    int position = actions.size() + 1;
    if (position > MOST_ACTIONS) {
      throw new IllegalArgumentException("A transaction has at most 100 actions");
    }
    if (key != null) {
      List<Object> identity = List.of(calls.table(), KeyValues.identity(key));
      Integer earlier = positions.put(identity, position);
      if (earlier != null) {
        positions.put(identity, earlier);
        throw new IllegalArgumentException(
            "Action "
                + position
                + " of the transaction ("
                + kind
                + ") has the same key in table "
                + calls.table()
                + " as action "
                + earlier);
      }
    }
    actions.add(Map.of(kind, new LinkedHashMap<>(request)));
    return this;
  }

  /**
   * Sends the transaction.
   *
   * @throws IllegalStateException if it has no actions
   * @throws io.boto4j.error.ServiceException if DynamoDB cancels the transaction or refuses it
   */
  public void run() {
    if (actions.isEmpty()) {
      throw new IllegalStateException("The transaction has no actions");
    }
    RawRequest request = new RawRequest().with("TransactItems", new ArrayList<>(actions));
    if (token != null) {
      request.put("ClientRequestToken", token);
    }
    first.call("TransactWriteItems", request);
  }

  /**
   * Returns the number of actions, without their values, which may be secret.
   *
   * @return a text such as {@code Transaction[3 actions]}
   */
  @Override
  public String toString() {
    return "Transaction[" + actions.size() + " actions]";
  }
}
