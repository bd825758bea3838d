/**
 * Observations and meters of Micrometer for calls to AWS.
 *
 * <p>{@link io.boto4j.micrometer.ObservationInterceptor} makes an observation of each call, which
 * becomes a span, a timer or both; {@link io.boto4j.micrometer.MeterInterceptor} records meters
 * without observations.
 */
// Micrometer's jars have module names in their manifests, and no module-info.class.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.boto4j.micrometer {
  requires static org.jspecify;
  requires transitive io.boto4j;
  requires transitive micrometer.commons;
  requires transitive micrometer.observation;
  // Only MeterInterceptor needs it: observations work without.
  requires static transitive micrometer.core;

  exports io.boto4j.micrometer;
}
