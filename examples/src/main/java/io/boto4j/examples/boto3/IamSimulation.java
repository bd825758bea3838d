package io.boto4j.examples.boto3;

import io.boto4j.Client;
import io.boto4j.Params;
import io.boto4j.Session;
import io.boto4j.error.ServiceException;
import io.boto4j.testing.Stubber;
import java.util.List;
import java.util.Map;

/** Tests code that simulates policies, with prepared responses instead of AWS. */
class IamSimulation {
  static void simulate(Client iam, String arn, List<String> actions) {
    var response = iam.call("SimulatePrincipalPolicy", Params.of("PolicySourceArn", arn, "ActionNames", actions));
    for (var result : response.structures("EvaluationResults")) {
      System.out.println(result.text("EvalActionName") + " " + result.text("EvalDecision"));
      for (var statement : result.structures("MatchedStatements")) {
        System.out.println("  by " + statement.text("SourcePolicyId"));
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

    simulate(stubber.client(), role, List.of("rds:StartDBInstance", "dynamodb:PutItem"));
    try {
      simulate(stubber.client(), role, List.of("s3:GetObject"));
    } catch (ServiceException e) {
      e.rethrowUnless("AccessDenied");
      System.out.println(e.statusCode() + ": " + e.getMessage());
    }
    stubber.assertNoPendingResponses();
  }
}
