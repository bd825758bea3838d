package io.boto4j.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** The observation of calls, and the names of its keys and events. */
public enum CallObservationDocumentation implements ObservationDocumentation {
  /** A call to AWS with all its attempts. */
  CALL {
    @Override
    public Class<? extends ObservationConvention<? extends Observation.Context>>
        getDefaultConvention() {
      return DefaultCallObservationConvention.class;
    }

    @Override
    public KeyName[] getLowCardinalityKeyNames() {
      return LowCardinalityKeys.values();
    }

    @Override
    public KeyName[] getHighCardinalityKeyNames() {
      return HighCardinalityKeys.values();
    }

    @Override
    public Observation.Event[] getEvents() {
      return Events.values();
    }
  };

  /** The keys with few values, which are tags of meters and spans. */
  public enum LowCardinalityKeys implements KeyName {
    /** The id of the service, such as {@code DynamoDB}. */
    SERVICE("aws.service"),
    /** The operation, such as {@code GetItem}. */
    OPERATION("aws.operation"),
    /** The region of the client. */
    REGION("aws.region"),
    /** {@code SUCCESS}, {@code CLIENT_ERROR}, {@code SERVER_ERROR}, or {@code UNKNOWN}. */
    OUTCOME("outcome"),
    /** The error code of the service, the class of another exception, or {@code none}. */
    ERROR("aws.error");

    private final String key;

    LowCardinalityKeys(String key) {
      this.key = key;
    }

    @Override
    public String asString() {
      return key;
    }
  }

  /** The keys with many values, which are tags of spans only. */
  public enum HighCardinalityKeys implements KeyName {
    /** The request id, if the response has one. */
    REQUEST_ID("aws.request.id"),
    /** The number of attempts that were sent. */
    ATTEMPTS("aws.attempts");

    private final String key;

    HighCardinalityKeys(String key) {
      this.key = key;
    }

    @Override
    public String asString() {
      return key;
    }
  }

  /** The events within a call. */
  public enum Events implements Observation.Event {
    /** A failed attempt is followed by another one. */
    RETRY;

    @Override
    public String getName() {
      return "retry";
    }
  }
}
