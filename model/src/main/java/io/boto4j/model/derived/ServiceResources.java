package io.boto4j.model.derived;

import io.boto4j.model.ModelException;
import io.boto4j.model.ServiceModel;
import io.boto4j.model.resource.ResourceDefinitions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The definitions of the resources of a service, wherever they come from. */
public final class ServiceResources {
  private ServiceResources() {}

  /**
   * Returns the resources of a service: those in its pack, and those in files {@code
   * SERVICE/VERSION/resources.txt} of the folders of models, whose types replace others of the same
   * name.
   *
   * <p>A model that has no pack has derived resources.
   *
   * @param model the service
   * @return the definitions; without any type if the service has no resources
   * @throws ModelException if a file is malformed, or does not fit the model
   */
  public static ResourceDefinitions of(ServiceModel model) {
    String packed = model.packedResources();
    ResourceDefinitions definitions = packed == null ? derive(model, null) : packed(model, packed);
    List<Map.Entry<String, String>> files = new ArrayList<>(model.resourceFiles().entrySet());
    Collections.reverse(files);
    for (Map.Entry<String, String> file : files) {
      ResourceDefinitions added = ResourceDefinitions.parse(file.getKey(), file.getValue());
      List<String> problems = new ArrayList<>(added.problemsOfService(model));
      definitions = definitions.with(added);
      problems.addAll(definitions.problems(model));
      if (!problems.isEmpty()) {
        throw new ModelException(
            "The resource definitions in "
                + file.getKey()
                + " do not fit the model of "
                + model
                + ":\n  "
                + String.join("\n  ", problems),
            null);
      }
    }
    return definitions;
  }

  /**
   * Derives resources from a model.
   *
   * @param model the service
   * @param written definitions that exist already, which come first and stay as they are; null for
   *     none
   * @return the written types, and derived ones for what they do not cover
   */
  public static ResourceDefinitions derive(
      ServiceModel model, @Nullable ResourceDefinitions written) {
    return DerivedResources.of(model, written == null ? ResourceDefinitions.empty(model) : written);
  }

  private static ResourceDefinitions packed(ServiceModel model, String text) {
    return text.isEmpty()
        ? ResourceDefinitions.empty(model)
        : ResourceDefinitions.parse("the pack of " + model, text);
  }
}
