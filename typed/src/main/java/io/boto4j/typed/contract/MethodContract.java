package io.boto4j.typed.contract;

import io.boto4j.typed.shape.JavaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The description of a method of an annotated interface.
 *
 * @param name the name
 * @param service the service that the method names, or null
 * @param operation the operation, or null
 * @param waiter the waiter, or null
 * @param result the expression for the result, or null
 * @param defaults the values of members that no argument gives
 * @param parameters the parameters
 * @param returns the return type
 * @param generic whether the method has type parameters of its own
 * @param hasBody whether the method is a default method
 * @param site the place of the method
 */
public record MethodContract(
    String name,
    @Nullable Named service,
    @Nullable Named operation,
    @Nullable Named waiter,
    @Nullable Named result,
    List<DefaultContract> defaults,
    List<ParameterContract> parameters,
    JavaType returns,
    boolean generic,
    boolean hasBody,
    Object site) {
  /** The order of methods in a description: compilers and virtual machines have none. */
  public static final Comparator<MethodContract> ORDER = new BySignature();

  private static final class BySignature implements Comparator<MethodContract> {
    @Override
    public int compare(MethodContract one, MethodContract other) {
      return one.signature().compareTo(other.signature());
    }
  }

  /**
   * Returns the method as it is written in messages.
   *
   * @return the name and the types of the parameters, such as {@code start(String)}
   */
  public String signature() {
    List<String> types = new ArrayList<>();
    for (ParameterContract each : parameters) {
      types.add(each.type().text());
    }
    return name + "(" + String.join(", ", types) + ")";
  }
}
