package io.boto4j;

import io.boto4j.error.OperationNotPageableException;
import io.boto4j.internal.paging.InferredPaging;
import io.boto4j.internal.paging.Paging;
import io.boto4j.internal.text.NearNames;
import io.boto4j.model.ModelPart;
import io.boto4j.model.OperationModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The paginators of one client, each read from the model once. */
final class Paginators {
  private final Client client;
  private final Map<String, Object> configs;
  private final ConcurrentHashMap<String, Paging> known = new ConcurrentHashMap<>();

  Paginators(Client client) {
    this.client = client;
    this.configs = client.model().part(ModelPart.PAGINATORS);
  }

  Paginator of(OperationModel operation) {
    Paging paging = known.get(operation.name());
    if (paging == null) {
      paging = read(operation);
      known.put(operation.name(), paging);
    }
    return new Paginator(client, paging);
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
    return paging;
  }
}
