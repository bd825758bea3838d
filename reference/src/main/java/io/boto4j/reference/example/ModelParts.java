package io.boto4j.reference.example;

import io.boto4j.model.ModelPart;
import io.boto4j.model.ServiceModel;
import java.util.Map;

/**
 * The parts of a service's model that every example of the service needs. They are read once,
 * because a model reads them from its pack each time.
 *
 * @param paginators the paginators by operation
 * @param examples the published examples by operation
 */
record ModelParts(Map<String, Object> paginators, Map<String, Object> examples) {
  static ModelParts of(ServiceModel service) {
    return service.computed(
        ModelParts.class,
        model ->
            new ModelParts(model.part(ModelPart.PAGINATORS), model.documentation().examples()));
  }
}
