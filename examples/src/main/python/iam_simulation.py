"""Tests code that simulates policies, with prepared responses instead of AWS."""
import boto3
from botocore.exceptions import ClientError
from botocore.stub import Stubber


def simulate(iam, arn, actions):
    response = iam.simulate_principal_policy(PolicySourceArn=arn, ActionNames=actions)
    for result in response["EvaluationResults"]:
        print(result["EvalActionName"], result["EvalDecision"])
        for statement in result.get("MatchedStatements", []):
            print("  by", statement["SourcePolicyId"])


iam = boto3.client("iam")
stubber = Stubber(iam)
role = "arn:aws:iam::123456789012:role/app"
stubber.add_response(
    "simulate_principal_policy",
    {"EvaluationResults": [
        {"EvalActionName": "rds:StartDBInstance", "EvalDecision": "allowed",
         "MatchedStatements": [{"SourcePolicyId": "operators"}]},
        {"EvalActionName": "dynamodb:PutItem", "EvalDecision": "implicitDeny"},
    ]},
    {"PolicySourceArn": role, "ActionNames": ["rds:StartDBInstance", "dynamodb:PutItem"]},
)
stubber.add_client_error(
    "simulate_principal_policy", "AccessDenied", "You may not simulate", http_status_code=403)
stubber.activate()

simulate(iam, role, ["rds:StartDBInstance", "dynamodb:PutItem"])
try:
    simulate(iam, role, ["s3:GetObject"])
except ClientError as e:
    if e.response["Error"]["Code"] != "AccessDenied":
        raise
    print(f"{e.response['ResponseMetadata']['HTTPStatusCode']}: {e}")
stubber.assert_no_pending_responses()
