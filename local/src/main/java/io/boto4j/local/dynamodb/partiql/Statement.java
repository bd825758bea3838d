package io.boto4j.local.dynamodb.partiql;

import io.boto4j.local.dynamodb.expression.Condition;
import io.boto4j.local.dynamodb.expression.Projection;
import io.boto4j.local.dynamodb.expression.Update;
import io.boto4j.local.dynamodb.value.Attributes;
import org.jspecify.annotations.Nullable;

/** A PartiQL statement. */
public sealed interface Statement {
  /**
   * Returns the name of the table.
   *
   * @return the name
   */
  String table();

  /**
   * Reads items.
   *
   * @param table the name of the table
   * @param index the name of the index, or null
   * @param projection what is selected, or null for all
   * @param where the condition, or null
   * @param descending whether items are read backwards
   */
  record Select(
      String table,
      @Nullable String index,
      @Nullable Projection projection,
      @Nullable Condition where,
      boolean descending)
      implements Statement {}

  /**
   * Checks that an item exists.
   *
   * @param select selects it
   */
  record Exists(Select select) implements Statement {
    @Override
    public String table() {
      return select.table;
    }
  }

  /**
   * Inserts an item.
   *
   * @param table the name of the table
   * @param item the item
   */
  record Insert(String table, Attributes item) implements Statement {}

  /**
   * Updates an item.
   *
   * @param table the name of the table
   * @param update the changes
   * @param where the condition, with the key
   * @param returning what is returned, such as {@code ALL_OLD}, or null for nothing
   */
  record Change(String table, Update update, Condition where, @Nullable String returning)
      implements Statement {}

  /**
   * Deletes an item.
   *
   * @param table the name of the table
   * @param where the condition, with the key
   * @param returning {@code ALL_OLD}, or null for nothing
   */
  record Delete(String table, Condition where, @Nullable String returning) implements Statement {}
}
