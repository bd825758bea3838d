"""Creates a state machine, starts an execution, and stops it."""
import json

import boto3

stepfunctions = boto3.client("stepfunctions")


def find(name):
    for page in stepfunctions.get_paginator("list_state_machines").paginate():
        for machine in page["stateMachines"]:
            if machine["name"] == name:
                return machine["stateMachineArn"]
    return None


trust = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
role = boto3.client("iam").create_role(RoleName="machine-role", AssumeRolePolicyDocument=trust)
definition = json.dumps({
    "StartAt": "Think",
    "States": {
        "Think": {"Type": "Wait", "Seconds": 60, "Next": "Hello"},
        "Hello": {"Type": "Pass", "Result": "World", "End": True},
    },
})
print("machine found" if find("hello") else "no machine yet")
arn = stepfunctions.create_state_machine(
    name="hello", definition=definition, roleArn=role["Role"]["Arn"])["stateMachineArn"]
print(find("hello"))

described = stepfunctions.describe_state_machine(stateMachineArn=arn)
print(f"{described['status']}, starts at {json.loads(described['definition'])['StartAt']}")
start = {"stateMachineArn": arn, "name": "run-1", "input": json.dumps({"n": 1}, separators=(",", ":"))}
run = stepfunctions.start_execution(**start)["executionArn"]
print("input", stepfunctions.describe_execution(executionArn=run)["input"])
try:
    stepfunctions.start_execution(**{**start, "input": json.dumps({"n": 2})})
except stepfunctions.exceptions.ExecutionAlreadyExists:
    print("run-1 exists already")
stepfunctions.stop_execution(executionArn=run, error="Enough", cause="seen enough")
for page in stepfunctions.get_paginator("list_executions").paginate(
        stateMachineArn=arn, statusFilter="ABORTED"):
    for execution in page["executions"]:
        print(execution["name"], execution["status"])
stepfunctions.delete_state_machine(stateMachineArn=arn)
