package io.boto4j.internal.call;

import io.boto4j.Attempt;
import io.boto4j.Response;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpRequest;
import io.boto4j.internal.endpoint.ResolvedEndpoint;
import java.net.URI;
import java.util.Map;

/**
 * The loop around the attempts, for services that send a call to another place: the endpoint is
 * found anew, once, and the same request made there.
 *
 * <p>That uses up attempts, but neither delay nor retry quota.
 */
final class RerouteCall {
  private final CallRoad road;
  private final Customization customization;

  RerouteCall(CallRoad road, Customization customization) {
    this.road = road;
    this.customization = customization;
  }

  Response call(
      CallState state, Map<String, ?> input, HttpRequest request, ResolvedEndpoint resolved) {
    try {
      return road.send(state, input, request, resolved);
    } catch (ServiceException e) {
      if (!request.body().replayable()
          || !customization.reroutes(state.operation(), input, e, road)) {
        throw e;
      }
      ResolvedEndpoint elsewhere = road.resolve(state.operation(), input);
      // The body stays: it may be a stream that was kept when it was read.
      URI there = road.request(state.operation(), input, elsewhere).uri();
      state.goOn(Attempt.Decision.REDIRECTED);
      return road.send(state, input, request.withUri(there), elsewhere);
    }
  }
}
