package io.boto4j.internal.call;

import io.boto4j.Attempt;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.attempt.AttemptLoop;
import io.boto4j.internal.attempt.CallState;
import io.boto4j.internal.attempt.PreparedRequest;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import io.boto4j.internal.hook.Customization;
import io.boto4j.internal.hook.CustomizationClient;
import io.boto4j.model.OperationModel;
import java.util.Map;

/**
 * The loop around the attempts, for services that redirect calls: after a redirect the endpoint is
 * resolved again, once, and the same request is made there.
 *
 * <p>That takes attempts, but neither delay nor retry quota.
 */
final class RerouteCall {
  private final Customization customization;
  private final ResolveEndpoint resolveEndpoint;
  private final SerializeRequest serializeRequest;
  private final AttemptLoop attemptLoop;
  private final CustomizationClient client;

  RerouteCall(
      Customization customization,
      ResolveEndpoint resolveEndpoint,
      SerializeRequest serializeRequest,
      AttemptLoop attemptLoop,
      CustomizationClient client) {
    this.customization = customization;
    this.resolveEndpoint = resolveEndpoint;
    this.serializeRequest = serializeRequest;
    this.attemptLoop = attemptLoop;
    this.client = client;
  }

  Response send(CallState state, PreparedRequest prepared) {
    try {
      return attemptLoop.send(state, prepared);
    } catch (ServiceException e) {
      OperationModel operation = state.call().operation();
      HttpRequest request = prepared.request();
      Map<String, ?> input = prepared.input();
      if (!request.body().replayable() || !customization.reroutes(operation, input, e, client)) {
        throw e;
      }
      ResolvedEndpoint elsewhere = resolveEndpoint.of(operation, input, Purpose.CALL);
      // Only the URI is taken from a new request: the body may be a stream that was kept in memory.
      HttpRequest there = request.withUri(serializeRequest.of(operation, input, elsewhere).uri());
      state.goOn(Attempt.Decision.REDIRECTED);
      return attemptLoop.send(state, new PreparedRequest(input, there, elsewhere.authSchemes()));
    }
  }
}
