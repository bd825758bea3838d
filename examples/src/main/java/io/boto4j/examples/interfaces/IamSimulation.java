package io.boto4j.examples.interfaces;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.testing.Stubber;
import io.boto4j.typed.Operation;
import io.boto4j.typed.Param;
import io.boto4j.typed.Result;
import io.boto4j.typed.Typed;
import java.util.List;
import java.util.Map;

/** Tests code that simulates policies, with prepared responses instead of AWS. */
class IamSimulation {
  record Decision(String action, String decision, List<String> policies) {}

  interface Iam {
    @Operation("SimulatePrincipalPolicy")
    @Result("EvaluationResults[].{action: EvalActionName, decision: EvalDecision, "
        + "policies: MatchedStatements[].SourcePolicyId}")
    List<Decision> simulate(@Param("PolicySourceArn") String arn, @Param("ActionNames") List<String> actions);
  }

  static void simulate(Iam iam, String arn, List<String> actions) {
    for (var result : iam.simulate(arn, actions)) {
      System.out.println(result.action() + " " + result.decision());
      for (var policy : result.policies()) {
        System.out.println("  by " + policy);
      }
    }
  }

  public static void main(String[] args) {
    var stubber = Stubber.of(Session.create().client("iam"));
    var role = "arn:aws:iam::123456789012:role/app";
    stubber.addResponse("SimulatePrincipalPolicy",
        Map.of("EvaluationResults", List.of(
            Map.of("EvalActionName", "rds:StartDBInstance", "EvalDecision", "allowed",
                "MatchedStatements", List.of(Map.of("SourcePolicyId", "operators"))),
            Map.of("EvalActionName", "dynamodb:PutItem", "EvalDecision", "implicitDeny"))),
        Map.of("PolicySourceArn", role, "ActionNames", List.of("rds:StartDBInstance", "dynamodb:PutItem")));
    stubber.addError("SimulatePrincipalPolicy", "AccessDenied", "You may not simulate", 403);

    var iam = Typed.of(stubber.client(), Iam.class);
    simulate(iam, role, List.of("rds:StartDBInstance", "dynamodb:PutItem"));
    try {
      simulate(iam, role, List.of("s3:GetObject"));
    } catch (ServiceException e) {
      e.rethrowUnless("AccessDenied");
      System.out.println(e.statusCode() + ": " + e.getMessage());
    }
    stubber.assertNoPendingResponses();
  }
}
