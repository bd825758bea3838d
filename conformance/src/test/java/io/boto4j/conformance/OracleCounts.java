package io.boto4j.conformance;

import io.boto4j.Client;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what has been compared with botocore, by protocol. */
final class OracleCounts {
  private final Map<String, Count> counts = new TreeMap<>();

  private static final class Count {
    private int services;
    private final Set<String> operations = new HashSet<>();
    private int calls;
    private int equal;
  }

  void service(Client client) {
    of(client).services++;
  }

  void call(Client client, OracleCase call, boolean equal) {
    Count count = of(client);
    count.operations.add(
        client.service() + client.model().apiVersion() + " " + call.operation().name());
    count.calls++;
    count.equal += equal ? 1 : 0;
  }

  void print(Map<String, Integer> reasons) {
    counts.forEach(
        (protocol, count) ->
            System.out.println(
                "oracle: "
                    + protocol
                    + ": "
                    + count.services
                    + " services, "
                    + count.operations.size()
                    + " operations, "
                    + count.calls
                    + " calls, "
                    + count.equal
                    + " like boto3's in every part"));
    reasons.forEach(
        (reason, times) ->
            System.out.println("oracle: known difference, " + times + ": " + reason));
  }

  private Count of(Client client) {
    return counts.computeIfAbsent(ResponseWire.protocolOf(client.model()), name -> new Count());
  }
}
