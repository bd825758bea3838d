package io.boto4j.internal.client;

import io.boto4j.model.ServiceModel;
import io.boto4j.model.derived.ServiceResources;

/** The check of the definitions of resources in a data path. */
final class ResourceFiles {
  private ResourceFiles() {}

  /**
   * Reads the definitions of a service that has files of them.
   *
   * @throws io.boto4j.model.ModelException if a file is malformed, or does not fit the model
   */
  static void check(ServiceModel model) {
    if (!model.resourceFiles().isEmpty()) {
      ServiceResources.of(model);
    }
  }
}
