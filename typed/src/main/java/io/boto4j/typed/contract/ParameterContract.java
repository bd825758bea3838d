package io.boto4j.typed.contract;

import io.boto4j.typed.shape.JavaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of a parameter of a method.
 *
 * @param member the member of the input that it gives, or null
 * @param type its type
 * @param site the place of the parameter
 */
public record ParameterContract(@Nullable Named member, JavaType type, Object site) {
  /**
   * Whether the parameter sets the options of the call.
   *
   * @return true for a {@code Consumer<CallOptions.Builder>} without {@code @Param}
   */
  public boolean isOptions() {
    List<JavaType> arguments = type.arguments();
    return member == null
        && type.name().equals("java.util.function.Consumer")
        && arguments.size() == 1
        && arguments.get(0).name().equals("io.boto4j.CallOptions.Builder");
  }

  /**
   * Whether the parameter sets the options of the waiter.
   *
   * @return true for a {@code UnaryOperator<Waiter>} without {@code @Param}
   */
  public boolean isWaiterOptions() {
    List<JavaType> arguments = type.arguments();
    return member == null
        && type.name().equals("java.util.function.UnaryOperator")
        && arguments.size() == 1
        && arguments.get(0).name().equals("io.boto4j.Waiter");
  }

  /**
   * Whether the parameter is the whole input.
   *
   * @return true for a record or a map without {@code @Param}
   */
  public boolean isWhole() {
    return member == null && (type.components() != null || type.is("java.util.Map"));
  }
}
