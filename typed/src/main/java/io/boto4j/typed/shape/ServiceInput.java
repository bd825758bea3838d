package io.boto4j.typed.shape;

import io.boto4j.error.Boto4jException;
import io.boto4j.internal.service.ServiceDifferences;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a service accepts as the input of an operation beyond its model: aliases of members, values
 * that are converted, and members that are filled in. The customization of the service decides, on
 * examples.
 */
public final class ServiceInput {
  /** A text that most members accept. */
  public static final String EXAMPLE = "x";

  private final OperationModel operation;
  private final ServiceDifferences differences;

  /** Members that the caller of this operation passes in addition to its input. */
  private final Set<String> others;

  /**
   * Finds out about an operation.
   *
   * @param service the service
   * @param operation the operation
   * @param others further names that the caller of the operation accepts
   */
  public ServiceInput(ServiceModel service, OperationModel operation, Set<String> others) {
    this.operation = operation;
    this.differences = ServiceDifferences.of(service);
    this.others = others;
  }

  /**
   * Whether a name that the model does not have is accepted.
   *
   * @param name the name
   * @return true if the service replaces it
   */
  public boolean accepts(String name) {
    if (others.contains(name)) {
      return true;
    }
    Map<String, ?> changed = changed(Map.of(name, EXAMPLE));
    return changed != null && !changed.containsKey(name);
  }

  /**
   * Whether a value is converted before it is checked.
   *
   * @param member the member that it is passed for
   * @param example a value like it
   * @return true if the model does not tell whether it fits
   */
  public boolean converts(Member member, Object example) {
    Map<String, ?> changed = changed(Map.of(member.name(), example));
    return changed == null || !example.equals(changed.get(member.name()));
  }

  /**
   * Whether a required member may be left out.
   *
   * @param member the member
   * @param given the names that are passed
   * @return true if the call or the service fills it in
   */
  public boolean fills(Member member, Set<String> given) {
    if (member.traits().flag("idempotencyToken")) {
      return true;
    }
    Map<String, Object> examples = new LinkedHashMap<>();
    for (String name : given) {
      examples.put(name, EXAMPLE);
    }
    Map<String, ?> changed = changed(examples);
    return changed != null && changed.containsKey(member.name());
  }

  /** Returns the input as the service changes it, or null if it does not accept the example. */
  private @Nullable Map<String, ?> changed(Map<String, Object> input) {
    try {
      return differences.changed(operation, input);
    } catch (Boto4jException | IllegalArgumentException e) {
      return null;
    }
  }
}
