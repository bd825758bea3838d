package io.boto4j.typed.shape;

import io.boto4j.internal.jmespath.PathType;
import io.boto4j.internal.service.ServiceDifferences;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.StructureShape;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The types of the outputs of operations. */
public final class Outputs {
  private Outputs() {}

  /**
   * Returns the type of the output of an operation, in which members that the service changes are
   * not known.
   *
   * @param service the service
   * @param operation the operation
   * @return the type, {@link PathType#ANY} if the operation has no output
   */
  public static PathType of(ServiceModel service, OperationModel operation) {
    StructureShape output = operation.output();
    return output == null ? PathType.ANY : PathType.of(output, differences(service));
  }

  /**
   * Returns the names and members for which the answers of a service differ from its model.
   *
   * @param service the service
   * @return a test of a name and its member, which is null if the model does not have the name
   */
  public static BiPredicate<String, @Nullable Member> differences(ServiceModel service) {
    return ServiceDifferences.of(service)::inOutput;
  }
}
