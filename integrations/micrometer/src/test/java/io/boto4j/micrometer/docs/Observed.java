package io.boto4j.micrometer.docs;

import io.boto4j.Session;
import io.boto4j.micrometer.MeterInterceptor;
import io.boto4j.micrometer.ObservationInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.ObservationRegistry;

/** Sessions whose calls are observed. */
final class Observed {
  private Observed() {}

  static ObservationRegistry registry(MeterRegistry meters) {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return registry;
  }

  static Session observed(Session.Builder builder, ObservationRegistry registry) {
    return builder.interceptor(ObservationInterceptor.create(registry)).build();
  }

  static Session metered(Session.Builder builder, MeterRegistry meters) {
    return builder.interceptor(MeterInterceptor.create(meters)).build();
  }

  static Session named(Session.Builder builder, ObservationRegistry registry) {
    return builder
        .interceptor(ObservationInterceptor.create(registry, new TeamConvention("orders")))
        .build();
  }
}
