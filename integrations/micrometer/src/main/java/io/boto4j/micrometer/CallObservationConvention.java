package io.boto4j.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The names and keys of the observations of calls. A program implements it, or extends {@link
 * DefaultCallObservationConvention}, to use others.
 */
public interface CallObservationConvention extends ObservationConvention<CallObservationContext> {
  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof CallObservationContext;
  }
}
