package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.boto4j.internal.endpoint.EndpointResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The endpoint rules of Smithy's published models, as rule sets and as decision diagrams: the cases
 * published with them, and a comparison of the two forms with each other and with botocore's rules.
 */
final class SmithyEndpointsTest {
  private static final List<String> SERVICES = List.of("dynamodb", "sqs");

  @TestFactory
  Stream<DynamicTest> publishedCases() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String service : SERVICES) {
      SmithyRules rules = SmithyRules.of(service);
      EndpointResolver ruleSet = rules.ruleSet();
      EndpointResolver diagram = rules.diagram();
      assertThat(Objects.requireNonNull(ruleSet.rules()).isDiagram()).isFalse();
      assertThat(Objects.requireNonNull(diagram.rules()).isDiagram()).isTrue();
      for (Map<?, ?> each : rules.cases()) {
        String name = service + " / " + tests.size() + " " + each.get("documentation");
        String expected = SmithyRules.expected(each);
        Map<?, ?> parameters = SmithyRules.map(each.get("params"));
        tests.add(
            dynamicTest(
                "smithy-endpoints / " + name,
                () -> {
                  assertThat(SmithyRules.outcome(ruleSet, parameters)).isEqualTo(expected);
                  assertThat(SmithyRules.outcome(diagram, parameters)).isEqualTo(expected);
                }));
      }
    }
    System.out.println(
        "smithy-endpoints: " + tests.size() + " cases, each by the rule set and the diagram");
    assertThat(tests).hasSizeGreaterThan(590);
    return tests.stream();
  }

  /** The three forms agree in all combinations, except where Smithy's models are newer. */
  @Test
  void dynamodb_allCombinations_areEqual() {
    Grid grid = new Grid(SmithyRules.of("dynamodb"));
    List<Object> regions = regions("us-east-1.example", "local", "mars-east-1");
    for (Map<String, Object> account : accounts()) {
      for (Object region : regions) {
        for (Object endpoint : endpoints(region)) {
          for (int flags = 0; flags < 12; flags++) {
            Map<String, Object> parameters = new LinkedHashMap<>(account);
            put(parameters, "Region", region);
            put(parameters, "Endpoint", endpoint);
            put(parameters, "UseFIPS", flags % 2 == 1);
            put(parameters, "UseDualStack", flags / 2 % 2 == 1);
            put(parameters, "IsSearchOperation", flags < 4 ? null : flags < 8);
            grid.compare(parameters);
          }
        }
      }
    }
    grid.report();

    assertThat(grid.unexpected).isEmpty();
    assertThat(grid.count).isGreaterThan(100_000);
    assertThat(grid.newer).isPositive();
  }

  @Test
  void sqs_allCombinations_areEqual() {
    Grid grid = new Grid(SmithyRules.of("sqs"));
    for (Object region : regions("mars-east-1", "not a label")) {
      for (Object endpoint : endpoints(region)) {
        for (int flags = 0; flags < 4; flags++) {
          Map<String, Object> parameters = new LinkedHashMap<>();
          put(parameters, "Region", region);
          put(parameters, "Endpoint", endpoint);
          put(parameters, "UseFIPS", flags % 2 == 1);
          put(parameters, "UseDualStack", flags / 2 == 1);
          grid.compare(parameters);
        }
      }
    }
    grid.report();

    assertThat(grid.unexpected).isEmpty();
    assertThat(grid.count).isGreaterThan(500);
    assertThat(grid.newer).isZero();
  }

  /** The outcomes of one service's rules in their three forms. */
  private static final class Grid {
    final String service;
    final EndpointResolver ruleSet;
    final EndpointResolver diagram;
    final EndpointResolver botocore;
    final List<String> unexpected = new ArrayList<>();
    int count;
    int newer;

    Grid(SmithyRules rules) {
      this.service = rules.service();
      this.ruleSet = rules.ruleSet();
      this.diagram = rules.diagram();
      this.botocore =
          SmithyRules.resolver(
              Objects.requireNonNull(
                  Objects.requireNonNull(SmithyRules.MODELS.find(service)).endpointRules()));
    }

    void compare(Map<String, Object> parameters) {
      count++;
      String expected = SmithyRules.outcome(ruleSet, parameters);
      String byDiagram = SmithyRules.outcome(diagram, parameters);
      String byBotocore = SmithyRules.outcome(botocore, parameters);
      if (!byDiagram.equals(expected)) {
        unexpected.add(parameters + "\n  rule set " + expected + "\n  diagram  " + byDiagram);
      }
      if (!byBotocore.equals(expected)) {
        if (isNewer(parameters, expected)) {
          newer++;
        } else {
          unexpected.add(parameters + "\n  Smithy   " + expected + "\n  botocore " + byBotocore);
        }
      }
    }

    /** DynamoDB's searches have hosts of their own, of which the pinned models know nothing. */
    private static boolean isNewer(Map<String, Object> parameters, String outcome) {
      return Boolean.TRUE.equals(parameters.get("IsSearchOperation"))
          && outcome.contains("search-d");
    }

    void report() {
      System.out.println(
          "smithy-endpoints: "
              + service
              + ": "
              + count
              + " combinations of parameters; "
              + newer
              + " differ from botocore's rules, which lack IsSearchOperation");
    }
  }

  private static List<Map<String, Object>> accounts() {
    List<Map<String, Object>> accounts = new ArrayList<>();
    String arn = "arn:aws:dynamodb:us-east-1:222222222222:table/t";
    String other = "arn:aws:dynamodb:eu-west-1:333333333333:table/t";
    for (String mode : new String[] {"preferred", "disabled", "required"}) {
      for (String id : new String[] {null, "111111111111", "", "not a label"}) {
        for (String table : new String[] {null, arn, "t"}) {
          for (List<?> tables : Arrays.asList(null, List.of(other, arn), List.of())) {
            Map<String, Object> account = new LinkedHashMap<>();
            put(account, "AccountIdEndpointMode", mode);
            put(account, "AccountId", id);
            put(account, "ResourceArn", table);
            put(account, "ResourceArnList", tables);
            accounts.add(account);
          }
        }
      }
    }
    return accounts;
  }

  private static List<Object> endpoints(Object region) {
    List<Object> endpoints = new ArrayList<>();
    endpoints.add(null);
    endpoints.add("http://127.0.0.1:8000/base");
    endpoints.add("https://dynamodb." + region + ".api.aws");
    return endpoints;
  }

  /** Returns the regions of all partitions, some others, and none. */
  private static List<Object> regions(String... others) {
    TreeSet<String> regions = new TreeSet<>(List.of(others));
    for (Object each : (List<?>) SmithyRules.MODELS.root("partitions").get("partitions")) {
      SmithyRules.map(SmithyRules.map(each).get("regions"))
          .keySet()
          .forEach(region -> regions.add((String) region));
    }
    List<Object> all = new ArrayList<>(regions);
    all.add(null);
    return all;
  }

  private static void put(Map<String, Object> parameters, String name, Object value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
