package io.boto4j.micrometer;

import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.micrometer.CallObservationDocumentation.HighCardinalityKeys;
import io.boto4j.micrometer.CallObservationDocumentation.LowCardinalityKeys;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * The default names and keys: {@code aws.client.calls}, with the keys of {@link
 * CallObservationDocumentation}. The keys begin with {@code aws.}, so that they do not collide with
 * common tags such as {@code region}. Stateless; may be extended.
 */
public class DefaultCallObservationConvention implements CallObservationConvention {
  /** Creates a convention. */
  public DefaultCallObservationConvention() {}

  @Override
  public String getName() {
    return MeterNames.CALLS;
  }

  @Override
  public String getContextualName(CallObservationContext context) {
    return context.call().serviceId() + "." + context.call().operation();
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
    Outcome outcome = Outcome.of(context.getError());
    return KeyValues.of(
        LowCardinalityKeys.SERVICE.withValue(context.call().serviceId()),
        LowCardinalityKeys.OPERATION.withValue(context.call().operation()),
        LowCardinalityKeys.REGION.withValue(context.call().region()),
        LowCardinalityKeys.OUTCOME.withValue(outcome.name()),
        LowCardinalityKeys.ERROR.withValue(ErrorName.of(context.getError())));
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(CallObservationContext context) {
    KeyValues values =
        KeyValues.of(HighCardinalityKeys.ATTEMPTS.withValue(Integer.toString(context.attempts())));
    String id = requestId(context);
    return id == null ? values : values.and(HighCardinalityKeys.REQUEST_ID.withValue(id));
  }

  private static @Nullable String requestId(CallObservationContext context) {
    if (context.getError() instanceof ServiceException error) {
      return error.requestId();
    }
    Response response = context.getResponse();
    return response == null ? null : response.metadata().requestId();
  }
}
