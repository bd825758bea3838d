package io.boto4j.internal.client;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values of options by row: those that were set in code, or those of a defaults mode. Immutable.
 */
public final class OptionValues {
  /** No values. */
  public static final OptionValues NONE = new OptionValues(new Object[0]);

  /** The value of row i, or null; rows beyond the end have none. */
  private final @Nullable Object[] values;

  private OptionValues(@Nullable Object[] values) {
    this.values = values;
  }

  /**
   * These values with another one.
   *
   * @param option the option
   * @param value its value, which must be immutable; null to unset the option
   * @param <T> the value's type
   * @return the new values
   */
  public <T> OptionValues with(Option<T> option, @Nullable T value) {
    int index = option.index();
    @Nullable Object[] changed = Arrays.copyOf(values, Math.max(values.length, index + 1));
    changed[index] = value;
    return new OptionValues(changed);
  }

  /**
   * The value of an option.
   *
   * @param option the option
   * @param <T> the value's type
   * @return the value, or null if none is set
   */
  @SuppressWarnings("unchecked") // with() lets nothing but a T into the row
  public <T> @Nullable T get(Option<T> option) {
    int index = option.index();
    return index < values.length ? (T) values[index] : null;
  }

  /**
   * The value of an option that has a constant.
   *
   * @param option the option
   * @param <T> the value's type
   * @return the value, or the constant if none is set
   */
  public <T> T orConstant(Option<T> option) {
    T value = get(option);
    if (value == null) {
      value = option.constant();
    }
    if (value == null) {
      throw new IllegalArgumentException(option + " has no constant");
    }
    return value;
  }
}
