package io.boto4j.conformance;

import io.boto4j.conformance.ResourceServer.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the steps of one service on both sides, and compares calls, results and data. */
final class ResourceCheck {
  private final ResourceServer server;
  private final RoundTripPeer peer;
  private final ResourceExceptions exceptions;
  private final ResourceSteps steps;

  ResourceCheck(ResourceServer server, RoundTripPeer peer, ResourceExceptions exceptions) {
    this.server = server;
    this.peer = peer;
    this.exceptions = exceptions;
    this.steps = new ResourceSteps(server.resource());
  }

  void check(String service, String type, ResourceCase call) throws IOException {
    server.expect(call.answers());
    Map<?, ?> theirs = peer.ask(call.order());
    List<Call> theirCalls = server.calls();
    server.expect(call.answers());
    Map<String, @Nullable Object> ours = steps.take(call);
    List<Call> ourCalls = server.calls();
    Map<String, @Nullable String> differences = new LinkedHashMap<>();
    List<String> theirNames = theirCalls.stream().map(Call::operation).toList();
    List<String> ourNames = ourCalls.stream().map(Call::operation).toList();
    differences.put("calls", Trees.difference(theirNames, ourNames));
    differences.put(
        "parameters",
        theirNames.equals(ourNames)
            ? Trees.difference(inputs(theirCalls), inputs(ourCalls))
            : differences.get("calls"));
    differences.put("result", result(theirs, ours));
    differences.put("data", Trees.difference(theirs.get("data"), ours.get("data")));
    if (mustFind(call) && isNothing(theirs.get("result"))) {
      differences.put("case", "nothing is compared: boto3 finds nothing");
    }
    if (isNone(theirs) && ours.containsKey("result") && ours.get("result") == null) {
      differences.put("result", null);
      differences.put("no resource", "boto3 returns an empty map, boto4j null");
    }
    if (!theirs.containsKey("failure")
        && theirs.get("data") == null
        && String.valueOf(ours.get("failure")).contains("ResourceNotFoundException")) {
      differences.put("result", null);
      differences.put("missing resource", "boto3 leaves the data null, boto4j throws");
    }
    differences.forEach(
        (part, how) ->
            exceptions.record(how, service, type, call.step().title(), call.variant(), part));
  }

  private static List<Object> inputs(List<Call> calls) {
    List<Object> inputs = new ArrayList<>();
    calls.forEach(each -> inputs.add(each.input()));
    return inputs;
  }

  /** Returns whether a case makes sense only with a result. */
  private static boolean mustFind(ResourceCase call) {
    return call.variant().equals("all") || call.variant().equals("present");
  }

  private static boolean isNothing(@Nullable Object result) {
    return result == null
        || (result instanceof List<?> list && list.isEmpty())
        || (result instanceof Map<?, ?> map
            && map.values().stream().allMatch(each -> each == null));
  }

  private static boolean isNone(Map<?, ?> said) {
    return said.get("result") instanceof Map<?, ?> map && map.isEmpty();
  }

  /** Returns the difference of results; failures are the same only if the call is not to blame. */
  private static @Nullable String result(Map<?, ?> theirs, Map<String, ?> ours) {
    Object theirFailure = theirs.get("failure");
    Object ourFailure = ours.get("failure");
    if (theirFailure == null && ourFailure == null) {
      return Trees.difference(theirs.get("result"), ours.get("result"));
    }
    String left = String.valueOf(theirFailure);
    String right = String.valueOf(ourFailure);
    boolean waiters =
        left.startsWith("WaiterError") && right.startsWith("io.boto4j.error.WaiterException");
    boolean pages =
        left.startsWith("PaginationError: Error during pagination: PageSize")
            && right.equals(left.replace("PaginationError", "io.boto4j.error.PaginationException"));
    return waiters || pages ? null : "boto3: " + left + ", boto4j: " + right;
  }
}
