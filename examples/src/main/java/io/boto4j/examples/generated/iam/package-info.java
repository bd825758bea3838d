/** Generated types of IAM. */
@Generate(
    service = "iam",
    operations = {
      "AttachRolePolicy",
      "AttachUserPolicy",
      "CreateAccessKey",
      "CreatePolicy",
      "CreatePolicyVersion",
      "CreateRole",
      "CreateUser",
      "GetPolicyVersion",
      "GetRolePolicy",
      "ListAttachedRolePolicies",
      "ListAttachedUserPolicies",
      "ListRolePolicies",
      "ListRoles",
      "ListUsers",
      "PutRolePolicy",
      "SimulatePrincipalPolicy"
    })
package io.boto4j.examples.generated.iam;

import io.boto4j.typed.Generate;
