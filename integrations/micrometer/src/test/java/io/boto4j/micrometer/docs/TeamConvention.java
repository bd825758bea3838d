package io.boto4j.micrometer.docs;

import io.boto4j.micrometer.CallObservationContext;
import io.boto4j.micrometer.DefaultCallObservationConvention;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;

/** Adds the team to the keys of each call. */
final class TeamConvention extends DefaultCallObservationConvention {
  private final String team;

  TeamConvention(String team) {
    this.team = team;
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
    return super.getLowCardinalityKeyValues(context).and(KeyValue.of("team", team));
  }
}
