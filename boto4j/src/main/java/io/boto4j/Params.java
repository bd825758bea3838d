package io.boto4j;

import io.boto4j.internal.text.Printable;
import io.boto4j.internal.value.InputText;
import io.boto4j.internal.value.RecordMembers;
import io.boto4j.model.StructureShape;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call: an ordered map that leaves out what is null.
 *
 * <p>Unlike {@code Map.of}, it takes any number of pairs, keeps their order, and leaves out values
 * that are null or an empty {@code Optional}, so that optional parameters need no {@code if}. A
 * null within a list or another map stays, and the check of the input names its place.
 *
 * <pre>{@code
 * dynamodb.call("Query", Params.of(
 *     "TableName", "auth-users",
 *     "IndexName", "email-index",
 *     "Limit", limitOrNull));
 * }</pre>
 *
 * <p>Immutable: {@link #with}, {@link #withAll} and {@link #without} return a copy.
 */
public final class Params extends AbstractMap<String, Object> {
  private static final Params EMPTY = new Params(Map.of(), null);

  private final Map<String, Object> values;

  /** The shape whose sensitive members {@code toString} masks, or null if it is not known. */
  private final @Nullable StructureShape model;

  private Params(Map<String, Object> values, @Nullable StructureShape model) {
    this.values = Collections.unmodifiableMap(values);
    this.model = model;
  }

  /**
   * Returns parameters without any pair.
   *
   * @return empty parameters
   */
  public static Params of() {
    return EMPTY;
  }

  /**
   * Returns parameters with the given pairs.
   *
   * @param name the first name
   * @param value the first value; a pair whose value is null or an empty {@code Optional} is left
   *     out, and another {@code Optional} stands for its value
   * @param more further names and values in turn
   * @return new parameters, in the order of the pairs
   * @throws IllegalArgumentException if a value lacks, a name is not a string, or a name is
   *     repeated
   */
  public static Params of(String name, @Nullable Object value, @Nullable Object... more) {
    if (more.length % 2 != 0) {
      throw new IllegalArgumentException(
          "The last name has no value: " + Printable.of(String.valueOf(more[more.length - 1])));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    put(values, Objects.requireNonNull(name, "The first name is null"), value);
    for (int i = 0; i < more.length; i += 2) {
      if (!(more[i] instanceof String next)) {
        throw new IllegalArgumentException(
            "Argument "
                + (i + 3)
                + " must be a name, not "
                + (more[i] == null ? "null" : "a " + more[i].getClass().getSimpleName())
                + ". Names and values alternate.");
      }
      if (isEarlier(next, name, more, i)) {
        throw new IllegalArgumentException("The name " + Printable.of(next) + " occurs twice");
      }
      put(values, next, more[i + 1]);
    }
    return new Params(values, null);
  }

  /** Whether a name is among those before it, which are too few to be worth a set. */
  private static boolean isEarlier(
      String name, String first, @Nullable Object[] more, int position) {
    boolean found = name.equals(first);
    for (int i = 0; i < position && !found; i += 2) {
      found = name.equals(more[i]);
    }
    return found;
  }

  /**
   * Returns a copy of a map, in its order, without the pairs whose value is null.
   *
   * @param map the map
   * @return new parameters; the values are not copied
   */
  public static Params copyOf(Map<String, ?> map) {
    return map instanceof Params params ? params : EMPTY.withAll(map);
  }

  /**
   * Returns the components of a record, by their names or by those that {@link Name} gives, without
   * those that are null or an empty {@code Optional}.
   *
   * @param record the record, which must be accessible: in a named module, its package must be open
   *     to {@code io.boto4j}
   * @return new parameters, in the order of the components
   * @throws IllegalArgumentException if the record is not accessible
   */
  public static Params from(Record record) {
    return new Params(RecordMembers.of(record), null);
  }

  /** Returns empty parameters whose text masks what a model marks as sensitive. */
  static Params of(@Nullable StructureShape model) {
    return model == null ? EMPTY : new Params(Map.of(), model);
  }

  /**
   * Returns a copy with one more pair, which replaces one of the same name.
   *
   * @param name the name
   * @param value the value; if it is null or an empty {@code Optional}, the copy has no such pair
   * @return new parameters
   */
  public Params with(String name, @Nullable Object value) {
    if (values.isEmpty() && value != null && !(value instanceof Optional<?>)) {
      return new Params(Map.of(name, value), model); // the usual beginning, in little memory
    }
    Map<String, Object> copy = new LinkedHashMap<>(values);
    put(copy, Objects.requireNonNull(name, "name"), value);
    return new Params(copy, model);
  }

  /**
   * Returns a copy with further pairs, which replace those of the same names.
   *
   * @param map the pairs; those whose value is null or an empty {@code Optional} are removed
   * @return new parameters
   */
  public Params withAll(Map<String, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>(values);
    map.forEach((name, value) -> put(copy, Objects.requireNonNull(name, "A name is null"), value));
    return new Params(copy, model);
  }

  /**
   * Returns a copy without a pair.
   *
   * @param name the name of the pair, which need not exist
   * @return new parameters
   */
  public Params without(String name) {
    return with(name, null);
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (given == null) {
      values.remove(name);
    } else {
      values.put(name, given);
    }
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    return values.get(name);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return values.containsKey(name);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    return values.entrySet();
  }

  /**
   * Returns the pairs as text. {@link Client#params(String)} begins parameters that mask what the
   * model marks as sensitive; others do not know the model.
   */
  @Override
  public String toString() {
    return model == null ? values.toString() : InputText.of(model, values);
  }
}
