package io.boto4j.internal.client;

import io.boto4j.error.OperationNotPageableException;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.paging.InferredPaging;
import io.boto4j.internal.paging.Paging;
import io.boto4j.model.ModelPart;
import io.boto4j.model.NearNames;
import io.boto4j.model.OperationModel;
import io.boto4j.model.ServiceModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The paginators of one service, each read from the model once. Thread-safe. */
public final class Paginators {
  private final Map<String, Object> configs;
  private final @Nullable Customization customization;
  private final ConcurrentHashMap<String, Paging> known = new ConcurrentHashMap<>();

  /**
   * Creates the paginators of a service.
   *
   * @param service the service's model
   * @param customization the customization of the service, or null
   */
  public Paginators(ServiceModel service, @Nullable Customization customization) {
    this.customization = customization;
    this.configs = service.part(ModelPart.PAGINATORS);
  }

  /**
   * Returns the paging of an operation: the model's, or an inferred one.
   *
   * @param operation the operation
   * @return how its pages are requested
   * @throws OperationNotPageableException if its responses do not come in pages
   */
  public Paging of(OperationModel operation) {
    Paging paging = known.get(operation.name());
    if (paging == null) {
      paging = read(operation);
      known.put(operation.name(), paging);
    }
    return paging;
  }

  private Paging read(OperationModel operation) {
    @Nullable Paging paging =
        configs.get(operation.name()) instanceof Map<?, ?> config
            ? Paging.of(operation, config)
            : InferredPaging.of(operation);
    if (paging == null) {
      List<String> pageable = List.copyOf(configs.keySet());
      String hint = NearNames.hint(operation.name(), pageable);
      throw new OperationNotPageableException(
          operation.name(),
          ". " + (hint.isEmpty() ? "" : hint.strip() + " ") + "Client.paginators() lists those.");
    }
    return customization != null && customization.mayRepeatTokens(operation)
        ? paging.repeatingTokens()
        : paging;
  }
}
