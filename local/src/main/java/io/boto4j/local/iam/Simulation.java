package io.boto4j.local.iam;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineException;
import io.boto4j.local.engine.OperationTable;
import io.boto4j.local.policy.Decision;
import io.boto4j.local.policy.PolicyDocument;
import io.boto4j.local.policy.PolicyEvaluator;
import io.boto4j.local.policy.PolicyPrincipal;
import io.boto4j.local.policy.PolicyRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The policy simulator. */
final class Simulation {
  private final IamState state;
  private final PrincipalPolicies policies;

  Simulation(IamState state, PrincipalPolicies policies) {
    this.state = state;
    this.policies = policies;
  }

  void register(OperationTable table) {
    table.read("SimulateCustomPolicy", this::custom);
    table.read("SimulatePrincipalPolicy", this::principal);
    table.read("GetContextKeysForCustomPolicy", this::customKeys);
    table.read("GetContextKeysForPrincipalPolicy", this::principalKeys);
  }

  private static List<PolicyDocument> parse(List<String> documents, String prefix) {
    List<PolicyDocument> parsed = new ArrayList<>();
    int number = 1;
    for (String document : documents) {
      parsed.add(parse(document, prefix + "." + number++));
    }
    return parsed;
  }

  private static PolicyDocument parse(String document, String id) {
    try {
      return PolicyDocument.parse(id, PrincipalPolicies.TYPE, document);
    } catch (IllegalArgumentException e) {
      throw new EngineException("InvalidInputException", "Invalid Input Policy: " + id);
    }
  }

  private Structure source(EngineCall call) {
    String arn = String.valueOf(call.input().text("PolicySourceArn"));
    Structure entity = policies.entity(arn);
    if (entity == null) {
      throw IamErrors.noSuchEntity("The entity " + arn + " cannot be found.");
    }
    return entity;
  }

  private Map<String, ?> custom(EngineCall call) {
    String caller = call.input().text("CallerArn");
    return simulate(
        call,
        caller == null ? state.arn("user/", "", "simulated") : caller,
        parse(call.input().texts("PolicyInputList"), "PolicyInputList"),
        boundary(call.input(), null));
  }

  private Map<String, ?> principal(EngineCall call) {
    Structure entity = source(call);
    List<PolicyDocument> all = new ArrayList<>(policies.of(entity));
    all.addAll(parse(call.input().texts("PolicyInputList"), "PolicyInputList"));
    String caller = call.input().text("CallerArn");
    return simulate(
        call,
        caller == null ? String.valueOf(entity.text("Arn")) : caller,
        all,
        boundary(call.input(), policies.boundary(entity)));
  }

  private static @Nullable PolicyDocument boundary(Structure input, @Nullable PolicyDocument own) {
    List<PolicyDocument> given =
        parse(
            input.texts("PermissionsBoundaryPolicyInputList"),
            "PermissionsBoundaryPolicyInputList");
    return given.isEmpty() ? own : given.get(0);
  }

  private Map<String, ?> simulate(
      EngineCall call,
      String caller,
      List<PolicyDocument> identity,
      @Nullable PolicyDocument boundary) {
    Structure input = call.input();
    List<String> resources = new ArrayList<>(input.texts("ResourceArns"));
    if (resources.isEmpty()) {
      resources.add("*");
    }
    String resourceText = input.text("ResourcePolicy");
    PolicyDocument resourcePolicy =
        resourceText == null ? null : parse(resourceText, "ResourcePolicy");
    String owner = input.text("ResourceOwner");
    String account = state.context.account();
    String resourceAccount = owner == null ? account : owner.replaceAll(".*::(\\d{12}):.*", "$1");
    List<Params> results = new ArrayList<>();
    for (String action : input.texts("ActionNames")) {
      for (String resource : resources) {
        Decision decision =
            PolicyEvaluator.evaluate(
                new PolicyRequest(
                    PolicyPrincipal.aws(caller, account, caller.contains(":role/") ? caller : null),
                    action,
                    resource,
                    resourceAccount,
                    context(input, caller),
                    identity,
                    boundary,
                    null,
                    resourcePolicy,
                    false));
        results.add(result(action, resource, decision, boundary != null));
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      order.add(i);
    }
    return Pages.of(input, "EvaluationResults", order, i -> String.format("%08d", i), results::get);
  }

  private Map<String, List<String>> context(Structure input, String caller) {
    Map<String, List<String>> context = new LinkedHashMap<>();
    context.put("aws:currenttime", List.of(state.now().toString()));
    context.put("aws:epochtime", List.of(String.valueOf(state.now().getEpochSecond())));
    context.put("aws:principalarn", List.of(caller));
    context.put("aws:principalaccount", List.of(state.context.account()));
    if (caller.contains(":user/")) {
      context.put("aws:username", List.of(caller.substring(caller.lastIndexOf('/') + 1)));
    }
    for (Structure entry : input.structures("ContextEntries")) {
      context.put(String.valueOf(entry.text("ContextKeyName")), entry.texts("ContextKeyValues"));
    }
    return context;
  }

  private static Params result(String action, String resource, Decision decision, boolean bounded) {
    List<Params> matches = new ArrayList<>();
    for (Decision.Match match : decision.matches()) {
      matches.add(Params.of("SourcePolicyId", match.policy(), "SourcePolicyType", match.type()));
    }
    boolean byBoundary = decision.source() == Decision.Source.BOUNDARY;
    return Params.of(
        "EvalActionName",
        action,
        "EvalResourceName",
        resource,
        "EvalDecision",
        decision.outcome().spelling(),
        "MatchedStatements",
        matches,
        "MissingContextValues",
        List.copyOf(decision.missing()),
        "PermissionsBoundaryDecisionDetail",
        bounded ? Map.of("AllowedByPermissionsBoundary", !byBoundary) : null);
  }

  private Map<String, ?> customKeys(EngineCall call) {
    TreeSet<String> keys = new TreeSet<>();
    parse(call.input().texts("PolicyInputList"), "PolicyInputList")
        .forEach(policy -> keys.addAll(policy.contextKeys()));
    return Params.of("ContextKeyNames", List.copyOf(keys));
  }

  private Map<String, ?> principalKeys(EngineCall call) {
    TreeSet<String> keys = new TreeSet<>();
    policies.of(source(call)).forEach(policy -> keys.addAll(policy.contextKeys()));
    parse(call.input().texts("PolicyInputList"), "PolicyInputList")
        .forEach(policy -> keys.addAll(policy.contextKeys()));
    return Params.of("ContextKeyNames", List.copyOf(keys));
  }
}
