package io.boto4j.typed.contract;

import io.boto4j.model.ServiceModel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The models of the services that an interface may name. */
public interface Services {
  /**
   * Returns the model of the service of a method.
   *
   * @param declared the service that the method or its interface names, or null
   * @param problems receives the reason if the service cannot be used
   * @return the model, or null if it is not known
   */
  @Nullable ServiceModel of(@Nullable String declared, Consumer<String> problems);
}
