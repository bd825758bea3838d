package io.boto4j.internal.service;

import io.boto4j.internal.customization.Customizations;
import io.boto4j.internal.hook.Customization;
import io.boto4j.model.Member;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The differences between a service and its model, which its customization knows. */
public final class ServiceDifferences {
  private final @Nullable Customization customization;

  private ServiceDifferences(@Nullable Customization customization) {
    this.customization = customization;
  }

  /**
   * Returns the differences of a service.
   *
   * @param service the service
   * @return its differences, of which most services have none
   */
  public static ServiceDifferences of(ServiceModel service) {
    return new ServiceDifferences(Customizations.of(service.serviceId()));
  }

  /**
   * Whether an answer may have a member of another type than the model has, or that it lacks.
   *
   * @param name the name of the member
   * @param member the member, or null if the model does not have it
   * @return true if the model does not tell the type
   */
  public boolean inOutput(String name, @Nullable Member member) {
    return customization != null && customization.differs(name, member);
  }

  /**
   * Returns an input as the service changes it before it is checked against the model.
   *
   * @param operation the operation
   * @param input the input
   * @return the changed input, or the same one
   * @throws RuntimeException if the service does not accept the input
   */
  public Map<String, ?> changed(OperationModel operation, Map<String, ?> input) {
    return customization == null ? input : customization.input(operation, input);
  }
}
