package io.boto4j;

import io.boto4j.model.ModelLoader;
import io.boto4j.model.ServiceModel;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The names of AWS's services, in every form that their models have. */
final class ServiceNames {
  /** All names of all services: folder names, service ids, endpoint prefixes and signing names. */
  static final Set<String> ALL = read();

  private ServiceNames() {}

  private static Set<String> read() {
    Set<String> names = new HashSet<>();
    ModelLoader models = ModelLoader.builtIn();
    for (String service : models.services()) {
      ServiceModel model = Objects.requireNonNull(models.find(service));
      names.add(service);
      names.add(model.serviceId());
      names.add(model.endpointPrefix());
      names.add(model.signingName());
    }
    return Set.copyOf(names);
  }
}
