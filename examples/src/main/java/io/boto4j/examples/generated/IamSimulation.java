package io.boto4j.examples.generated;

import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.examples.generated.iam.Iam;
import io.boto4j.examples.generated.iam.SimulatePrincipalPolicyRequest;
import io.boto4j.testing.Stubber;
import java.util.List;
import java.util.Map;

/** Tests code that simulates policies, with prepared responses instead of AWS. */
class IamSimulation {
  static void simulate(Iam iam, String arn, List<String> actions) {
    for (var result : iam.simulatePrincipalPolicyItems(SimulatePrincipalPolicyRequest.of(arn, actions))) {
      System.out.println(result.evalActionName() + " " + result.evalDecision());
      for (var statement : result.matchedStatements()) {
        System.out.println("  by " + statement.sourcePolicyId());
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

    var iam = Iam.of(stubber.client());
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
