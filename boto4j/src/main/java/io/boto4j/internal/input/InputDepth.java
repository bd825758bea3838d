package io.boto4j.internal.input;

import io.boto4j.internal.error.Errors;
import io.boto4j.internal.protocol.InputValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one check of input that is not validated: it must not be nested so deeply, perhaps because it
 * contains itself, that serializing it would overflow the stack.
 */
final class InputDepth {
  private InputDepth() {}

  /**
   * Checks the depth of an input.
   *
   * @throws io.boto4j.error.ParamValidationException if it has too many levels
   */
  static void check(@Nullable Object input) {
    if (isDeeper(input, ParamReport.MAX_DEPTH)) {
      throw Errors.paramValidation(
          List.of(
              "Input is nested deeper than "
                  + ParamReport.MAX_DEPTH
                  + " levels, perhaps because it contains itself"));
    }
  }

  private static boolean isDeeper(@Nullable Object value, int levels) {
    Collection<?> list = value instanceof Map<?, ?> map ? map.values() : InputValues.list(value);
    if (list == null) {
      return false;
    }
    if (levels < 0) {
      return true;
    }
    for (Object each : list) {
      if (isDeeper(each, levels - 1)) {
        return true;
      }
    }
    return false;
  }
}
